import type { ExportDone, ExportJob } from '@/components/dashboard/data/export-card';
import { listName, listStream, type ListFormat } from '@/utils/export/list/write';
import { itemPages } from '@/utils/ledger/order-lines';
import { type BackupTarget, chooseTarget } from './backup-target';
import { longWork, type Reins } from './long-work';
import type { Desk } from './view';

interface Wanted {
  format: ListFormat;
  target: BackupTarget;
}

/** The person's list as a file, at their own wish. */
export function exportWork(desk: Desk, show: (job: ExportJob) => void) {
  const work = longWork<ExportDone, 'full' | 'failed'>(show, whyOf);
  const onStart = async (format: ListFormat) => {
    const now = desk.now();
    const target = await chooseTarget(listName(format, now, -new Date(now).getTimezoneOffset()));
    if (target) await work.start((reins) => writeList(desk, { format, target }, reins));
  };
  return { onStart: (format: ListFormat) => void onStart(format), onStop: work.stop };
}

async function writeList(desk: Desk, { format, target }: Wanted, { signal, onProgress }: Reins): Promise<ExportDone> {
  let items = 0;
  const onRows = (rows: number) => {
    items = rows;
    onProgress({ done: rows });
  };
  const stream = listStream(itemPages(await desk.open()), { format, now: desk.now(), signal, onRows });
  const file = await target.write(stream, signal);
  return { ...file, items, where: target.where };
}

function whyOf(error: unknown): 'full' | 'failed' {
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'failed';
}
