/**
 * Remembers ids that came up, a bit each: rows are numbered from one on for each participant, so a million of them take a
 * megabyte, where a text for each takes a hundred.
 * @returns whether the id is new, and keeps it
 */
export function seenIds(): (owner: string, id: number) => boolean {
  const owners = new Map<string, Map<number, number>>();
  return (owner, id) => {
    const words = owners.get(owner) ?? new Map<number, number>();
    owners.set(owner, words);
    const [at, bit] = [Math.floor(id / 32), 1 << (id % 32)];
    const word = words.get(at) ?? 0;
    words.set(at, word | bit);
    return (word & bit) === 0;
  };
}
