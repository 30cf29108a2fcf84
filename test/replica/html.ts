/** Markup that is already safe to put into a page. */
export interface Html {
  readonly markup: string;
}

export type Piece = Html | string | number | false | undefined | readonly Piece[];

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => entities[char] ?? char);
}

/** Trusts its argument; only for markup and script text made here. */
export function raw(markup: string): Html {
  return { markup };
}

/** A template in which every value is escaped unless it is Html itself. */
export function html(strings: TemplateStringsArray, ...pieces: Piece[]): Html {
  return raw(strings.map((text, index) => text + markupOf(pieces[index])).join(''));
}

function markupOf(piece: Piece): string {
  if (piece === undefined || piece === false) return '';
  if (typeof piece === 'string') return escapeHtml(piece);
  if (typeof piece === 'number') return String(piece);
  if ('markup' in piece) return piece.markup;
  return piece.map(markupOf).join('');
}

/** An inline script, to the letter. Inside a template the formatter would lay it out anew, and readers look for its exact form. */
export function inlineScript(text: string): Html {
  return raw(`<script>${text}</script>`);
}

/** JSON that can stand inside a script element whatever the texts say. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003C')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

/** Non-ASCII as character references: the bytes are then right under a GBK header too, which Node cannot write. */
export function asciiHtml(markup: string): string {
  return Array.from(markup, (char) => {
    const code = char.codePointAt(0) ?? 0;
    return code < 128 ? char : `&#x${code.toString(16)};`;
  }).join('');
}
