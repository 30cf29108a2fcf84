import { scrubAddress } from './addresses';
import { scrubName } from './names';
import { scrubText } from './texts';
import type { Tools } from './types';

const addressNames =
  /^(?:(?:xlink:)?href|src|action|formaction|poster|cite|background|data|data-(?:src|href|url|link|original))$/;
/** What is read aloud or shown. */
const textNames =
  /^(?:title|alt|placeholder|content|label|summary|abbr|aria-(?:label|description|roledescription|valuetext|placeholder))$/;
/** Drawings, several addresses in one, what was typed, what tells one page from another. */
const droppedNames = /^(?:d|points|srcset|imagesrcset|srcdoc|ping|value|nonce|integrity|data-v-.*)$/;
/** Places in a list and sizes; more digits than a size has are somebody's. */
const numberNames =
  /^(?:data-(?:index|width|height|swiper-slide-index)|width|height|tabindex|colspan|rowspan|[xyr]|[cr][xy])$/;
const size = /^-?\d{1,4}(?:px|%|rem|em)?$/;

/** By these a reader tells what is shown; a custom property may hold anything. */
const shownBy =
  /^(?:display|visibility|opacity|position|transform|z-index|overflow(?:-[xy])?|clip(?:-path)?|(?:min-|max-)?(?:width|height)|top|right|bottom|left|float|font-size|line-height|text-indent|color|background-color)$/;
const plainStyle = /^[\s\w.,%()#!-]{0,80}$/;

/** A thousand dots across are a screen; what has more digits is a code. */
function scrubStyle(style: string, { standIns }: Tools): string {
  const kept = style.split(';').filter((line) => {
    const [name = '', value = ''] = line.split(':');
    return shownBy.test(name.trim().toLowerCase()) && plainStyle.test(value);
  });
  const numbers = /(?<![\w.])-?\d{1,4}(?:\.\d{1,3})?(?=px|[%\s,;)]|r?em|deg|$)/g;
  return kept.map((line) => inBetween(line, numbers, (part) => scrubName(part, standIns))).join(';');
}

/** Changes what stands between the matches of `kept`. */
function inBetween(text: string, kept: RegExp, change: (part: string) => string): string {
  const found = text.match(kept) ?? [];
  return text
    .split(kept)
    .map(change)
    .reduce((whole, part, index) => whole + (found[index - 1] ?? '') + part);
}

/** `location.href='https://…'`: the addresses in quotes, and no word beside them. */
function scrubHandler(code: string, { standIns }: Tools): string {
  const quoted = Array.from(code.matchAll(/(['"])(.*?)\1/g), ([, , text = '']) => text);
  const addresses = quoted.filter((text) => /\/\//.test(text)).map((text) => scrubAddress(text, standIns));
  return addresses.map((address) => `open('${address}')`).join(';');
}

/** Nothing of a value stays but what a page of the site may hold whoever looks at it. */
export function scrubAttribute(name: string, value: string, tools: Tools): string {
  const { standIns, vocabulary } = tools;
  if (droppedNames.test(name)) return '';
  if (name.startsWith('on')) return scrubHandler(value, tools);
  if (name === 'style') return scrubStyle(value, tools);
  if (name.startsWith('xmlns')) return value.startsWith('http://www.w3.org/') ? scrubName(value, standIns) : '';
  if (addressNames.test(name) || /^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(value)) return scrubAddress(value, standIns);
  if (textNames.test(name)) return scrubText(value, standIns, vocabulary);
  if (numberNames.test(name) && size.test(value)) return value;
  return scrubName(value, standIns);
}
