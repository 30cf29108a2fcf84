import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { askAgain, canKeepFolder, chooseFolder } from '@/utils/backup-folder/choose';
import { forgetFolder, readFolder } from '@/utils/backup-folder/kept';

/** As much of a handle as a database keeps. */
const handle = { kind: 'directory', name: 'backups' } as FileSystemDirectoryHandle;

const withPicker = (pick?: () => Promise<unknown>) => vi.stubGlobal('window', { showDirectoryPicker: pick });

afterEach(async () => {
  vi.unstubAllGlobals();
  await forgetFolder();
});

describe('the folder a person gives', () => {
  test('is kept', async () => {
    withPicker(() => Promise.resolve(handle));
    expect(canKeepFolder()).toBe(true);
    expect(await chooseFolder()).toEqual({ handle });
    expect(await readFolder()).toEqual({ handle });
  });

  test('is not asked for where the browser has no way', async () => {
    withPicker();
    expect(canKeepFolder()).toBe(false);
    expect(await chooseFolder()).toBeUndefined();
    expect(await readFolder()).toBeUndefined();
  });

  test('may be thought better of', async () => {
    withPicker(() => Promise.reject(new DOMException('', 'AbortError')));
    expect(await chooseFolder()).toBeUndefined();
  });

  test('another failure is no change of mind', async () => {
    withPicker(() => Promise.reject(new DOMException('', 'SecurityError')));
    await expect(chooseFolder()).rejects.toMatchObject({ name: 'SecurityError' });
  });
});

test.each([
  ['granted', true],
  ['denied', false],
  ['prompt', false],
] as const)('asked again, and %s', async (state, allowed) => {
  const asked = { ...handle, requestPermission: () => Promise.resolve(state) } as FileSystemDirectoryHandle;
  expect(await askAgain({ handle: asked })).toBe(allowed);
});
