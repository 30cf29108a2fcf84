import { i18n } from '@/utils/i18n';
import type { PlatformSummary, Summary } from '@/utils/core/rows';
import { PlatformChip } from '../parts/platform-chip';
import { useTools } from '../tools';
import { totals } from './totals';

/** Saved against purchased, platform by platform: numbers first, the bars only repeat them. */
export function SummaryBar({ summary }: { summary: Summary }) {
  const { saved, purchased } = totals(summary);
  const platforms = summary.platforms.filter(({ saved, purchased }) => saved + purchased > 0).sort(byCount);
  if (!platforms.length) return null;
  const most = Math.max(...platforms.map((platform) => Math.max(platform.saved, platform.purchased)));
  return (
    <section class="summary" aria-label={i18n.t('summary.title')}>
      <p class="summary__totals">
        <span class="summary__saved">{i18n.t('summary.saved', [saved])}</span>
        <span class="summary__purchased">{i18n.t('summary.purchased', [purchased])}</span>
      </p>
      <div class="summary__cells">
        {platforms.map((platform) => (
          <Cell key={platform.platform} row={platform} most={most} />
        ))}
      </div>
    </section>
  );
}

/** The fullest first; the name breaks ties, so that a platform stays where it was. */
function byCount(a: PlatformSummary, b: PlatformSummary): number {
  return b.saved - a.saved || b.purchased - a.purchased || (a.platform < b.platform ? -1 : 1);
}

function Cell({ row, most }: { row: PlatformSummary; most: number }) {
  const name = useTools().platformName(row.platform);
  const bars = { '--saved': row.saved / most, '--purchased': row.purchased / most };
  return (
    <div class="cell" role="img" aria-label={i18n.t('summary.cell', [name, row.saved, row.purchased])}>
      <PlatformChip platform={row.platform} />
      <span class="cell__name">{name}</span>
      <span class="cell__numbers">
        <b class="cell__saved">{row.saved}</b>
        <span class="cell__slash">/</span>
        <b class="cell__purchased">{row.purchased}</b>
      </span>
      <span class="cell__bars" style={bars} />
    </div>
  );
}
