import { i18n } from '@/utils/i18n';
import { Table } from '../../parts/table';
import { formatCount } from '../../text/format';
import { coverageKindWord, unreadPlaceWord, unreadReasonWord } from '../../text/coverage-words';
import { useTools } from '../../tools';

/** What pages of one kind gave, and what they could not. */
export interface CoverageLine {
  where: string;
  kind: string;
  visits: number;
  unread: { where: string; reason: string; count: number }[];
}

/** Visits and what stayed unread, by place and kind of page: unknown is not zero, and it is no secret. */
export function CoverageTable({ lines }: { lines: CoverageLine[] }) {
  return (
    <Table
      label={i18n.t('coverage.title')}
      columns={[
        { name: i18n.t('coverage.page') },
        { name: i18n.t('coverage.visits'), isNumber: true },
        { name: i18n.t('coverage.unread') },
      ]}
    >
      {lines.map((line) => (
        <Line key={`${line.where}|${line.kind}`} line={line} />
      ))}
    </Table>
  );
}

function Line({ line: { where, kind, visits, unread } }: { line: CoverageLine }) {
  const name = useTools().platformName(where);
  return (
    <tr>
      <th scope="row">{i18n.t('coverage.place', [name, coverageKindWord(kind)])}</th>
      <td class="number">{formatCount(visits)}</td>
      <td>
        {unread.length === 0 ? (
          <span class="soft">{i18n.t('coverage.nothing')}</span>
        ) : (
          <ul class="facets">
            {unreadWords(unread).map(([what, count]) => (
              <li key={what}>{i18n.t('coverage.times', count, [what, formatCount(count)])}</li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}

/** Codes that share their words share a line. */
export function unreadWords(unread: CoverageLine['unread']): [string, number][] {
  const counts = new Map<string, number>();
  for (const { where, reason, count } of unread) {
    const words = i18n.t('coverage.what', [unreadPlaceWord(where), unreadReasonWord(reason)]);
    counts.set(words, (counts.get(words) ?? 0) + count);
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}
