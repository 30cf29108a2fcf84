import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Purchase } from '../../utils/core/types';

const folder = join(import.meta.dirname, '../fixtures/orders');

interface Expected {
  reader: string;
  page?: string;
  request?: string;
  encoding: string;
  found: Purchase[];
  unread: number;
  skipped?: number;
}

/** A fixture's text, in the encoding its page had. */
export function readFixture(name: string): string {
  const isGbk = /\.html$/.test(name) && /charset="?gbk/i.test(readFileSync(join(folder, name), 'latin1'));
  return new TextDecoder(isGbk ? 'gbk' : 'utf-8').decode(readFileSync(join(folder, name)));
}

const own = JSON.parse(readFixture('made-expected.json')) as { files: Record<string, Expected> };
const shared = JSON.parse(readFixture('expected.json')) as { files: Record<string, Expected> };

/** Every order fixture with what a correct reader finds in it, line by line. */
export const orderFixtures = Object.entries({ ...shared.files, ...own.files }).filter(
  ([, { reader }]) => reader === 'readOrders',
);

/** Real captures stay outside the project; tests that want them are skipped where they are absent. */
export const captures = join(process.env.BACAO_DATA ?? join(import.meta.dirname, '../../../shared'), 'captures/orders');
export const hasCaptures = existsSync(captures);
