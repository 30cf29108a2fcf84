import { type BrowserKind, builtExtension } from '../e2e/browsers';
import { type OpenStage, openStage, type Stage, type StageOptions } from '../e2e/support/open-stage';

/** Where faults are injected: browsers, opened when a row asks for them. */
export interface Lab {
  readonly kind: BrowserKind;
  readonly full: boolean;
  /** The folder of the build that is tried. */
  readonly build: string;
  /** How often to try: `short` in the short form, else 20 or what is given. Asked once by each row. */
  tries(short: number, full?: number): number;
  /** How many tries of the row that asked last must have had their fault. */
  readonly wanted: number;
  /** The browser that gentle rows share, with nothing in the ledger. */
  stage(): Promise<Stage>;
  /** A browser of the row's own, closed when the row is over. */
  alone(options?: StageOptions): Promise<Stage>;
  /** Closes what the row opened for itself, and the shared browser too if the row broke down in it. */
  tidy(how: 'went well' | 'broke down'): Promise<void>;
  close(): Promise<void>;
}

/** Fewer say little of what happens seldom. */
const leastTries = 20;

interface LabOptions {
  kind: BrowserKind;
  full: boolean;
  /** Another build than the one that ships: a mutant. */
  extensionDir?: string | undefined;
}

export function openLab({ kind, full, extensionDir = builtExtension(kind) }: LabOptions): Lab {
  let shared: OpenStage | undefined;
  let wanted = 0;
  const own: OpenStage[] = [];
  const closeShared = async () => {
    const closing = shared?.close();
    shared = undefined;
    await closing;
  };
  const closeOwn = async () => {
    await Promise.all(own.splice(0).map((stage) => stage.close()));
  };
  return {
    kind,
    full,
    build: extensionDir,
    tries(short, many = leastTries) {
      const count = full ? many : short;
      wanted = full ? Math.max(many, leastTries) : short;
      return count;
    },
    get wanted() {
      return wanted;
    },
    async stage() {
      shared ??= await openStage(kind, { extensionDir });
      await shared.clear();
      return shared;
    },
    async alone(options = {}) {
      const stage = await openStage(kind, { extensionDir, ...options });
      own.push(stage);
      return stage;
    },
    async tidy(how) {
      await closeOwn();
      if (how === 'broke down') await closeShared();
    },
    async close() {
      await closeOwn();
      await closeShared();
    },
  };
}
