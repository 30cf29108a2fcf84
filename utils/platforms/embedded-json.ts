/**
 * Brackets, whole strings, long numbers, and what a script may write where JSON has none; a string that is never closed
 * runs to the end, so one pass is enough.
 */
const token =
  /"[^"\\]*(?:\\.[^"\\]*)*"?|[{}[\]]|[\d.e+-]{16,}|\b(?:undefined|NaN)\b|-?\bInfinity\b|\bvoid 0\b|,(?=\s*[}\]])/gi;

// Taobao writes 19-digit ids without quotes: JSON.parse would round them (fixture taobao-bought-tm1.html).
// 2026: a page's literals may hold undefined, or a comma behind the last entry, which JSON knows not.
function toJson(literal: string): string {
  return literal.replace(token, (part) => {
    if (/^\d+$/.test(part)) return `"${part}"`;
    if (part === ',') return '';
    return /^[unvi-]/i.test(part) && !/^-[\d.]/.test(part) ? 'null' : part;
  });
}

/** JSON with ids of 16 digits and more as strings; `undefined` when it is no JSON. */
export function parseJson(json: string): unknown {
  try {
    return JSON.parse(toJson(json));
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

/** A call's opening bracket stands within this, whatever a page puts before it: `try{mtopjsonp3({…})}catch(e){}`. */
const longestCall = 200;

/** An answer's JSON, alone or handed to a function (JSONP). */
export function answerJson(text: string): unknown {
  const isPlain = /^\s*[{[]/.test(text);
  const call = isPlain ? -1 : text.slice(0, longestCall).search(/\(\s*[{[]/);
  return jsonAt(text, Math.max(0, call));
}

const controls: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The text of a quoted script literal; `from` is behind its opening quote. */
function literalAt(text: string, from: number): string {
  const quote = text[from - 1];
  let end = from;
  while (end < text.length && text[end] !== quote) end += text[end] === '\\' ? 2 : 1;
  return text
    .slice(from, end)
    .replace(/\\(u[\da-f]{4}|x[\da-f]{2}|[\s\S])/gi, (_, code: string) =>
      code.length > 1 ? String.fromCharCode(parseInt(code.slice(1), 16)) : (controls[code] ?? code),
    );
}

/** So many assignments are looked at: each may be read to the end of the page. */
const mostAssigned = 20;

/**
 * What a script assigns behind `marker`, as `JSON.parse('…')` or as an object: the first that can be read and that
 * `isWanted`, since a page's other scripts give the same name to other things.
 */
export function assignedJson(
  text: string,
  marker: RegExp,
  isWanted: (value: unknown) => boolean = () => true,
): unknown {
  const assigned = new RegExp(`${marker.source}\\s*(?:JSON\\.parse\\(\\s*(['"\`])|(?=[{[]))`, 'g');
  for (const match of [...text.matchAll(assigned)].slice(0, mostAssigned)) {
    const from = match.index + match[0].length;
    const value = match[1] ? jsonAt(literalAt(text, from), 0) : jsonAt(text, from);
    if (value !== undefined && isWanted(value)) return value;
  }
  return undefined;
}
