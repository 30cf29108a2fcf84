import { resolveLink } from '@/utils/links';

const tables = import.meta.glob<string>('@/test/fixtures/links/*.tsv', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** The first column of every table, as far as it is a URL or looks like one: prose and tokens are another function's. */
const urls = Object.values(tables)
  .flatMap((table) => table.split('\n').slice(1))
  .map((line) => line.split('\t', 1)[0] ?? '')
  .filter((text) => /^(?:[a-z][a-z\d+.-]*:)?\/\//iu.test(text));

let kept: unknown;

function parse(url: string): unknown {
  try {
    return new URL(url, 'https://a.invalid');
  } catch {
    return undefined; // refusing is part of the work
  }
}

/** Nanoseconds per URL, over the whole corpus often enough for the browser's coarse clock. */
function time(work: (url: string) => unknown): number {
  const rounds = Math.ceil(20_000 / urls.length);
  const begin = performance.now();
  for (let round = 0; round < rounds; round += 1) for (const url of urls) kept = work(url);
  return ((performance.now() - begin) * 1e6) / (rounds * urls.length);
}

Object.assign(globalThis, {
  countUrls: () => urls.length,
  timeResolve: () => time(resolveLink),
  timeParse: () => time(parse),
  kept: () => kept,
});
