import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';

const line = v.union([
  v.object({ event: v.object({ id: v.string() }) }),
  v.object({ exposure: v.object({ id: v.string() }) }),
  v.object({ end: v.object({ counts: v.object({ events: v.number(), exposures: v.number() }), sha256: v.string() }) }),
]);

/** Reads a backup by no code of the extension: the ids in it, and what its last line says wrong of the lines above. */
export function readBackup(file: string): { ids: string[]; wrong: string[] } {
  const text = gunzipSync(readFileSync(file)).toString();
  const last = text.lastIndexOf('\n', text.length - 2) + 1;
  const ids = text
    .slice(0, last)
    .split('\n')
    .flatMap((each) => {
      const row = v.safeParse(line, JSON.parse(each || '{}'));
      if (!row.success || 'end' in row.output) return [];
      return 'event' in row.output ? row.output.event.id : row.output.exposure.id;
    });
  const end = v.parse(line, JSON.parse(text.slice(last)));
  const { counts, sha256 } = 'end' in end ? end.end : { counts: { events: 0, exposures: 0 }, sha256: '' };
  const isWhole = createHash('sha256').update(text.slice(0, last)).digest('hex') === sha256;
  const isCounted = counts.events + counts.exposures === ids.length;
  return { ids, wrong: [...(isWhole ? [] : ['its hash is another']), ...(isCounted ? [] : ['its counts are others'])] };
}
