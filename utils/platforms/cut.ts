/**
 * Scripts, styles and remarks hold tags that are none, and one that is not closed runs to the end; so do the values of
 * tags, which are matched whole: `<div data-row="<table>">`.
 */
const hiding =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|textarea)\b[\s\S]*?(?:<\/\1|$)|<[a-z][^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*>/gi;

const values = /"[^"]*"|'[^']*'/g;

/** The tags of a page, and nothing that looks like one. */
function tagsOf(html: string): string {
  return html.replace(hiding, (part, hidden?: string) =>
    hidden || part.startsWith('<!') ? '' : part.replace(values, (value) => (/[<>]/.test(value) ? '""' : value)),
  );
}

/** How a page's HTML ends. A parser closes what is open: a list that was cut looks whole to it. */
export interface PageEnd {
  /** Whether an element whose class or id matches is not closed. */
  isOpen: (name: string) => boolean;
  /** Its body begins and never ends. */
  isEndless: () => boolean;
  /** Its last `<tbody>` is closed. */
  isLastBodyWhole: () => boolean;
}

/** What is on screen was never cut. */
export const noEnd: PageEnd = { isOpen: () => false, isEndless: () => false, isLastBodyWhole: () => true };

/** Whether the tag that begins at `from` is closed, others of its name inside it included. */
function isClosed(html: string, tag: string, from: number): boolean {
  const tags = new RegExp(`<(/?)${tag}(?![\\w-])`, 'gi');
  tags.lastIndex = from;
  let depth = 0;
  for (let match = tags.exec(html); match; match = tags.exec(html)) {
    depth += match[1] ? -1 : 1;
    if (depth === 0) return true;
  }
  return false;
}

/** It ends within a tag, or while what holds others is open. */
function isUnfinished(html: string): boolean {
  const count = (tag: string) => html.match(new RegExp(`<${tag}(?![\\w-])`, 'gi'))?.length ?? 0;
  return html.lastIndexOf('<') > html.lastIndexOf('>') || ['div', 'table'].some((tag) => count(tag) > count(`/${tag}`));
}

/** They hold nothing, and are never closed. */
const empty = /^(?:input|img|br|hr|meta|link)$/i;

export function endOf(html: string): PageEnd {
  let shown: string | undefined; // read when first asked for
  const text = () => (shown ??= tagsOf(html));
  return {
    isOpen: (name) => {
      const open = new RegExp(`<([a-z]+)\\s[^<>]*?\\b(?:class|id)\\s*=[^<>=]*(?<![\\w-])(?:${name})(?![\\w-])`, 'gi');
      const found = [...text().matchAll(open)].map(({ 1: tag = '', index }) => ({ tag, index }));
      return found.some(({ tag, index }) => !empty.test(tag) && !isClosed(text(), tag, index));
    },
    // A page may leave out how its body ends, and not how what is in it does.
    isEndless: () => /<body[\s>]/i.test(text()) && !/<\/(?:body|html)/i.test(text()) && isUnfinished(text()),
    isLastBodyWhole: () => {
      const low = text().toLowerCase();
      return low.lastIndexOf('</tbody') >= low.lastIndexOf('<tbody');
    },
  };
}
