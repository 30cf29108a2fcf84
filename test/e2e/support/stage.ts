import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import { type Proxy, type Replica, startProxy, startReplica } from '../../replica';
import { type BrowserKind, type Driver, launch, waitUntil } from '../browsers';
import { type Ledger, readLedger, readQueue } from './ledger';

/** `BACAO_FULL=1` asks for more rounds of what is a matter of luck. */
export const isFull = process.env['BACAO_FULL'] === '1';

type ReplicaOptions = NonNullable<Parameters<typeof startReplica>[0]>;

/** A browser with the extension, on a replica of its own. */
export interface Stage {
  readonly driver: Driver;
  readonly replica: Replica;
  readonly proxy: Proxy;
  /** One of the extension's own pages, kept open to look into its database from. */
  readonly own: Page;
  ledger(): Promise<Ledger>;
  queue(): Promise<string[]>;
  /** The ledger as soon as `holds` likes it. */
  untilLedger(what: string, holds: (ledger: Ledger) => boolean): Promise<Ledger>;
  /** Closes every tab but the own one and erases everything, so that the next test starts from nothing. */
  clear(): Promise<void>;
  restart(): Promise<void>;
}

interface Parts {
  driver: Driver;
  replica: Replica;
  proxy: Proxy;
  own: Page;
}

/** Opens a stage before the tests of this block and closes it after them. */
export function useStage(kind: BrowserKind, options: ReplicaOptions = {}): Stage {
  let parts: Parts | undefined;
  beforeAll(async () => {
    parts = await openParts(kind, options);
  });
  afterAll(async () => {
    await parts?.driver.close();
    await Promise.all([parts?.replica.close(), parts?.proxy.close()]);
  });
  return stageOf(() => {
    if (!parts) throw new Error('The stage opens with the first test, not before.');
    return parts;
  });
}

async function openParts(kind: BrowserKind, options: ReplicaOptions): Promise<Parts> {
  // The tests name buttons in English; a browser with language packs would follow the machine.
  process.env['LANGUAGE'] = 'en';
  const replica = await startReplica(options);
  const proxy = await startProxy(replica);
  const driver = await launch(kind, { replica, proxy });
  return { driver, replica, proxy, own: await driver.openExtensionPage('popup.html') };
}

function stageOf(parts: () => Parts): Stage {
  const ledger = () => readLedger(parts().own);
  return {
    get driver() {
      return parts().driver;
    },
    get replica() {
      return parts().replica;
    },
    get proxy() {
      return parts().proxy;
    },
    get own() {
      return parts().own;
    },
    ledger,
    queue: () => readQueue(parts().own),
    untilLedger: (what, holds) => untilLedger(what, ledger, holds),
    clear: () => clear(parts()),
    restart: async () => {
      await parts().driver.restart();
      parts().own = await parts().driver.openExtensionPage('popup.html');
    },
  };
}

async function untilLedger(what: string, read: () => Promise<Ledger>, holds: (ledger: Ledger) => boolean) {
  return waitUntil(what, async () => {
    const ledger = await read();
    return holds(ledger) && ledger;
  });
}

async function clear({ driver, own }: Parts): Promise<void> {
  const others = (await driver.browser.pages()).filter((page) => page !== own);
  await Promise.all(others.map((page) => page.close()));
  await own.evaluate("chrome.runtime.sendMessage({ type: 'erase-all' })");
}
