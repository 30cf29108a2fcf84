import { expect, test } from 'vitest';
import type { ItemWord } from '@/components/tools';
import { messageOfWord } from '@/entrypoints/dashboard/item-deeds';

test.each<[ItemWord, object]>([
  [
    { word: 'cool', until: 7 },
    { type: 'cool', key: 'jd:1', until: 7 },
  ],
  [
    { word: 'tag', tag: '礼物', on: false },
    { type: 'tag', key: 'jd:1', tag: '礼物', on: false },
  ],
  [
    { word: 'remark', text: '' },
    { type: 'remark', key: 'jd:1', text: '' },
  ],
])('%j is told as it is', (word, message) => expect(messageOfWord(word, 'jd:1')).toEqual(message));
