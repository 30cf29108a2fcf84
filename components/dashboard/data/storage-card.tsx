import { i18n } from '@/utils/i18n';
import { littleRoom, littleRoomBytes, type StorageUse } from '@/utils/core/room-left';
import type { HealthFacts } from '../../notices/facts';
import { Card } from '../../parts/card';
import { Outcome } from '../../parts/outcome';
import { formatMegabytes } from '../../text/format';
import { formatBytes } from '../../text/measures';
import { rowsText } from '../../text/rows-text';

interface StorageCardProps {
  facts: HealthFacts;
}

/** How much room the ledger takes, what takes it, and whether there is any left. */
export function StorageCard({ facts: { use, counts, health } }: StorageCardProps) {
  return (
    <Card id="storage" title={i18n.t('storage.title')}>
      {use && <Meter use={use} />}
      {counts && counts.events + counts.exposures > 0 && (
        <p class="card__text">{rowsText(counts.events, counts.exposures)}</p>
      )}
      <Left use={use} isFull={health?.trouble?.kind === 'full'} />
    </Card>
  );
}

function Meter({ use: { used, quota } }: { use: StorageUse }) {
  const text = i18n.t('storage.use', [formatBytes(used), formatBytes(quota)]);
  return (
    <>
      <p class="meter__text">{text}</p>
      <meter
        class="meter"
        min={0}
        max={Math.max(quota, 1)}
        value={used}
        high={Math.max(0, quota - littleRoomBytes)}
        aria-label={text}
      />
    </>
  );
}

/** A write that was refused says more than any estimate. */
function Left({ use, isFull }: { use: StorageUse | undefined; isFull: boolean }) {
  const leftBytes = use && littleRoom(use);
  if (isFull) return <Outcome tone="alarm">{i18n.t('storage.full')}</Outcome>;
  if (leftBytes === undefined) return <Outcome tone="plain" />;
  return <Outcome tone="warn">{i18n.t('storage.little', [formatMegabytes(leftBytes)])}</Outcome>;
}
