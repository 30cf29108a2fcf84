import browser from 'webextension-polyfill';
import type { CaptureFile, CaptureState } from '@/components/capture/props';
import { captureTab, type Capture } from '@/utils/messages/capture';

/** Makes the capture of a tab, or says why there is none. */
export async function readCapture(tab: number, now: number): Promise<CaptureState> {
  const isThere = await browser.tabs.get(tab).then(
    () => true,
    () => false,
  );
  if (!isThere) return { state: 'failed', why: 'gone' };
  try {
    const capture = await captureTab(tab);
    return capture ? ready(capture, now) : { state: 'failed', why: 'foreign' };
  } catch {
    return { state: 'failed', why: 'failed' }; // shown to the person
  }
}

function ready({ html, json }: Capture, now: number): CaptureState {
  const name = `bacao-capture-${stamp(now)}`;
  const files = { page: fileOf(`${name}.html`, html), facts: fileOf(`${name}.json`, json) };
  return { state: 'ready', files, saved: [] };
}

function fileOf(name: string, text: string): CaptureFile {
  return { name, text, bytes: new TextEncoder().encode(text).length };
}

/** `20261122-1405`, in UTC: whose clock it was is nobody's business. */
function stamp(now: number): string {
  return new Date(now)
    .toISOString()
    .replace(/[-:]|\..*/gu, '')
    .replace('T', '-')
    .slice(0, 13);
}
