import * as v from 'valibot';
import { waitUntil } from '../e2e/browsers';
import { clicksIn, type Ledger } from '../e2e/support/ledger';
import { targetOf } from '../e2e/support/notes';
import type { Stage } from '../e2e/support/open-stage';
import type { TruthLink, TruthNote } from '../replica/truth';
import type { Tally } from './fault';

/** The extension takes a row out of its queue once the row is stored, and never before: that is its word to us. */
const watchQueue = `(() => {
  window.acknowledged = [];
  chrome.storage.onChanged.addListener((changes) => {
    for (const [key, { oldValue, newValue }] of Object.entries(changes)) {
      const isDone = key.startsWith('q:') && newValue === undefined && oldValue !== undefined;
      if (isDone && oldValue.type === 'click') window.acknowledged.push(oldValue.id);
    }
  });
})()`;

/** Keeps account of the clicks that were made by trusted input, whoever may have heard of them. */
export interface Book {
  /** Call after the press: it was made. */
  pressed(note: TruthNote, link: TruthLink): void;
  /** The same where nobody was left to hear of it: counted as sent, not waited for. */
  pressedInVain(note: TruthNote, link: TruthLink): void;
  readonly sent: number;
  /** Takes down what was acknowledged so far: before the own page goes, and its memory with it. */
  pull(): Promise<void>;
  /** Listens again, once the own page was opened anew. */
  listen(): Promise<void>;
  /** Waits until what was pressed is stored, and takes down what was acknowledged. */
  settle(): Promise<void>;
  /** Waits for what is still on its way, then compares with the database. */
  close(): Promise<Tally>;
}

export async function openBook(stage: Stage): Promise<Book> {
  const pressed: string[] = [];
  let inVain = 0;
  const acked = new Set<string>();
  const listen = async () => void (await stage.own.evaluate(watchQueue));
  const pull = async () => {
    for (const id of v.parse(v.array(v.string()), await stage.own.evaluate('window.acknowledged'))) acked.add(id);
  };
  await listen();
  return {
    pressed: (note, link) => void pressed.push(keyOf(note, link)),
    pressedInVain(note, link) {
      pressed.push(keyOf(note, link));
      inVain += 1;
    },
    get sent() {
      return pressed.length;
    },
    pull,
    listen,
    async settle() {
      await settle(stage, pressed.length - inVain);
      await pull();
    },
    async close() {
      const ledger = await settle(stage, pressed.length - inVain);
      await pull();
      const ids = new Set(clicksIn(ledger).map(({ id }) => id));
      const missing = [...acked].filter((id) => !ids.has(id)).length;
      return { acked: acked.size, missing, ...compare(pressed, storedKeys(ledger)) };
    },
  };
}

function keyOf(note: TruthNote, link: TruthLink): string {
  return `${note.id} ${targetOf(link)}`;
}

function storedKeys(ledger: Ledger): string[] {
  return clicksIn(ledger).map(({ noteId, link }) => `${String(noteId)} ${String(link?.key)}`);
}

/** Link by link, so that a loss here is not made up for by a row too many there. */
function compare(pressed: readonly string[], stored: readonly string[]) {
  let duplicates = 0;
  for (const key of new Set(stored)) {
    duplicates += Math.max(0, count(stored, key) - count(pressed, key));
  }
  return { sent: pressed.length, stored: stored.length - duplicates, duplicates };
}

function count(list: readonly string[], key: string): number {
  return list.filter((each) => each === key).length;
}

/** Enough for a background that must first wake; what comes later has not come. */
const patienceMs = 10_000;

async function settle(stage: Stage, presses: number): Promise<Ledger> {
  const isThere = (ledger: Ledger) => storedKeys(ledger).length >= presses;
  const isDone = async () => isThere(await stage.ledger()) && (await stage.queue()).length === 0;
  await waitUntil('every press is stored', isDone, patienceMs).catch(() => undefined); // then it is counted as lost
  return stage.ledger();
}
