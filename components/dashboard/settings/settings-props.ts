import type { RecordKind } from '@/utils/core/record-kinds';
import type { Settings, Theme } from '@/utils/core/switches';
import type { Connection } from '../../popup/props';

/** One of the keys that the browser knows for us. */
export interface KeyCommand {
  name: string;
  /** Empty where none is set. */
  shortcut: string;
}

export interface SettingsState {
  /** Absent until they are read. */
  settings?: Settings;
  connections: Connection[];
  /** How many small pictures are kept; absent where the ledger does not tell. */
  thumbnails?: number;
  keys: KeyCommand[];
  /** The note sites, by host. */
  sites: readonly string[];
}

export interface SettingsActions {
  connect: (platform: string) => Promise<boolean>;
  disconnect: (platform: string) => Promise<boolean>;
  erasePlatform: (platform: string) => Promise<boolean>;
  onKind: (kind: RecordKind, on: boolean) => void;
  onTheme: (theme: Theme) => void;
  onThumbnails: (on: boolean) => void;
  /** Resolves to whether they are gone. */
  eraseThumbnails: () => Promise<boolean>;
  /** Resolves to whether it is stored. */
  leaveOut: (what: 'author' | 'note' | 'site', id: string, on: boolean) => Promise<boolean>;
  /** What an address leads to, where it is one of a note or an author. */
  subjectAt: (address: string) => { what: 'author' | 'note'; id: string } | undefined;
  onKeys: () => void;
  onConsent: () => void;
}
