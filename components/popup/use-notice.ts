import { useState } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import type { Deed } from '../tools';
import type { PopupActions } from './props';

/** The last thing done, in words, and the way back where there is one. */
export interface Notice {
  text: string;
  undo?: () => void;
}

/** What is said when a thing is done, and when it is not. */
interface Sayings {
  done: string;
  failed?: string;
  undo?: () => void;
}

export interface Noticeboard {
  notice: Notice | undefined;
  dismiss: () => void;
  /** Says it is done only when the ledger says so. */
  tell: (result: Promise<boolean>, sayings: Sayings) => void;
  /** For what shows on screen by itself: only its failure needs words. */
  listen: (result: Promise<boolean>) => void;
}

export function useNotice(): Noticeboard {
  const [notice, setNotice] = useState<Notice>();
  const dismiss = () => setNotice(undefined);
  const tell = (result: Promise<boolean>, { done, failed = i18n.t('toast.failed'), undo }: Sayings) => {
    const onDone = (stored: boolean) => setNotice(stored ? { text: done, ...(undo && { undo }) } : { text: failed });
    void result.then(onDone, () => setNotice({ text: failed })); // both ends are handled, nobody waits for it
  };
  const listen = (result: Promise<boolean>) => {
    const onFailed = () => setNotice({ text: i18n.t('toast.failed') });
    void result.then((stored) => (stored ? undefined : onFailed()), onFailed);
  };
  return { notice, dismiss, tell, listen };
}

type Deeds = Pick<PopupActions, 'save' | 'unsave' | 'markBought' | 'drop' | 'undo'>;

interface DeedRule {
  act: (actions: Deeds, key: string) => Promise<boolean>;
  said: () => string;
  back?: Deed;
}

const rules: Record<Deed, DeedRule> = {
  save: { act: (actions, key) => actions.save(key), said: () => i18n.t('toast.saved'), back: 'unsave' },
  unsave: { act: (actions, key) => actions.unsave(key), said: () => i18n.t('toast.unsaved'), back: 'save' },
  bought: { act: (actions, key) => actions.markBought(key), said: () => i18n.t('toast.bought'), back: 'undo' },
  drop: { act: (actions, key) => actions.drop(key), said: () => i18n.t('toast.dropped'), back: 'undo' },
  undo: { act: (actions, key) => actions.undo(key), said: () => i18n.t('toast.undone') },
};

/** Does a deed and offers its way back. */
export function doDeed(actions: Deeds, tell: Noticeboard['tell']) {
  const onDeed = (deed: Deed, key: string): void => {
    const { act, said, back } = rules[deed];
    tell(act(actions, key), { done: said(), ...(back && { undo: () => onDeed(back, key) }) });
  };
  return onDeed;
}
