import type { Refusal, Refusals } from '../../core/backup';

/** So many are held as they are, for a screen; of the others the text alone, out of the way of the page's memory. */
const maxListed = 1_000;

/** A browser keeps a blob of that size where it has room, and on the disk where it has to. */
const blobLetters = 1_000_000;

/** Adds to the list, in the order given; none is left out. */
export function addRefusals(list: Refusals, refusals: readonly Refusal[]): void {
  const listed = refusals.slice(0, maxListed - list.first.length);
  list.first.push(...listed);
  list.count += refusals.length;
  const others = refusals.slice(listed.length);
  if (others.length === 0) return;
  const more = (list.more ??= { blobs: [], text: '' });
  more.text += asText(others);
  if (more.text.length < blobLetters) return;
  more.blobs.push(new Blob([more.text]));
  more.text = '';
}

/** For a file to look at: every refused row, one a line. */
export function refusalsAsFile({ first, more }: Refusals): Blob {
  const parts = ['line\tid\treason\tfield\n', asText(first), ...(more ? [...more.blobs, more.text] : [])];
  return new Blob(parts, { type: 'text/plain' });
}

function asText(refusals: readonly Refusal[]): string {
  const lines = refusals.map(({ line, id, reason, where }) => [line ?? '', id ?? '', reason, where ?? '']);
  return lines.map((cells) => `${cells.map((cell) => String(cell).replaceAll(/\s/gu, ' ')).join('\t')}\n`).join('');
}
