import { describe, expect, test } from 'vitest';
import { type CreditedLine, creditReport, type NoteTouch } from '@/utils/match/credits';

const day = 86_400_000;
const boughtAt = 200 * day;
let ids = 0;
const touch = (daysBefore: number, note: string, change: Partial<NoteTouch> = {}): NoteTouch => ({
  id: `t${String((ids += 1))}`,
  type: 'click',
  at: boughtAt - daysBefore * day,
  itemKey: 'jd:1',
  note,
  ...change,
});
const line = { itemKey: 'jd:1', at: boughtAt, order: 'o1', linesOfOrder: 1, orderPaidFen: 10_000 };
const rest = { order: 'o2', linesOfOrder: 1 };
const window = (days: number, touches: NoteTouch[], lines: CreditedLine[] = [line]) =>
  creditReport(lines, touches).windows.find((each) => each.days === days)!;

describe('who is credited with a purchase', () => {
  test('every window of the screen, each purchase in one of three', () => {
    const { purchases, windows } = creditReport(
      [line, { ...rest, at: boughtAt }, { ...rest, itemKey: 'jd:1' }],
      [touch(5, 'a')],
    );
    expect(purchases).toBe(3);
    expect(windows.map(({ days, byClick, byView, unattributed }) => [days, byClick, byView, unattributed])).toEqual([
      [1, 0, 0, 3],
      [3, 0, 0, 3],
      [7, 1, 0, 2],
      [14, 1, 0, 2],
      [30, 1, 0, 2],
      [90, 1, 0, 2],
    ]);
  });

  test('last, first, linear, position and assisted', () => {
    const touches = [touch(6, 'a'), touch(4, 'b'), touch(3, 'b'), touch(1, 'c')];
    const { notes } = window(7, touches);
    const rounded = notes.map(({ fen: _paid, ...each }) => ({
      ...each,
      position: Math.round(each.position * 100) / 100,
    }));
    expect(rounded).toEqual([
      { note: 'c', last: 1, first: 0, linear: 0.25, position: 0.4, assisted: 0 },
      { note: 'b', last: 0, first: 0, linear: 0.5, position: 0.2, assisted: 1 },
      { note: 'a', last: 0, first: 1, linear: 0.25, position: 0.4, assisted: 1 },
    ]);
  });

  test('a note is no helper of itself', () => {
    expect(window(7, [touch(2, 'a'), touch(1, 'a')]).notes).toMatchObject([{ note: 'a', last: 1, assisted: 0 }]);
  });

  test('a click goes before every view, and a view counts for a day', () => {
    const view = (daysBefore: number) => touch(daysBefore, 'v', { type: 'view' });
    expect(window(7, [touch(5, 'c'), view(0.5)])).toMatchObject({ byClick: 1, byView: 0, notes: [{ note: 'c' }] });
    expect(window(3, [touch(5, 'c'), view(0.5)])).toMatchObject({ byClick: 0, byView: 1, notes: [{ note: 'v' }] });
    expect(window(90, [view(1.5)])).toMatchObject({ byView: 0, unattributed: 1, notes: [] });
  });

  test('what came after the purchase, or was another thing, is nothing', () => {
    expect(window(90, [touch(-1, 'a'), touch(1, 'a', { itemKey: 'jd:2' })])).toMatchObject({ unattributed: 1 });
  });

  test('every purchase’s money is under one of the three, and the shares of the notes add up to it', () => {
    const touches = [touch(6, 'a'), touch(4, 'b'), touch(1, 'c')];
    const loose = { ...rest, at: boughtAt, orderPaidFen: 2_500 };
    const { money, notes } = window(7, touches, [line, loose]);
    expect(money).toEqual({ byClick: 10_000, byView: 0, unattributed: 2_500, undivided: 0 });
    for (const rule of ['last', 'first', 'linear', 'position'] as const)
      expect(notes.reduce((sum, { fen }) => sum + fen[rule], 0)).toBeCloseTo(10_000, 6);
    expect(notes.find(({ note }) => note === 'b')?.fen).toMatchObject({ last: 0, first: 0 });
  });

  test('an order’s total counts once, and is divided only where the order says what each thing cost', () => {
    const of = (itemKey: string, change: object = {}) => ({ ...line, itemKey, linesOfOrder: 2, ...change });
    const touches = [touch(1, 'a')];
    expect(window(7, touches, [of('jd:1'), of('jd:2')]).money).toMatchObject({ byClick: 0, undivided: 10_000 });
    expect(window(7, [], [of('jd:1'), of('jd:2')]).money).toMatchObject({ unattributed: 10_000, undivided: 0 });
    // One line of two was given back: what remains is not the total
    expect(window(7, touches, [of('jd:1')]).money).toMatchObject({ byClick: 0, undivided: 10_000 });
    const priced = [of('jd:1', { paidFen: 7_000 }), of('jd:2', { paidFen: 3_000 })];
    expect(window(7, touches, priced).money).toMatchObject({ byClick: 7_000, unattributed: 3_000, undivided: 0 });
  });

  test('what states no amount is in no sum, and counted', () => {
    const { orderPaidFen: _none, ...unpriced } = line;
    const report = creditReport([unpriced], []);
    expect(report.unpriced).toBe(1);
    expect(report.windows[0]).toMatchObject({ unattributed: 1, money: { unattributed: 0 } });
  });
});
