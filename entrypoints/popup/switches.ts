import browser from 'webextension-polyfill';
import { platforms } from '@/utils/platforms/list';
import { readSettings } from '@/utils/settings';
import type { Change } from './answers';

export async function readRecording(): Promise<Change> {
  const { recording } = await readSettings(browser.storage.local);
  return { recording };
}

export async function readConnections(): Promise<Change> {
  const isConnected = (hosts: readonly string[]) => browser.permissions.contains({ origins: [...hosts] });
  return {
    connections: await Promise.all(
      platforms.map(async ({ id, hosts }) => ({ platform: id, hosts, connected: await isConnected(hosts) })),
    ),
  };
}
