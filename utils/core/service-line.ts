// A shirt "送运费险" is a shirt: the word must begin the title, or end it without being a gift; a dress "买家秀同款" is one.
const service =
  /^[【[(（]?(?:(?:退货|退换货)?(?:保险服务|增值服务|运费险)|买家秀(?!同款|实拍))|购物金充值|(?<![送赠含包享有带]|退货)(?:保险服务|增值服务|运费险)[)）】]?$/;

/** Insurance, extended service and the like, which shops list and bill between the things bought. */
export function isServiceLine(title: string): boolean {
  return service.test(title);
}
