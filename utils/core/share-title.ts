/** Titles stand in these: 「…」 in Taobao's and JD's share texts, the others elsewhere (2026-11). */
const quotes = ['「」', '《》', '“”'];

/** What an app's share text is made of beside the title. Its own words, as seen in 2026-11. */
const notTitle = [
  /https?:\/\/[^\s\u0080-\uffff]+/gu,
  /【[^】]{1,8}】/gu, // 【淘宝】, 【京东】
  /[￥¥$€₤₴][a-zA-Z\d]{8,14}[￥¥$€₤₴]/gu, // 口令
  /(?:^|\s)[A-Z]{2}\d{3,5}(?=\s|$)/gu, // CZ0001
  /点击链接直接打开|或者|(?:淘宝|京东|拼多多)?搜索直接打开|复制[此这]?条?(?:消息|信息|整段).*$/gu,
];

const longest = 120;

/** @returns what a share text calls the thing, `''` where it has no name for it */
export function shareTitle(text: string): string {
  const quoted = quotes.map((quote) => quotedIn(text, quote)).find((title) => title !== undefined);
  const bare = quoted ?? notTitle.reduce((rest, part) => rest.replaceAll(part, ' '), text);
  return bare.replaceAll(/\s+/gu, ' ').trim().slice(0, longest);
}

/** From the first opening mark to the last closing one: a title may have such marks itself. */
function quotedIn(text: string, [open = '', close = '']: string): string | undefined {
  const [start, end] = [text.indexOf(open), text.lastIndexOf(close)];
  return start >= 0 && end > start + 1 ? text.slice(start + 1, end) : undefined;
}
