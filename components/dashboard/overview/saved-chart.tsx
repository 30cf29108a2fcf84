import { i18n } from '@/utils/i18n';
import type { PlatformSummary, Summary } from '@/utils/core/rows';
import { Bars } from '../../charts/bars';
import { formatCount } from '../../text/format';
import { useTools } from '../../tools';

/** Saved against purchased, platform by platform. */
export function SavedChart({ summary: { platforms } }: { summary: Summary }) {
  const { platformName } = useTools();
  const shown = platforms.filter(({ saved, purchased }) => saved + purchased > 0).sort(byCount);
  const rows = shown.map(({ platform, saved, purchased }) => ({
    key: platform,
    name: platformName(platform),
    bars: [
      { text: i18n.t('summary.saved', [formatCount(saved)]), value: saved, tone: 'grass' as const },
      { text: i18n.t('summary.purchased', [formatCount(purchased)]), value: purchased, tone: 'root' as const },
    ],
  }));
  return (
    <Bars
      id="saved"
      title={i18n.t('summary.title')}
      hint={i18n.t('overview.savedHint')}
      unit={i18n.t('units.items')}
      n={shown.reduce((sum, { saved, purchased }) => sum + saved + purchased, 0)}
      of={i18n.t('overview.savedOf')}
      rows={rows}
      table={{
        columns: [
          { name: i18n.t('overview.platform') },
          { name: i18n.t('tabs.saved') },
          { name: i18n.t('tabs.purchased') },
        ],
        rows: shown.map(({ platform, saved, purchased }) => [platformName(platform), saved, purchased]),
      }}
    />
  );
}

/** The fullest first; the name breaks ties, so that a platform stays where it was. */
function byCount(a: PlatformSummary, b: PlatformSummary): number {
  return b.saved - a.saved || b.purchased - a.purchased || (a.platform < b.platform ? -1 : 1);
}
