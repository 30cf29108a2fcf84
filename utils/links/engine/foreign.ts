import type { LinkRules } from './types';

/** Wrappers that belong to no shop. They are worth what they hold. */
export const foreign: LinkRules = {
  hosts: ['link.zhihu.com', 'weibo.cn', 'weibo.com', 'c.pc.qq.com'],
  web: [
    [
      'redirector',
      // 2020 https://link.zhihu.com/?target=https%3A//item.taobao.com/item.htm%3Fid%3D561184346018
      'link.zhihu.com/ >target',
      // https://weibo.cn/sinaurl?u=https%3A%2F%2Fitem.jd.com%2F100012043978.html
      '(@.)?weibo.(cn|com)/sinaurl >u,toasturl',
      // https://c.pc.qq.com/middlem.html?pfurl=https%3A%2F%2Fu.jd.com%2FZM0bgTy
      'c.pc.qq.com/@.html >pfurl,url',
    ],
  ],
  // alipays://platformapi/startapp?appId=20000067&url=https%3A%2F%2Fs.click.taobao.com%2FgE07ONt
  schemes: ['alipays'],
};
