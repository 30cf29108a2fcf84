import browser from 'webextension-polyfill';
import type { PlatformId } from '../core/types';

/** A platform that can be connected: its hosts are what the browser asks the person about. */
export interface Connectable {
  id: PlatformId;
  hosts: readonly string[];
}

/** Each with whether the person has connected it. */
export function listConnections(platforms: readonly Connectable[]) {
  return Promise.all(
    platforms.map(async ({ id, hosts }) => ({
      platform: id,
      hosts,
      connected: await browser.permissions.contains({ origins: [...hosts] }),
    })),
  );
}

function hostsOf(platforms: readonly Connectable[], id: PlatformId): string[] {
  return platforms.filter((platform) => platform.id === id).flatMap(({ hosts }) => [...hosts]);
}

/** First thing in the click handler: a browser grants only what the person's own click asks for. */
export function connect(platforms: readonly Connectable[], id: PlatformId): Promise<boolean> {
  return browser.permissions.request({ origins: hostsOf(platforms, id) });
}

export function disconnect(platforms: readonly Connectable[], id: PlatformId): Promise<boolean> {
  return browser.permissions.remove({ origins: hostsOf(platforms, id) });
}
