import { expect, test, vi } from 'vitest';
import { bytesOfHex, hexOf } from '@/utils/core/hex';

test('bytes and their hex are each other’s', () => {
  const all = Uint8Array.from({ length: 256 }, (_byte, place) => place);
  expect(hexOf(all)).toBe(Buffer.from(all).toString('hex'));
  expect(bytesOfHex(hexOf(all))).toEqual(all);
  expect(hexOf(new Uint8Array(0))).toBe('');
});

test('a browser that can do it itself is asked', () => {
  const bytes = Object.assign(new Uint8Array([1, 171]), { toHex: vi.fn(() => '01ab') });
  expect(hexOf(bytes)).toBe('01ab');
  expect(bytes.toHex).toHaveBeenCalledOnce();
});

test.each(['0', '0g', 'abc', ' 00'])('%o is none', (text) => expect(() => bytesOfHex(text)).toThrow(RangeError));
