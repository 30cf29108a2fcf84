import { readOptions } from './options.mjs';

const usage = `npm start -- [--headless] [--json FILE] [--shots DIR]
  Opens a browser with the extension on a bundled copy of note and shop pages.
  --headless    no window: walks the main job by itself and prints the ledger
  --json FILE   writes the ledger of the walk
  --shots DIR   writes screenshots of the walk`;

/** What `npm start` understands; read before anything is installed. */
export function readStartOptions() {
  const {
    headless = false,
    json,
    shots,
  } = readOptions(usage, {
    headless: { type: 'boolean' },
    json: { type: 'string' },
    shots: { type: 'string' },
  });
  return { headless: headless || !hasDisplay(), json, shots };
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}
