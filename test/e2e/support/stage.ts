import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { BrowserKind } from '../browsers';
import { type OpenStage, openStage, type Stage, type StageOptions } from './open-stage';

export type { Stage } from './open-stage';

/** `BACAO_FULL=1` asks for more rounds of what is a matter of luck. */
export const isFull = process.env['BACAO_FULL'] === '1';

/** Opens a stage before the tests of this block and closes it after them. */
export function useStage(kind: BrowserKind, options: StageOptions = {}): Stage {
  let open: OpenStage | undefined;
  beforeAll(async () => {
    open = await openStage(kind, options);
  });
  // A browser that a busy machine has killed is missing in its test alone: the second try and all others get another.
  beforeEach(async () => {
    if (open?.driver.browser.connected !== false) return;
    await open.close();
    open = await openStage(kind, options);
  });
  afterAll(() => open?.close());
  const stage = (): OpenStage => {
    if (!open) throw new Error('The stage opens with the first test, not before.');
    return open;
  };
  // Looked up at each use: tests are written down before the stage is there.
  return new Proxy({} as Stage, { get: (_target, name) => Reflect.get(stage(), name) });
}
