import { describe, expect, test } from 'vitest';
import { platforms } from '@/utils/platforms/list';
import { sites } from '@/utils/sites/list';
import { readBuilt, targets } from './outputs';

interface Manifest {
  permissions: string[];
  host_permissions: string[];
  optional_host_permissions: string[];
  content_scripts: unknown[];
  content_security_policy: { extension_pages: string };
  incognito: string;
  side_panel?: unknown;
  sidebar_action?: unknown;
  commands: Record<string, { description?: string; suggested_key?: unknown }>;
}

const common = ['storage', 'unlimitedStorage', 'scripting', 'alarms', 'contextMenus', 'activeTab'];
/** The ledger beside the page: Chromium asks for a permission, Firefox has a key of its own. */
const asked: Record<string, string[]> = { 'chrome-mv3': [...common, 'sidePanel'], 'firefox-mv3': common };

describe.each(targets)('%s manifest', (target) => {
  const manifest: Manifest = JSON.parse(readBuilt(target, 'manifest.json'));

  test('asks for exactly these permissions', () => {
    expect([...manifest.permissions].sort()).toEqual([...(asked[target] ?? [])].sort());
  });

  test('note sites are granted at install, shops only when the person connects them', () => {
    const noteHosts = sites.flatMap(({ hosts }) => [...hosts]);
    expect(manifest.host_permissions).toEqual(noteHosts);
    expect(manifest.optional_host_permissions).toEqual(platforms.flatMap(({ hosts }) => [...hosts]));
    expect(manifest.content_scripts).toEqual([{ js: ['note.js'], matches: noteHosts, run_at: 'document_start' }]);
  });

  test('the ledger can stay open beside the page, and is not opened there by itself', () => {
    const panel = manifest.side_panel ?? manifest.sidebar_action;
    expect(JSON.stringify(panel)).toContain('sidepanel.html');
    if (manifest.sidebar_action) expect(manifest.sidebar_action).toMatchObject({ open_at_install: false });
  });

  test('every command has words, and no more than four suggest a key', () => {
    const { _execute_action, ...own } = manifest.commands;
    expect(_execute_action).toHaveProperty('suggested_key');
    expect(Object.keys(own).sort()).toEqual(['open-ledger', 'open-panel', 'pause']);
    for (const command of Object.values(own)) expect(command.description).toMatch(/^__MSG_commands_[a-z]+__$/u);
  });

  test('no page of ours can send anything anywhere', () => {
    const policy = manifest.content_security_policy.extension_pages;
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toContain("script-src 'self';");
  });

  test('nothing is shown to pages, nobody outside is heard, private windows are left alone', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    // No external listener is registered either, so nobody is heard; an empty list would show a warning to the person.
    expect(manifest).not.toHaveProperty('externally_connectable');
    expect(readBuilt(target, 'background.js')).not.toMatch(/onMessageExternal|onConnectExternal/);
    expect(manifest.incognito).toBe('not_allowed');
  });
});

test('Firefox is told that no data is collected', () => {
  expect(JSON.parse(readBuilt('firefox-mv3', 'manifest.json'))).toMatchObject({
    // Without a key of its own it is offered on no phone.
    browser_specific_settings: {
      gecko_android: { strict_min_version: '142.0' },
      gecko: { data_collection_permissions: { required: ['none'] } },
    },
  });
});
