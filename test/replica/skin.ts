import type { Skin } from './types';

/**
 * In the skin `unknown` every class name, element id, symbol id and the attributes `note-id` and `data-note-id` bear names nobody has seen.
 * What is left to know a note page by: its URL, its hrefs, its texts, the title and the inline state script.
 * The id of a comment is gone with its element's id. That a link stands in a comment can still be told by its neighbour,
 * the anchor to its writer's profile.
 */
function skinName(skin: Skin, name: string): string {
  return skin === 'known' ? name : `zq${fingerprint(name)}`;
}

/** Templates write `class="…"` and `id="…"` in this one form and escape every quote in texts, so this cannot touch a text. */
export function skinHtml(skin: Skin, markup: string): string {
  if (skin === 'known') return markup;
  return markup
    .replace(
      / (class|id)="([^"]*)"/g,
      (_all, attribute: string, names: string) => ` ${attribute}="${skinNames(names)}"`,
    )
    .replace(/ xlink:href="#([^"]*)"/g, (_all, name: string) => ` xlink:href="#${skinName(skin, name)}"`)
    .replace(/ (?:data-)?note-id="/g, ' zq-ref="');
}

/** Style sheets name classes only, never ids: a `#` there is always a colour. */
export function skinCss(skin: Skin, sheet: string): string {
  return skin === 'known'
    ? sheet
    : sheet.replace(/\.([a-z][\w-]*)/gi, (_all, name: string) => `.${skinName(skin, name)}`);
}

/** Page scripts write every name as `NAME('note-item')`. */
export function skinScript(skin: Skin, script: string): string {
  return script.replace(/NAME\('([^']+)'\)/g, (_all, name: string) => `'${skinName(skin, name)}'`);
}

function skinNames(names: string): string {
  return names
    .split(' ')
    .filter((name) => name !== '')
    .map((name) => skinName('unknown', name))
    .join(' ');
}

// FNV-1a, 32 bits: the same name always gives the same word.
function fingerprint(name: string): string {
  let hash = 0x811c9dc5;
  for (const char of name) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
}
