import { i18n } from '@/utils/i18n';
import type { NotBought } from '@/utils/core/overview';
import { Bars } from '../../charts/bars';
import { dropReasonWord } from '../../text/drop-words';
import { formatCount } from '../../text/format';

type Standing = keyof NotBought['waiting'];

const standingWord: Record<Standing, () => string> = {
  soldOut: () => i18n.t('notBought.soldOut'),
  dearer: () => i18n.t('notBought.dearer'),
  cheaper: () => i18n.t('notBought.cheaper'),
  asSeen: () => i18n.t('notBought.asSeen'),
};
const standings = Object.keys(standingWord) as Standing[];

/** What became of wishes that were not bought: dropped, with the person's own reason, or still waiting. */
export function NotBoughtChart({ notBought: { dropped, waiting } }: { notBought: NotBought }) {
  const rows = [
    ...dropped.map(({ reason, items }) => ({
      key: reason,
      isDropped: true,
      word: reason === 'unsaid' ? i18n.t('notBought.unsaid') : dropReasonWord[reason](),
      items,
    })),
    ...standings.map((key) => ({ key, isDropped: false, word: standingWord[key](), items: waiting[key] })),
  ].filter(({ items }) => items > 0);
  const kindOf = (isDropped: boolean) => (isDropped ? i18n.t('notBought.dropped') : i18n.t('notBought.waiting'));
  return (
    <Bars
      id="not-bought"
      title={i18n.t('notBought.title')}
      hint={i18n.t('notBought.hint')}
      unit={i18n.t('units.items')}
      n={rows.reduce((sum, { items }) => sum + items, 0)}
      of={i18n.t('notBought.of')}
      rows={rows.map(({ key, isDropped, word, items }) => ({
        key,
        name: i18n.t('notBought.row', [kindOf(isDropped), word]),
        bars: [{ text: formatCount(items), value: items, tone: isDropped ? ('soft' as const) : ('grass' as const) }],
      }))}
      table={{
        columns: [
          { name: i18n.t('notBought.columns.what') },
          { name: i18n.t('notBought.columns.why') },
          { name: i18n.t('notBought.columns.items') },
        ],
        rows: rows.map(({ isDropped, word, items }) => [kindOf(isDropped), word, items]),
      }}
    />
  );
}
