import type { BundleDone, BundleFailure, BundleJob, BundleWish } from '@/components/dashboard/research/props';
import type { ExportNote, Participation, Withdrawal } from '@/utils/core/study';
import { termsOfStudy, termsOfWithdrawal } from '@/utils/export/terms-of';
import type { ExportSource, ExportTerms } from '@/utils/export/terms';
import { bundleName, makeBundle } from '@/utils/export/write/bundle';
import { zeeschuimerName, zeeschuimerStream } from '@/utils/export/zeeschuimer';
import { notesByTime } from '@/utils/ledger/by-time';
import { sites } from '@/utils/sites/list';
import { type BackupTarget, chooseTarget } from '../backup-target';
import { longWork, type Reins } from '../long-work';
import type { Desk } from '../view';
import { occasionOf } from './occasion';
import { withRowsAhead } from './outside';
import { sourceOfStudy } from './rows';

/** Writing files for research: an archive of a study, the file of a withdrawal, the envelope of the person's own account. */
type Show = (job: BundleJob) => void;

function writeWork(show: Show) {
  return longWork<BundleDone, BundleFailure>(show, (error) => {
    if (error instanceof EndedError) return error.why;
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'failed';
  });
}

/** What the file was to hold is no longer what the person wants to leave: nothing of it goes anywhere. */
class EndedError extends Error {
  override name = 'EndedError';

  constructor(readonly why: Ended) {
    super();
  }
}

type Ended = 'left' | 'changed';

/** Whether the study has been left since, or agreed to otherwise, or more was left out. */
function endedSince(before: Participation, now: Participation | undefined): Ended | undefined {
  if (now?.participantId !== before.participantId) return 'left';
  const agreed = ({ file, consentedAt, observedFrom, purchases }: Participation) =>
    JSON.stringify([file, consentedAt, observedFrom, purchases]);
  const known = new Set(before.redacted);
  return agreed(now) === agreed(before) && now.redacted.every((mark) => known.has(mark)) ? undefined : 'changed';
}

interface Writing {
  source: ExportSource;
  terms: ExportTerms;
  wish: BundleWish;
  target: BackupTarget;
  total: number;
  /** Asked before the last byte: what is not whole is in no file. */
  ended?: () => Promise<Ended | undefined>;
}

function endingIf(ended: () => Promise<Ended | undefined>, stream: ReadableStream<Uint8Array<ArrayBuffer>>) {
  const flush = async () => {
    const why = await ended();
    if (why) throw new EndedError(why);
  };
  return stream.pipeThrough(new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({ flush }));
}

async function write({ source, terms, wish, target, total, ended }: Writing, { signal, onProgress }: Reins) {
  const bundle = await makeBundle(source, terms, { ...wish, signal, total, onProgress });
  const file = await target.write(ended ? endingIf(ended, bundle.stream) : bundle.stream, signal);
  const rows = bundle.files.reduce((sum, each) => sum + each.rows, 0);
  const note: ExportNote = {
    at: terms.exportedAt,
    name: bundle.name,
    tier: terms.study.tier,
    rows,
    sha256: bundle.sha256,
  };
  return { done: { ...file, rows, where: target.where } satisfies BundleDone, note };
}

interface BundleDesk extends Desk {
  /** The study as it is kept now: another page may have left it, or left more out. */
  joined: () => Promise<Participation | undefined>;
  /** Told of each export that is there to its last byte. */
  onWritten: (note: ExportNote) => void;
}

export function bundleWork(desk: BundleDesk, show: Show) {
  const work = writeWork(show);
  const start = async ({ file, participantId }: Participation, wish: BundleWish) => {
    const target = await chooseTarget(
      bundleName({ study: file.id, participant: participantId, at: desk.now() }, wish.format),
    );
    if (!target) return;
    await work.start(async (reins) => {
      const [study, db] = [await desk.joined(), await desk.open()];
      if (study?.participantId !== participantId) throw new EndedError('left');
      const terms = await withRowsAhead(db, termsOfStudy(study, await occasionOf(db, desk)));
      const source = sourceOfStudy(db, terms, study);
      const { events = 0, exposures = 0 } = desk.facts().counts ?? {};
      const ended = () => desk.joined().then((kept) => endedSince(study, kept));
      const writing = { source, terms, wish, target, total: events + exposures, ended };
      // A browser may have a word of its own for a stream that ended like this.
      const asEnded = async (error: unknown) => {
        const why = await ended();
        throw why ? new EndedError(why) : error;
      };
      const { done, note } = await write(writing, reins).catch(asEnded);
      desk.onWritten(note);
      return done;
    });
  };
  return { start, stop: work.stop };
}

const nothing = async function* () {};
const none = () => 0;
const empty: ExportSource = {
  ...{ happenings: nothing(), orders: nothing(), linksOn: async () => [] },
  ...{ dropped: none, droppedLines: none },
};

/** One row: who it was, and since when no more. */
export function withdrawalWork(desk: Desk, show: Show) {
  const work = writeWork(show);
  const start = async (left: Withdrawal) => {
    const name = { study: left.file.id, participant: left.participantId, at: desk.now() };
    const target = await chooseTarget(bundleName(name, 'withdrawn'));
    if (!target) return;
    await work.start(async (reins) => {
      const terms = termsOfWithdrawal(left, await occasionOf(await desk.open(), desk));
      const wish = { format: 'parquet', mark: false } as const;
      return (await write({ source: empty, terms, wish, target, total: 1 }, reins)).done;
    });
  };
  return { start };
}

/** Notes under their authors' ids: for the account of whoever asks, and who said so. */
export function envelopeWork(desk: Desk, show: Show) {
  const work = writeWork(show);
  const start = async () => {
    const target = await chooseTarget(zeeschuimerName(sites[0]?.id ?? '', desk.now()));
    if (!target) return;
    await work.start(async ({ signal, onProgress }) => {
      let rows = 0;
      const pages = notesByTime(await desk.open(), { from: 0, to: desk.now() });
      const counted = async function* () {
        for await (const page of pages) {
          rows += page.length;
          onProgress({ done: rows });
          yield page;
        }
      };
      const stream = zeeschuimerStream(counted(), { userAgent: navigator.userAgent, signal });
      return { ...(await target.write(stream, signal)), rows, where: target.where };
    });
  };
  return { start, stop: work.stop };
}
