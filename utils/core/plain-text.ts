const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', yen: '¥' };

const entity = /&(?:#(\d{2,6})|#x([\da-f]{2,5})|(amp|lt|gt|quot|apos|nbsp|yen));/gi;

/** Text that an answer holds as HTML would write it: `&yen;88.00`, `A&amp;B`. */
export function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(entity, (...match: (string | undefined)[]) => {
    const [, decimal, hex, name = ''] = match;
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
    return signs[name.toLowerCase()] ?? String.fromCodePoint(code);
  });
}
