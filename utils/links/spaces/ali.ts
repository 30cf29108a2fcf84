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
  /^(?:[\da-z]|acs|act|ai|api|bbs|buyertrade|cart|chaoshi|click|club|detail|equity-vip|fuwu|global|guang|h5|h5api|help|huodong|img|item|ju|list|live|login|market|mdetail|member|mos?|my\w*|oauth|offer|open|order|pages?|passport|pub|qr|rate|redirect|refund\d?|rules?|s\d|sale|search|seller|sf|shop|shoucang|show|store|style|taolive|tbzb|temai|trade|tw|uland|uz|vip|work|world|www|yao)$/;
