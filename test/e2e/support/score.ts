interface Read {
  wanted: readonly string[];
  found: readonly string[];
}

export interface Score {
  present: number;
  found: number;
  /** Found and not there. */
  wrong: number;
}

/** Surface by surface: how many links were there, how many of them were found, and how many were found besides. */
export function scoreOf(reads: readonly Read[]): Record<string, Score> {
  const scores: Record<string, Score> = {};
  const of = (line: string) => (scores[line.split(' ')[0] ?? ''] ??= { present: 0, found: 0, wrong: 0 });
  for (const { wanted, found } of reads) {
    const left = [...found];
    for (const line of wanted) {
      const at = left.indexOf(line);
      of(line).present += 1;
      if (at < 0) continue;
      of(line).found += 1;
      left.splice(at, 1);
    }
    for (const line of left) of(line).wrong += 1;
  }
  return scores;
}

/** `ad-link 33/33 found, 0 wrong`: a line for each surface. */
export function sayScore(scores: Record<string, Score>): string {
  return Object.entries(scores)
    .map(([surface, { present, found, wrong }]) => `${surface} ${found}/${present} found, ${wrong} wrong`)
    .join('\n');
}
