import { expect, test } from 'vitest';
import { littleRoom, littleRoomBytes } from '@/utils/core/room-left';

const quota = 10_000_000_000;

test.each([
  [{ used: 0, quota }, undefined],
  [{ used: quota - littleRoomBytes, quota }, undefined],
  [{ used: quota - littleRoomBytes + 1, quota }, littleRoomBytes - 1],
  [{ used: quota, quota }, 0],
  [{ used: quota + 5, quota }, 0],
  [{ used: 0, quota: 5_000_000 }, 5_000_000],
])('%j leaves %s bytes to be told', (use, left) => expect(littleRoom(use)).toBe(left));
