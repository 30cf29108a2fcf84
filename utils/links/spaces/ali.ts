/** Taobao and Tmall share one id space: orders say item.taobao.com for an item seen at detail.tmall.com. */
export const ALI_SPACE = 'ali';

/**
 * Alimama (pid ali_trackid union_lens … p=mm_…), paid search (ali_refid), growth campaigns (bc_fl_src materialid),
 * the calling app (appkey backURL) and shares between persons (tk).
 */
export const ALI_KEEP =
  'pid p ali_trackid ali_refid unid relationId special_id activityId e union_lens bxsign tkSid xMktId bc_fl_src materialid appkey backURL tk short_name';

/** Functional subdomains of taobao.com and tmall.com: everything else that stands there alone is a shop's name. */
export const RESERVED =
  /^(?:www|s\d?|list|i|ai|m|h5|market|pages?|uz|shoucang|favorite|world|tw|login|passport|cart|buyertrade|trade\w*|refund\d?|rate|h5api|api|acs|oauth|open|item|detail|mdetail|hws|ju|shop|store|my|mytaobao|member\d?|reg|guang|tbzb|live|taolive|zhibo|click|redirect|pub|uland|coupon|quan|sale|nz|huodong|acts?|mos?|help|service|consumerservice|rules?|bbs|forum|club|daily|video|cloud|img|assets|g|a|b|c|d|f|err|error|jump|go|top|brand|main|sf|paimai|auction|car|trip|travel|dian|fuwu|xue|daxue|qianniu|wangwang|im|amos|gw|vip|jf|point|temai|tejia|qiang|chong|caipiao|game|play|book|music|food|chi|nvren|baby|kids|sport|beauty|jia|home|life|bendi|tuan|chaoshi|miao|yao|mobile|app|apps|equity-vip|suggest|wuliu|post|cms|tms|login\w*|subway|alimama|ishop|seller|myseller|ruzhu|zhaoshang|1111|618|double11|lp|luxury|intl|global|import|hk|3c|food|fresh|stream-upload|tds|wapp|ups|log|gm|ark|ald|ext|tui|count\w*|delivery|dongdong|x|y)$/;
