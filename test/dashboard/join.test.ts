import { expect, test, vi } from 'vitest';
import { joinWork } from '@/entrypoints/dashboard/research/join';
import type { ResearchDesk, ResearchState } from '@/entrypoints/dashboard/research/work';

async function refusalOf(file: Partial<File>): Promise<ResearchState['refusal']> {
  const change = vi.fn<(part: Partial<ResearchState>) => void>();
  const desk = { change, drop: () => undefined, now: () => 0 } as unknown as ResearchDesk;
  joinWork(desk).onStudyFile(file as File);
  await vi.waitFor(() => expect(change).toHaveBeenCalledTimes(1));
  return change.mock.calls[0]?.[0].refusal;
}

test('a file that is far too large is not read', async () => {
  const text = vi.fn(() => Promise.resolve('{}'));
  expect(await refusalOf({ size: 2e9, text })).toEqual({ why: 'too-large' });
  expect(text).not.toHaveBeenCalled();
});

test('one that cannot be read is refused in words', async () => {
  const text = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
  expect(await refusalOf({ size: 10, text })).toEqual({ why: 'not-json' });
});
