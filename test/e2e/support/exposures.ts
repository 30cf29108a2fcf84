import * as v from 'valibot';
import type { Stage } from './open-stage';

const number = v.optional(v.number());
const text = v.optional(v.string());

const row = v.looseObject({
  id: v.string(),
  at: v.number(),
  visit: v.string(),
  url: v.string(),
  pageKind: v.string(),
  feed: text,
  unit: v.looseObject({
    key: v.string(),
    kind: v.string(),
    position: number,
    column: number,
    noteId: text,
    authorId: text,
    commentId: text,
    rect: v.optional(v.array(v.number())),
    media: text,
    label: v.optional(v.looseObject({ text: v.string(), measured: v.optional(v.looseObject({})) })),
    surfaces: v.optional(v.array(v.string())),
  }),
  renderedAt: number,
  entry: v.number(),
  part: number,
  states: v.array(
    v.object({
      afterMs: v.number(),
      ratio: v.number(),
      active: v.boolean(),
      playing: v.optional(v.boolean()),
      label: number,
    }),
  ),
  durationMs: v.number(),
  clickedAfterMs: number,
  reachedPx: number,
});

export type ExposureRow = v.InferOutput<typeof row>;

const listing = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('bacao');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const rows = opening.result.transaction('exposures').objectStore('exposures').getAll();
    rows.onerror = () => reject(rows.error);
    rows.onsuccess = () => { opening.result.close(); resolve(rows.result); };
  };
})`;

/** All exposures in the database, oldest first, read by no code of the extension. */
export async function readExposures({ own }: Pick<Stage, 'own'>): Promise<ExposureRow[]> {
  const rows = v.parse(v.array(row), await own.evaluate(listing));
  return rows.sort((a, b) => a.at - b.at);
}

/** Of which visits the end was told: the page itself has a row then. */
export function toldVisits(rows: readonly ExposureRow[]): string[] {
  return [...new Set(rows.filter(({ unit }) => unit.kind === 'page').map(({ visit }) => visit))];
}
