import { i18n } from '@/utils/i18n';
import { Card } from '../../parts/card';
import { Loading } from '../../parts/state-card';
import { Table } from '../../parts/table';
import { coverageKindWord } from '../../text/coverage-words';
import { formatCount } from '../../text/format';
import { formatDate } from '../../text/measures';
import { useTools } from '../../tools';
import { type CoverageLine, unreadWords } from './coverage-table';

/** What the last page of a kind could not give. */
export interface UnreadLine extends Pick<CoverageLine, 'where' | 'kind' | 'unread'> {
  count: number;
  /** `2026-11-21`; absent where nothing is kept of it. */
  day?: string;
}

/** What stands behind the popup's number: where it was, what it was, why, and what can be done. */
export function UnreadCard({ lines, error }: { lines: UnreadLine[] | undefined; error: boolean }) {
  return (
    <Card id="unread" title={i18n.t('unreadCard.title')} hint={i18n.t('unreadCard.hint')}>
      <Body lines={lines} error={error} />
    </Card>
  );
}

function Body({ lines, error }: { lines: UnreadLine[] | undefined; error: boolean }) {
  if (error) return <p class="card__text">{i18n.t('coverage.closed')}</p>;
  if (!lines) return <Loading label={i18n.t('empty.loading')} />;
  if (lines.length === 0) return <p class="card__text">{i18n.t('unreadCard.none')}</p>;
  const isOfShop = ({ kind }: UnreadLine) => kind === 'orders' || kind === 'item';
  return (
    <>
      <Lines lines={lines} />
      {lines.some(isOfShop) && <p class="card__text">{i18n.t('unreadCard.onShops')}</p>}
      {!lines.every(isOfShop) && <p class="card__text">{i18n.t('unreadCard.onNotes')}</p>}
      <p class="card__text">{i18n.t('unreadCard.goes')}</p>
    </>
  );
}

function Lines({ lines }: { lines: UnreadLine[] }) {
  return (
    <Table
      label={i18n.t('unreadCard.title')}
      columns={[
        { name: i18n.t('coverage.page') },
        { name: i18n.t('unreadCard.count'), isNumber: true },
        { name: i18n.t('unreadCard.what') },
        { name: i18n.t('unreadCard.day') },
      ]}
    >
      {lines.map((line) => (
        <Line key={`${line.where}|${line.kind}`} line={line} />
      ))}
    </Table>
  );
}

function Line({ line: { where, kind, count, unread, day } }: { line: UnreadLine }) {
  const name = useTools().platformName(where);
  return (
    <tr>
      <th scope="row">{i18n.t('coverage.place', [name, coverageKindWord(kind)])}</th>
      <td class="number">{formatCount(count)}</td>
      <td>{unread.length === 0 ? <span class="soft">{i18n.t('unreadCard.gone')}</span> : <Whats unread={unread} />}</td>
      <td>{day !== undefined && formatDate(new Date(`${day}T12:00`).getTime())}</td>
    </tr>
  );
}

/** Without their numbers, which are of the whole day. */
function Whats({ unread }: Pick<UnreadLine, 'unread'>) {
  return (
    <ul class="facets">
      {unreadWords(unread).map(([what]) => (
        <li key={what}>{what}</li>
      ))}
    </ul>
  );
}
