import type { OwnMessage } from '../messages/protocol';
import {
  writeConsent,
  writeCopies,
  writeExclusion,
  writeKind,
  writePause,
  writePausedTab,
  writeRecording,
  writeTheme,
  writeThumbnails,
} from '../settings';
import type { WriterDesk } from './write';

const switchTypes = [
  'consent',
  'recording',
  'kind',
  'theme',
  'copies',
  'pause',
  'pause-tab',
  'exclude',
  'thumbnails',
] as const;
export type SwitchMessage = Extract<OwnMessage, { type: (typeof switchTypes)[number] }>;

/** Whether a message is about what the person switches, and not about items or the ledger itself. */
export function isSwitch(message: OwnMessage): message is SwitchMessage {
  return switchTypes.some((type) => type === message.type);
}

/** Turns one of the person's switches. @returns false when there are too many of its kind */
export async function turn({ storage, now }: WriterDesk, message: SwitchMessage): Promise<boolean> {
  switch (message.type) {
    case 'consent':
      await writeConsent(storage, now());
      return true;
    case 'recording':
      await writeRecording(storage, message.on, now());
      return true;
    case 'kind':
      await writeKind(storage, message.kind, message.on);
      return true;
    case 'theme':
      await writeTheme(storage, message.theme);
      return true;
    case 'copies':
      await writeCopies(storage, message.on);
      return true;
    case 'thumbnails':
      await writeThumbnails(storage, message.on);
      return true;
    case 'pause':
      await writePause(storage, message.until, now());
      return true;
    case 'pause-tab':
      return writePausedTab(storage, message, now());
    case 'exclude':
      return writeExclusion(storage, message);
  }
}
