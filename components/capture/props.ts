export const captureFiles = ['page', 'facts'] as const;

/** The page's markup, and beside it where it was and what was read of it. */
export type CaptureFileId = (typeof captureFiles)[number];

export interface CaptureFile {
  name: string;
  text: string;
  bytes: number;
}

/** `gone`: the tab; `foreign`: a page of no note site; `failed`: the page did not answer as it should. */
export type CaptureFailure = 'gone' | 'foreign' | 'failed';

export type CaptureState =
  | { state: 'reading' }
  | { state: 'failed'; why: CaptureFailure }
  | { state: 'ready'; files: Record<CaptureFileId, CaptureFile>; saved: readonly CaptureFileId[] };

export interface CaptureProps {
  capture: CaptureState;
  onSave: (file: CaptureFileId) => void;
}
