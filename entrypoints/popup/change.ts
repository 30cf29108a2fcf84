import type { PopupProps } from '@/components/popup/props';

/** What an answer changes on screen. */
export type Change = Partial<PopupProps>;
