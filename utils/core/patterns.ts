/** Splits `https://*.jd.com/order/*`; undefined for what is no match pattern of ours: https, one host, one path. */
function readPattern(pattern: string): { host: string; path: string } | undefined {
  const match = /^https:\/\/([^/]+)(\/.*)$/u.exec(pattern);
  return match?.[1] !== undefined && match[2] !== undefined ? { host: match[1], path: match[2] } : undefined;
}

/** A star may stand in a real host's name, which no pattern can say then: no browser could be asked about such a page. */
function isHost(pattern: string, host: string): boolean {
  if (host.includes('*')) return false;
  if (!pattern.startsWith('*.')) return pattern === host;
  return host === pattern.slice(2) || host.endsWith(pattern.slice(1));
}

/** `*` stands for any text; the parts between must come in order. No regular expression is built from data. */
function isPath(pattern: string, path: string): boolean {
  const [head = '', ...parts] = pattern.split('*');
  const tail = parts.pop();
  if (tail === undefined) return path === head;
  if (!path.startsWith(head)) return false;
  let from = head.length;
  for (const part of parts) {
    const at = path.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return path.length - tail.length >= from && path.endsWith(tail);
}

/** Whether an extension match pattern covers an address (MDN, "Match patterns in extension manifests"; https only). */
export function matchesPattern(pattern: string, address: string): boolean {
  const parts = readPattern(pattern);
  if (!parts || !URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === 'https:' && isHost(parts.host, url.hostname) && isPath(parts.path, url.pathname + url.search);
}
