import type { LinkFile } from './types';

/** Wrappers that belong to no shop, by their hosts. They are worth what they hold. */
export const foreign: Record<string, LinkFile> = {
  // 2020 https://link.zhihu.com/?target=https%3A//item.taobao.com/item.htm%3Fid%3D561184346018
  'link.zhihu.com': { rules: { shapes: [{ at: /^/, kind: 'redirector', inner: 'target' }] } },
  // https://weibo.cn/sinaurl?u=https%3A%2F%2Fitem.jd.com%2F100012043978.html
  'weibo.cn weibo.com': { rules: { shapes: [{ at: /\/sinaurl$/, kind: 'redirector', inner: 'u toasturl' }] } },
  // https://c.pc.qq.com/middlem.html?pfurl=https%3A%2F%2Fu.jd.com%2FZM0bgTy
  'c.pc.qq.com': { rules: { shapes: [{ at: /^/, kind: 'redirector', inner: 'pfurl url' }] } },
  // alipays://platformapi/startapp?appId=20000067&url=https%3A%2F%2Fs.click.taobao.com%2FgE07ONt
  '': { rules: { schemes: ['alipays'], shapes: [] } },
};
