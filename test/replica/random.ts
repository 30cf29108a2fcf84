/** Numbers that look random and are the same in every run: mulberry32. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The entry of a list that a number falls on; lists here are never empty. */
export function pick<T>(list: readonly [T, ...T[]], at: number): T {
  return list[Math.abs(Math.trunc(at)) % list.length] ?? list[0];
}

/** A number for a text, to seed with. */
export function seedOf(text: string): number {
  let seed = 7;
  for (const char of text) seed = (Math.imul(seed, 31) + (char.codePointAt(0) ?? 0)) >>> 0;
  return seed;
}
