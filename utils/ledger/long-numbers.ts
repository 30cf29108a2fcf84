/** Vouchers and deposits are called by the number of an order or of their own; no name has 15 digits, a book's has 13. */
const longNumber = /[-_ ]?\d{15,}/g;

/**
 * 13812345678, +8613812345678, 008613812345678, 8613812345678. Eleven digits within more are of something else, but no
 * country's barcodes begin with 861. A bare 86 before a space may be a price.
 */
const compact = String.raw`(?<!\d)(?:(?:\+|00)86[- ]?|86)?1[3-9]\d{9}(?!\d)`;

/** What stands behind prices, sizes and weights, and behind nobody's number: 张 and 米 are names as well. */
const unit =
  '(?:mm|cm|kg|ml|[glmx])(?![A-Z])|[元块件寸斤×*]|片(?!区)|克(?!隆)|升(?!级)|[毫厘分]米|公[分斤]|平[方米]|英[寸尺]|起(?!诉)';

/** A model's name goes on in letters; a person's number is a name elsewhere, too. */
const model = '(?!wx|vx|qq|tel)[A-Z]';

/** And before them. */
const measure = '尺寸|(?<!充值)规格|长宽高|价格|售价|原价';

/** 138-1234-5678, 138 1234 5678: no part of a longer row of numbers, of a model's name, of prices or of sizes. */
const grouped =
  String.raw`(?<![\dA-Z￥¥.])(?<!\d[- ])(?<!(?:${measure})[:： ]?)(?:(?:\+|00)86[- ]?|86-)?` +
  String.raw`(?:1[3-9]\d-\d{4}-\d{4}|1[3-9]\d \d{4} \d{4})(?!\d|\.\d|-\d+(?![\d元])| ?[(（]?(?:${unit})|${model})`;

/** A top-up is called by the mainland mobile number that it is for. */
const phone = new RegExp(`[-_ ]?(?:${compact}|${grouped})`, 'gi');

/** Digits, plus, hyphen and space of full width, each as the one letter that it stands for. */
function halfWide(text: string): string {
  return text.replace(/[\u3000\uFF0B\uFF0D\uFF10-\uFF19]/g, (letter) => letter.normalize('NFKC'));
}

/** What is left stays as it was written. */
function without(text: string, form: RegExp): string {
  const plain = halfWide(text);
  let [kept, end] = ['', 0];
  for (const { 0: found, index } of plain.matchAll(form)) {
    kept += text.slice(end, index);
    end = index + found.length;
    if (index === 0 && /[-_ ]/.test(plain.charAt(end))) end += 1;
  }
  return kept + text.slice(end);
}

export function withoutPhones(text: string): string {
  return without(text, phone);
}

export function withoutLongNumbers(text: string): string {
  return without(text, longNumber);
}
