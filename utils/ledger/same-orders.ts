import type { MetaRow, SameOrderKey } from './schema';

/** Rows of `meta`, in any transaction. */
export interface MetaReader {
  get: (key: SameOrderKey) => Promise<MetaRow | undefined>;
}

/** No order has as many numbers; a row that leads back to itself was made up. */
const mostSteps = 20;

/** The key under which the lines of an order stand, by any of its keys. */
export async function mainKeyOf(meta: MetaReader, key: string): Promise<string> {
  let main = key;
  for (let step = 0; step < mostSteps; step += 1) {
    const row = await meta.get(`same-order:${main}`);
    if (typeof row?.value !== 'string') break;
    main = row.value;
  }
  return main;
}
