import type { Browser } from 'puppeteer-core';

interface RawBidi {
  connection: { send: (method: string, params: object) => Promise<{ result: unknown }> };
}

// puppeteer keeps its BiDi connection out of its types; Firefox's own scope is reachable by raw commands only.
function hasConnection(browser: object): browser is RawBidi {
  return 'connection' in browser;
}

/** Runs a script in Firefox's own window and returns its value as JSON (needs --remote-allow-system-access). */
export async function runPrivileged(browser: Browser, script: string): Promise<unknown> {
  if (!hasConnection(browser)) throw new Error('This puppeteer does not show its BiDi connection any more.');
  const { connection } = browser;
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
  const context = firstContext(tree.result);
  const answer = await connection.send('script.evaluate', {
    expression: `(async () => JSON.stringify(await (async () => { ${script} })()))()`,
    target: { context },
    awaitPromise: true,
  });
  return parseAnswer(answer.result, script);
}

interface Tree {
  contexts: { context: string }[];
}

function firstContext(tree: unknown): string {
  const [first] = isTree(tree) ? tree.contexts : [];
  if (!first) throw new Error('Firefox shows no window of its own: --remote-allow-system-access is missing.');
  return first.context;
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && 'contexts' in value && Array.isArray(value.contexts);
}

interface Success {
  type: 'success';
  result: { value?: string };
}

function parseAnswer(answer: unknown, script: string): unknown {
  if (!isSuccess(answer)) throw new Error(`Firefox refused: ${script}\n${JSON.stringify(answer)}`);
  return answer.result.value === undefined ? undefined : JSON.parse(answer.result.value);
}

function isSuccess(value: unknown): value is Success {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'success';
}
