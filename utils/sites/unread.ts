import type { Unread } from '../core/types';

export const noData = (where: string): Unread => ({ where, reason: 'no-data' });
export const badShape = (where: string): Unread => ({ where, reason: 'shape' });
