import type { Page } from 'puppeteer-core';
import { type Proxy, type Replica, startProxy, startReplica } from '../../replica';
import { type BrowserKind, type Driver, launch, type LaunchOptions, waitUntil } from '../browsers';
import { type Ledger, readLedger, readQueue } from './ledger';

type ReplicaOptions = NonNullable<Parameters<typeof startReplica>[0]>;
type BrowserOptions = Omit<Partial<LaunchOptions>, 'proxy' | 'replica'> & { firstRuns?: number };
export type StageOptions = ReplicaOptions & BrowserOptions;

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
  /** Opens the own page again, after the driver itself has stopped and started the browser. */
  reopen(): Promise<void>;
}

interface Parts {
  driver: Driver;
  replica: Replica;
  proxy: Proxy;
  own: Page;
}

export type OpenStage = Stage & { close(): Promise<void> };

export async function openStage(kind: BrowserKind, options: StageOptions = {}): Promise<OpenStage> {
  const parts = await openParts(kind, options);
  const close = async (): Promise<void> => {
    await parts.driver.close();
    await Promise.all([parts.replica.close(), parts.proxy.close()]);
  };
  // Not spread: `own` and the driver's browser are replaced at a restart.
  return Object.assign(
    stageOf(() => parts),
    { close },
  );
}

async function openParts(kind: BrowserKind, options: StageOptions): Promise<Parts> {
  // The tests name buttons in English; a browser with language packs would follow the machine.
  process.env['LANGUAGE'] = 'en';
  const { skin, now, cache, ...browserOptions } = options;
  const replica = await startReplica({
    ...(skin && { skin }),
    ...(now !== undefined && { now }),
    ...(cache && { cache }),
  });
  const proxy = await startProxy(replica);
  try {
    const driver = await launch(kind, { replica, proxy, ...browserOptions });
    return { driver, replica, proxy, own: await driver.openExtensionPage('popup.html') };
  } catch (error) {
    await Promise.all([replica.close(), proxy.close()]); // they would keep the whole run from ending
    throw error;
  }
}

function stageOf(parts: () => Parts): Stage {
  const ledger = () => readLedger(parts().own);
  const reopen = async () => {
    parts().own = await parts().driver.openExtensionPage('popup.html');
  };
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
      await reopen();
    },
    reopen,
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
