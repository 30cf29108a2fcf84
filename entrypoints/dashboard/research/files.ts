import type { BundleDone, BundleJob, BundleWish } from '@/components/dashboard/research/props';
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
import { sourceOfStudy } from './rows';

/** Writing files for research: an archive of a study, the file of a withdrawal, the envelope of the person's own account. */
type Show = (job: BundleJob) => void;

function writeWork(show: Show) {
  return longWork<BundleDone, 'full' | 'failed'>(show, (error) =>
    error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'failed',
  );
}

interface Writing {
  source: ExportSource;
  terms: ExportTerms;
  wish: BundleWish;
  target: BackupTarget;
  total: number;
}

async function write({ source, terms, wish, target, total }: Writing, { signal, onProgress }: Reins) {
  const bundle = await makeBundle(source, terms, { ...wish, signal, total, onProgress });
  const file = await target.write(bundle.stream, signal);
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

/** @param onWritten told of each export that is there to its last byte */
export function bundleWork(desk: Desk, show: Show, onWritten: (note: ExportNote) => void) {
  const work = writeWork(show);
  const start = async (study: Participation, wish: BundleWish) => {
    const name = { study: study.file.id, participant: study.participantId, at: desk.now() };
    const target = await chooseTarget(bundleName(name, wish.format));
    if (!target) return;
    await work.start(async (reins) => {
      const db = await desk.open();
      const terms = termsOfStudy(study, await occasionOf(db, desk));
      const source = sourceOfStudy(db, terms, study);
      const { events = 0, exposures = 0 } = desk.facts().counts ?? {};
      const { done, note } = await write({ source, terms, wish, target, total: events + exposures }, reins);
      onWritten(note);
      return done;
    });
  };
  return { start, stop: work.stop };
}

const nothing = async function* () {};
const empty: ExportSource = { happenings: nothing(), orders: nothing(), linksOn: async () => [], dropped: () => 0 };

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
