import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { BrowserKind } from '../browsers';
import { type OpenStage, openStage, type Stage, type StageOptions } from './open-stage';

export type { Stage } from './open-stage';

/**
 * Opens a stage before the tests of this block and closes it after them. A test that fails half way leaves switches
 * turned, or no browser at all: the next `clear()` after it begins with another browser, for its second try too. Tests
 * that go on where the one before stopped do not clear, and keep theirs while it lives.
 */
export function useStage(kind: BrowserKind, options: StageOptions = {}): Stage {
  let open: OpenStage | undefined;
  let isSpoilt = false;
  const reopen = async (): Promise<void> => {
    await open?.close();
    open = await openStage(kind, options);
    isSpoilt = false;
  };
  beforeAll(reopen);
  beforeEach(() => (open?.driver.browser.connected === false ? reopen() : undefined));
  afterEach(({ task }) => {
    isSpoilt ||= task.result?.state === 'fail';
  });
  afterAll(() => open?.close());
  const stage = (): OpenStage => {
    if (!open) throw new Error('The stage opens with the first test, not before.');
    return open;
  };
  const clear = () => (isSpoilt ? reopen() : stage().clear());
  // Looked up at each use: tests are written down before the stage is there.
  return new Proxy({} as Stage, {
    get: (_target, name) => (name === 'clear' ? clear : Reflect.get(stage(), name)),
  });
}
