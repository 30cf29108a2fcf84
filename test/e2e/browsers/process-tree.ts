import { execFileSync } from 'node:child_process';
import type { Browser } from 'puppeteer-core';
import { waitUntil } from './wait';

/** Ends the browser and every process it started, none of which gets to finish anything. */
export async function killTree(browser: Browser): Promise<number[]> {
  const root = browser.process()?.pid;
  if (root === undefined) throw new Error('This browser was not started from here.');
  const pids = [root, ...descendantsOf(root)];
  for (const pid of pids) killQuietly(pid);
  await waitUntil('the killed processes are gone', () => pids.every((pid) => !isRunning(pid)));
  return pids;
}

export function isRunning(pid: number): boolean {
  // A killed process stays in the list until its parent has heard of it.
  return listProcesses().some((each) => each.pid === pid && !each.state.startsWith('Z'));
}

function descendantsOf(root: number): number[] {
  const processes = listProcesses();
  const found = [root];
  // The list grows while it is walked: children of children come after their parents.
  for (const parent of found) found.push(...processes.filter(({ ppid }) => ppid === parent).map(({ pid }) => pid));
  return found.slice(1);
}

function listProcesses() {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,state='], { encoding: 'utf8' }).trim().split('\n');
  return lines.map((line) => {
    const [pid, ppid, state = ''] = line.trim().split(/\s+/u);
    return { pid: Number(pid), ppid: Number(ppid), state };
  });
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Its parent's end has ended it already.
  }
}
