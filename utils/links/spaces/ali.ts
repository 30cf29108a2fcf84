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
  /^(?:[\da-z]|114|1111|acs|acts?|air|ai|api|apps?|bbs|book|brand|buyertrade|cart|chaoshi|click|club|cms|company|coupon|daily|detail|dj|equity-vip|err|factory|favorite|food|fuwu|global|gongyi|guang|gys|h5|h5api|help|huodong|hws|im|img|info|ishop|item|jf|ju|jump|list|live|log|login|main|market|mdetail|me|member\d?|mobile|mos?|music|my|myseller|mytaobao|news|oauth|offer|open|order|pages?|paimai|passport|pub|purchase|qr|quan|rate|re|redirect|refund\d?|rules?|s\d|sale|search|seller|service|sf|shop|shoucang|show|store|style|subway|taolive|tbzb|temai|tms|top|trade|travel|trip|trust|tw|uland|uz|video|view|vip|wo|work|world|wuliu|www|yao|zhaoshang)$/;
