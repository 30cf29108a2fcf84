import type { DensityRead, Span } from '@/components/dashboard/density/props';
import type { Job } from '@/components/parts/job';
import { makeRows } from '@/utils/export/rows';
import type { ExportSource, ExportTerms, Happening } from '@/utils/export/terms';
import { exportSource, titlesIn } from '@/utils/ledger/export-source';
import { densityTally } from '@/utils/report';
import { localTally } from '@/utils/report/local';
import { longWork, type Reins } from '../long-work';
import { occasionOf } from '../research/occasion';
import type { Desk } from '../view';

const dayMs = 86_400_000;

/** Figures of the person's own records, made from the same rows as an export, under a name and a key of this moment. */
export function densityWork(desk: Desk, show: (job: Job<DensityRead>) => void) {
  const work = longWork<DensityRead, 'failed'>(show, () => 'failed');
  return {
    /** @param hear told of everything that passes, and asked for nothing */
    start: (span: Span, hear: Hear) => work.start((reins) => readDensity(desk, { span, hear }, reins)),
    stop: work.stop,
  };
}

type Hear = (event: Happening) => void;

async function readDensity(desk: Desk, { span, hear }: { span: Span; hear: Hear }, reins: Reins): Promise<DensityRead> {
  const db = await desk.open();
  const terms = await ownTerms(desk, span);
  const titles = await titlesIn(db);
  const local = localTally((key) => titles.get(key));
  const { device, participant } = terms;
  const rows = densityTally({ zoneMinutes: device.zoneMinutes, device: device.form });
  const source = exportSource(db, { from: participant.observedFrom, to: participant.observedTo });
  const listen = (event: Happening) => {
    local.add(event);
    hear(event);
  };
  for await (const batch of makeRows(heard(source, listen, reins), terms)) for (const row of batch) rows.add(row);
  return { report: rows.report(), local: local.report(), span };
}

/** Tells what passes to who counts it, and how far it is. */
function heard(source: ExportSource, listen: Hear, { signal, onProgress }: Reins): ExportSource {
  const happenings = async function* () {
    let done = 0;
    for await (const page of source.happenings) {
      signal.throwIfAborted();
      for (const event of page) listen(event);
      yield page;
      onProgress({ done: (done += page.length) });
    }
  };
  return { ...source, happenings: happenings() };
}

async function ownTerms(desk: Desk, span: Span): Promise<ExportTerms> {
  const { device, exportId, now, rowsDropped } = await occasionOf(await desk.open(), desk);
  const observedFrom = span === 'all' ? 0 : now - Number(span) * dayMs;
  return {
    study: {
      ...{ id: 'own', tier: 'T1', tables: ['page_views', 'exposures', 'links'], paidAt: 'day', amounts: 'none' },
      key: crypto.getRandomValues(new Uint8Array(32)),
      subjectKind: 'human',
    },
    participant: {
      ...{ id: 'own', consentVersion: '', consentText: '', consentedAt: 0, observedFrom, observedTo: now },
    },
    ...{ device, exportId, exportedAt: now, redactions: 0, rowsDropped },
  };
}
