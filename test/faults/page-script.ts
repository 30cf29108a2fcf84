import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { tabIdOf, waitUntil } from '../e2e/browsers';
import type { Stage } from '../e2e/support/open-stage';

/** Where rows are sent from as a page's script would: the extension's own world in the page, by the extension's own means. */
export async function runAsPageScript({ own }: Stage, page: Page, func: string): Promise<unknown> {
  const target = { tabId: await tabIdOf(own, page.url()) };
  return own.evaluate(
    `chrome.scripting.executeScript({ target: ${JSON.stringify(target)}, func: ${func} }).then(([{ result }]) => result)`,
  );
}

/** What a page's script tells most: the end of a visit, and that something was on screen. */
const rows = {
  visits: { type: 'page', where: 'xiaohongshu', kind: 'feed', settled: true, unread: [] },
  exposures: {
    type: 'exposure',
    site: 'xiaohongshu',
    pageKind: 'feed',
    ruleVersion: 'made',
    unit: { key: 'made', kind: 'note', position: 3, noteId: '6ae000610000000003009e37' },
    entry: 1,
    states: [{ afterMs: 0, ratio: 1, active: true }],
    durationMs: 1_000,
  },
};

/** Of a page that was looked at for long: some ten kilobytes that no compression makes smaller. */
const heavy = `Array.from({ length: 400 }, (_glance, place) => ({
  afterMs: place, ratio: Math.random(), active: Math.random() < 0.5,
}))`;

interface Flood {
  kind: keyof typeof rows | 'heavy exposures';
  /** Messages, one after the other, each sent when the one before is answered. */
  messages: number;
  rowsEach: number;
}

/** Starts to send rows, and goes on by itself; the ids that were acknowledged pile up in the page. */
export async function startFlood(stage: Stage, page: Page, { kind, messages, rowsEach }: Flood): Promise<void> {
  await runAsPageScript(
    stage,
    page,
    `() => {
      const flood = { acked: [], sent: [], isOver: false };
      globalThis.flood = flood;
      const row = () => ({
        id: 'flood:' + crypto.randomUUID(), at: Date.now(), zoneMinutes: 0, visit: 'flood', url: location.origin + '/',
        ...${kind === 'heavy exposures' ? `${JSON.stringify(rows.exposures)}, states: ${heavy}` : JSON.stringify(rows[kind])},
      });
      (async () => {
        for (let message = 0; message < ${String(messages)}; message++) {
          const rows = Array.from({ length: ${String(rowsEach)} }, row);
          flood.sent.push(...rows.map(({ id }) => id));
          const answer = await chrome.runtime.sendMessage({ type: 'append', rows }).catch(() => undefined);
          if (Array.isArray(answer?.ok)) flood.acked.push(...answer.ok);
        }
        flood.isOver = true;
      })();
    }`,
  );
}

const floodState = v.object({ acked: v.array(v.string()), sent: v.array(v.string()), isOver: v.boolean() });

type FloodState = v.InferOutput<typeof floodState>;

/** How far the flood has come. */
export async function readFlood(stage: Stage, page: Page): Promise<FloodState> {
  return v.parse(floodState, await runAsPageScript(stage, page, '() => globalThis.flood'));
}

/** How long is no finding of a flood: a busy machine takes minutes for what takes seconds alone. */
const longestMs = 600_000;

/** Sends it all and waits for the last answer. */
export async function floodAnd(stage: Stage, page: Page, flood: Flood): Promise<FloodState> {
  await startFlood(stage, page, flood);
  const state = () => readFlood(stage, page);
  return waitUntil('every message is answered', async () => ((await state()).isOver ? state() : undefined), longestMs);
}
