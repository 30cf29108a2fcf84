// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { chooseTarget } from '@/entrypoints/dashboard/backup-target';

afterEach(() => {
  delete window.showSaveFilePicker;
  vi.restoreAllMocks();
});

const bytes = () => new Blob(['made bytes']).stream();
const { signal } = new AbortController();

/** A file as the picker gives it: nothing is in it before its stream is closed. */
function madeFile() {
  const written: Uint8Array[] = [];
  const closed = vi.fn();
  const writable = new WritableStream<Uint8Array>({ write: (part) => void written.push(part), close: closed });
  const size = () => written.reduce((sum, part) => sum + part.length, 0);
  const file = { name: 'made.gz', getFile: () => Promise.resolve({ name: 'made.gz', size: size() }) };
  return { closed, handle: { ...file, createWritable: () => Promise.resolve(writable) } };
}

describe('a backup goes', () => {
  test('into the file that the person chose', async () => {
    const { handle, closed } = madeFile();
    const picker = vi.fn().mockResolvedValue(handle);
    window.showSaveFilePicker = picker;
    const target = await chooseTarget('bacao.gz');
    expect(picker.mock.calls).toEqual([[{ suggestedName: 'bacao.gz' }]]);
    expect(await target?.write(bytes(), signal)).toEqual({ name: 'made.gz', bytes: 10 });
    expect(closed).toHaveBeenCalledTimes(1);
    expect(target?.where).toBe('written');
  });

  test('nowhere when the person thinks better of it', async () => {
    window.showSaveFilePicker = () => Promise.reject(new DOMException('made', 'AbortError'));
    expect(await chooseTarget('bacao.gz')).toBeUndefined();
  });

  test.each<[string, (() => Promise<never>) | undefined]>([
    ['there is no picker', undefined],
    ['the picker is forbidden', () => Promise.reject(new DOMException('made', 'SecurityError'))],
  ])('to the downloads where %s', async (_name, picker) => {
    if (picker) window.showSaveFilePicker = picker;
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:made');
    const target = await chooseTarget('bacao.gz');
    expect(await target?.write(bytes(), signal)).toEqual({ name: 'bacao.gz', bytes: 10 });
    expect(clicked).toHaveBeenCalledTimes(1);
    expect(target?.where).toBe('handed');
  });

  test('nowhere once it is stopped', async () => {
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    const target = await chooseTarget('bacao.gz');
    await expect(target?.write(bytes(), AbortSignal.abort())).rejects.toThrow();
    expect(clicked).not.toHaveBeenCalled();
  });
});
