/** What passes between the page that reads a backup, the background that writes it and the screen that tells of it. */

export interface Progress {
  done: number;
  total: number;
}

/**
 * Why nothing was written into the person's folder. `permission`: the browser asks again, which takes a press of the
 * person; `gone`: the folder is not there any more; `full`: no room; `failed`: what was written cannot be read back, or
 * the system refused it.
 */
export type FolderFailure = 'permission' | 'gone' | 'full' | 'failed';

export interface BackupFile {
  name: string;
  /** Bytes. */
  size: number;
}

/** Why a row of a backup was not taken. */
type RefusalReason =
  | 'too-long' // more than any row of ours
  | 'not-text' // no UTF-8, or not JSON
  | 'unknown' // no kind of row that this version writes
  | 'shape' // a field is missing or wrong; `where` names it
  | 'duplicate' // an earlier row of the file has its id
  | 'list'; // it decodes, and still the ledger does not take it

export interface Refusal {
  /** From 1; absent when the background refused what the page had read. */
  line?: number;
  id?: string;
  reason: RefusalReason;
  /** The path of the field, as `link.kind`. */
  where?: string;
}

/** All that were refused: a damaged file may hold millions. */
export interface Refusals {
  count: number;
  /** As many as are held one by one. */
  first: Refusal[];
  /** The others, as text for a file: what is written already, and what comes after it. */
  more?: { blobs: Blob[]; text: string };
}

/** A part of a backup on its way back into the ledger; its rows are decoded again where they arrive. */
export interface RestorePart {
  file: BackupFile;
  /** Epoch ms: names the restore, and what is erased after it stays erased. */
  startedAt: number;
  /** Epoch ms of when the file was made; undefined where it does not say. */
  madeAt?: number;
  /** Rows of the file that are dealt with once this part is. */
  progress: Progress;
  /** How many events of the file the ledger holds ahead of this part: when it holds no others, nothing here comes late. */
  ahead: number;
  /** At most 500 together, in the file's order. */
  events: unknown[];
  exposures: unknown[];
  /** In the first part: keys of the device the file comes from, its own first, as hex. */
  keys?: string[];
  /** In the first part, when the person wants the file's settings. */
  settings?: unknown;
  /** In the last part: the restore is done. */
  last?: true;
}

/** What became of a part. `known`: the ledger had it, and what it had stays. */
export type RestoreAnswer =
  // `keysLeft`: keys of orders that found no place, in the answer to the first part.
  | { ok: true; added: number; known: number; refused: Refusal[]; keysLeft?: number }
  // Everything was erased after the restore began: the rest must not come back.
  | { ok: false; reason: 'erased' };

/** As the page has it: `unanswered` when the background was stopped under the part. */
export type PartAnswer = RestoreAnswer | { ok: false; reason: 'unanswered' | 'full' | 'failed' };

/** A restore that has not come to its end: it can be taken up by choosing the same file again. */
export interface UnfinishedRestore {
  file: BackupFile;
  startedAt: number;
  progress: Progress;
}
