import { expect, test } from 'vitest';
import type { NoteEvent } from '@/utils/core/events';
import { zeeschuimerName, zeeschuimerStream } from '@/utils/export/zeeschuimer';
import * as made from './made-rows';

const told: NoteEvent = {
  ...made.collect(0, 'v1', true),
  type: 'note',
  note: { id: made.note, title: '毛衣', authorId: 'a1', media: 'video', label: { text: '赞助', kind: 'equivalent' } },
};

async function* pages() {
  yield [told];
  yield [{ ...told, note: { id: 'n2' } }];
}

test('the envelope that 4CAT imports, one line a note', async () => {
  const text = await new Response(zeeschuimerStream(pages(), { userAgent: 'made' })).text();
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect(lines).toEqual([
    {
      ...{ id: 1, nav_index: '1:1:1', item_id: made.note, timestamp_collected: made.start, last_updated: made.start },
      ...{
        source_platform: 'xiaohongshu.com',
        source_platform_url: told.url,
        source_url: told.url,
        user_agent: 'made',
      },
      data: {
        ...{ id: made.note, model_type: 'note' },
        note_card: { note_id: made.note, display_title: '毛衣', type: 'video', user: { user_id: 'a1' } },
        bacao: { label_text: '赞助', label_kind: 'equivalent' },
      },
    },
    expect.objectContaining({ id: 2, item_id: 'n2' }),
  ]);
});

test('the file is named as its own are', () => {
  expect(zeeschuimerName('xiaohongshu', made.start)).toBe(
    'zeeschuimer-export-xiaohongshu.com-2026-11-02T080000.ndjson',
  );
});
