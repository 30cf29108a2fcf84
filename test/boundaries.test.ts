import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readImports } from './tools/boundaries/imports';
import { findBreaches } from './tools/boundaries/rooms';

const root = join(import.meta.dirname, '..');

test('rooms import only what they may', () => {
  const files = listSources();
  expect(files.length).toBeGreaterThan(20);
  expect(files.flatMap((file) => findBreaches(file, readImports(readFileSync(join(root, file), 'utf8'))))).toEqual([]);
}, 60_000);

describe('a planted import', () => {
  test.each([
    ['utils/core/money.ts', "import { links } from '../links';"],
    ['utils/core/money.ts', "import * as v from 'valibot';"],
    ['utils/links/jd.ts', "import { sites } from '../sites/list';"],
    ['utils/links/jd.ts', "import type { Site } from '@/utils/sites/list';"],
    ['utils/sites/xiaohongshu/index.ts', "import { browser } from 'wxt/browser';"],
    ['utils/platforms/list.ts', "const found = import.meta.glob(['./*/index.ts', '../sites/*/site.ts']);"],
    ['utils/ledger/open.ts', "export { send } from '../messages/send';"],
    ['utils/ledger/open.ts', "import browser from 'webextension-polyfill';"],
    ['utils/writer/handle.ts', "import { type Runtime, storage } from 'webextension-polyfill';"],
    ['utils/somewhere/new.ts', ''],
    ['components/items/card.tsx', "import { open } from '@/utils/ledger/open';"],
    ['components/items/card.tsx', "import { openDB } from 'idb';"],
    ['components/items/card.tsx', "const db = await import('/utils/ledger/open');"],
    ['entrypoints/popup/main.tsx', "import { start } from '../dashboard/main';"],
    ['entrypoints/note.ts', "import background from './background';"],
    ['test/replica/index.ts', "import { platforms } from '@/utils/platforms/list';"],
    ['test/replica/pages/note.ts', "let page: import('../../../entrypoints/note').Page;"],
  ])('%s: %s', (file, source) => expect(findBreaches(file, readImports(source))).toHaveLength(1));
});

describe('a rightful import', () => {
  test.each([
    ['utils/links/jd.ts', "import { rows } from '../core/rows';"],
    ['utils/links/jd.ts', "import { list } from './list';"],
    ['utils/sites/xiaohongshu/index.ts', "import { resolveLink } from '@/utils/links';"],
    ['utils/ledger/canary.ts', "import { browser } from 'wxt/browser';"],
    ['utils/writer/handle.ts', "import type { Runtime } from 'webextension-polyfill';"],
    ['components/items/card.tsx', "import { i18n } from '@/utils/i18n';\nimport { useState } from 'preact/hooks';"],
    ['entrypoints/popup/main.tsx', "import { App } from './app';\nimport { Card } from '@/components/items/card';"],
    ['test/replica/index.ts', "import { createServer } from 'node:https';\nimport { truth } from './truth';"],
  ])('%s: %s', (file, source) => expect(findBreaches(file, readImports(source))).toEqual([]));
});

function listSources(): string[] {
  const rooms = ['entrypoints', 'components', 'utils', 'test/replica'];
  const files = rooms.flatMap((room) => list(room).map((file) => `${room}/${file}`));
  return files.filter((file) => /\.tsx?$/u.test(file));
}

function list(folder: string): string[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return names.map((name) => name.split(sep).join('/'));
}
