export interface StartOptions {
  headless: boolean;
  json: string | undefined;
  shots: string | undefined;
}

/** What `npm start` understands; read before anything is installed. */
export function readStartOptions(): StartOptions;
