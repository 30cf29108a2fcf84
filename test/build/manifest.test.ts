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
}

const common = ['storage', 'unlimitedStorage', 'scripting', 'alarms', 'contextMenus', 'activeTab'];

describe.each(targets)('%s manifest', (target) => {
  const manifest: Manifest = JSON.parse(readBuilt(target, 'manifest.json'));

  test('asks for exactly these permissions', () => {
    expect([...manifest.permissions].sort()).toEqual([...common].sort());
  });

  test('note sites are granted at install, shops only when the person connects them', () => {
    const noteHosts = sites.flatMap(({ hosts }) => [...hosts]);
    expect(manifest.host_permissions).toEqual(noteHosts);
    expect(manifest.optional_host_permissions).toEqual(platforms.flatMap(({ hosts }) => [...hosts]));
    expect(manifest.content_scripts).toEqual([{ js: ['note.js'], matches: noteHosts, run_at: 'document_start' }]);
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
    browser_specific_settings: { gecko: { data_collection_permissions: { required: ['none'] } } },
  });
});
