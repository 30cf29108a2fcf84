/** Taobao and Tmall share one id space: orders say item.taobao.com for an item seen at detail.tmall.com. */
export const ALI_SPACE = 'ali';

/**
 * Alimama (pid ali_trackid union_lens … p=mm_…), paid search (ali_refid), growth campaigns (bc_fl_src materialid),
 * the calling app (appkey backURL) and shares between persons (tk).
 */
export const ALI_KEEP =
  'pid p ali_trackid ali_refid unid relationId special_id activityId e union_lens bxsign tkSid xMktId bc_fl_src materialid appkey backURL tk short_name';

/** Functional subdomains of the Alibaba hosts: any other name that stands there alone is a shop's. */
export const RESERVED =
  '[\\da-z]|3c|acs|act|ai|api|bbs|brand|buyer(?:trade)?|cart|chaoshi|click|club|detail|equity-vip|favorite|food|fuwu|global|guang|h5|h5api|help|huodong|img|item|jianghu|ju|list|live|login|market|mdetail|member|mos?|my(?:brand|seller|taobao)|oauth|offer|open|order|pages?|passport|pub|qr|rate|re|redirect|refund\\d?|register|rules?|s\\d|sale|search|seller|sf|shop|shoucang|show|store|style|taolive|tbzb|temai|top|trade|try|tw|uland|upload|uz|vip|work|world|www|yao';
