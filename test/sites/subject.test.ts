import { expect, test } from 'vitest';
import { subjectAt } from '@/utils/sites/subject';

const note = '65f000000000000012345678';

test.each([
  [`https://www.xiaohongshu.com/explore/${note}?xsec_token=a`, { what: 'note', id: note }],
  [`https://www.rednote.com/explore/${note}`, { what: 'note', id: note }],
  [`https://www.xiaohongshu.com/user/profile/${note}`, { what: 'author', id: note }],
  ['https://www.xiaohongshu.com/explore', undefined],
  [`https://www.xiaohongshu.com.evil.example/explore/${note}`, undefined],
  [`https://item.jd.com/${note}.html`, undefined],
  ['javascript:alert(1)', undefined],
  ['', undefined],
])('%s → %j', (address, subject) => expect(subjectAt(address)).toEqual(subject));
