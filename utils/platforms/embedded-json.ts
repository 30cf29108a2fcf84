/** Brackets, whole strings and long numbers; a string that is never closed runs to the end, so one pass is enough. */
const token = /"[^"\\]*(?:\\.[^"\\]*)*"?|[{}[\]]|[\d.e+-]{16,}/gi;

// Taobao writes 19-digit ids without quotes: JSON.parse would round them (fixture taobao-bought-tm1.html).
function quoteLongIds(json: string): string {
  return json.replace(token, (part) => (/^\d+$/.test(part) ? `"${part}"` : part));
}

/** JSON with ids of 16 digits and more as strings; `undefined` when it is no JSON. */
export function parseJson(json: string): unknown {
  try {
    return JSON.parse(quoteLongIds(json));
  } catch {
    return undefined; // a page cut in half: the caller counts it
  }
}

/** The first object or list at or after `from`, whatever follows it: JSON, JSONP, or a value inside a script. */
export function jsonAt(text: string, from: number): unknown {
  const start = from + text.slice(from).search(/[{[]/);
  if (start < from) return undefined;
  const tokens = new RegExp(token);
  tokens.lastIndex = start;
  let depth = 0;
  for (let match = tokens.exec(text); match; match = tokens.exec(text)) {
    if (match[0] === '{' || match[0] === '[') depth++;
    if (match[0] === '}' || match[0] === ']') depth--;
    if (depth === 0) return parseJson(text.slice(start, tokens.lastIndex));
  }
  return undefined;
}

const controls: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The text of a single-quoted script literal that starts at `from`. */
function literalAt(text: string, from: number): string {
  let end = from;
  while (end < text.length && text[end] !== "'") end += text[end] === '\\' ? 2 : 1;
  return text
    .slice(from, end)
    .replace(/\\(u[\da-fA-F]{4}|[\s\S])/g, (_, code: string) =>
      code.length > 1 ? String.fromCharCode(parseInt(code.slice(1), 16)) : (controls[code] ?? code),
    );
}

function valueAt(text: string, from: number): unknown {
  const literal = /^\s*JSON\.parse\(\s*'/.exec(text.slice(from, from + 40));
  if (literal) return jsonAt(literalAt(text, from + literal[0].length), 0);
  return /^\s*[{[]/.test(text.slice(from, from + 40)) ? jsonAt(text, from) : undefined;
}

/** What a script assigns after `marker`, as `JSON.parse('…')` or as an object; the first that can be read. */
export function assignedJson(text: string, marker: RegExp): unknown {
  for (const match of text.matchAll(marker)) {
    const value = valueAt(text, match.index + match[0].length);
    if (value !== undefined) return value;
  }
  return undefined;
}
