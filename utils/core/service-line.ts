// A shirt "送运费险" is a shirt: the word must begin the title, or end it without being a gift; a dress "买家秀同款" is one.
const service =
  /^[【[(（]?(?:(?:退货|退换货)?(?:保险服务|增值服务|运费险)|买家秀(?!同款|实拍))|购物金充值|(?<![送赠含包享有带]|退货)(?:保险服务|增值服务|运费险)[)）】]?$/;

/** As a line of its own the insurance names the rule that it goes with, and nothing else. */
const insurance = /^[【[(（]?(?:(?:\d{1,2}|七)天)?无理由(?:退货|退换货)?运费险[)）】]?$/;

/** "联想增值服务 一年延保": a brand's, and what it is. A thing that is sold with one says so, or ends otherwise. */
const extended =
  /^[^\s送赠含包享有带免配加]{1,6}(?:增值服务|保险服务)[\s:：·-].*(?:延保|延长保修|保修|质保|换新|碎屏险|意外险|意外保)(?:服务)?$/;

/** Insurance, extended service and the like, which shops list and bill between the things bought. */
export function isServiceLine(title: string): boolean {
  return [service, insurance, extended].some((form) => form.test(title));
}
