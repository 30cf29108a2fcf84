import type { CaptureState } from '@/components/capture/props';

/** A note as a capture shows it. */
export const capture: Extract<CaptureState, { state: 'ready' }> = {
  state: 'ready',
  files: {
    page: {
      name: 'bacao-capture-20261122-1405.html',
      text: '<!doctype html>\n<html lang="zh-CN"><div class="note-container">\n<p>某某某</p>\n</div></html>\n',
      bytes: 412_345,
    },
    facts: {
      name: 'bacao-capture-20261122-1405.json',
      text: '{\n  "url": "https://www.xiaohongshu.com/explore/65f000000000000000000002",\n  "shape": { "kind": "note" }\n}\n',
      bytes: 3_012,
    },
  },
  saved: [],
};
