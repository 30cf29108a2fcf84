import { i18n } from '@/utils/i18n';
import { merchantWords, merchantWordsOf } from '@/utils/core/merchant-words';
import { toCsv } from '../../charts/chart-table';
import { useChartTools } from '../../charts/chart-tools';
import { Table } from '../../parts/table';
import { SumsFrame, type SumsProps } from '../sums-frame';
import { type MirrorFigure, mirrorFigure } from './mirror-figures';
import { merchantWord, sideWord } from './mirror-words';

/** The person's own record in the words of a merchant's dashboard. */
export function MirrorView(sums: SumsProps) {
  return (
    <SumsFrame {...sums} title={i18n.t('views.mirror')} lead={i18n.t('mirror.lead')}>
      {(latest) => (
        <>
          {(['front', 'back'] as const).map((side) => (
            <Side
              key={side}
              side={side}
              figures={merchantWords.filter((word) => word.side === side).map((word) => mirrorFigure(word, latest))}
            />
          ))}
          <p class="card__text">{i18n.t('mirror.version', [merchantWordsOf])}</p>
        </>
      )}
    </SumsFrame>
  );
}

function Side({ side, figures }: { side: 'front' | 'back'; figures: MirrorFigure[] }) {
  const { onSave } = useChartTools();
  const title = sideWord[side]();
  const columns = ['word', 'mine', 'rests'] as const;
  const names = {
    word: i18n.t('mirror.word'),
    mine: i18n.t('mirror.mine'),
    rests: i18n.t('mirror.rests'),
  };
  const save = () => {
    const rows = figures.map(({ id, value, rests }) => [merchantWord[id](), value, rests]);
    const text = toCsv({ columns: columns.map((column) => ({ name: names[column] })), rows });
    onSave(new Blob([text], { type: 'text/csv;charset=utf-8' }), `bacao-mirror-${side}.csv`);
  };
  return (
    <section class="card mirror" aria-labelledby={`mirror-${side}`}>
      <h2 class="card__title" id={`mirror-${side}`}>
        {title}
      </h2>
      <Table label={title} columns={columns.map((column) => ({ name: names[column], isNumber: column === 'mine' }))}>
        {figures.map((figure) => (
          <Row key={figure.id} figure={figure} />
        ))}
      </Table>
      <div class="ways">
        <button type="button" class="button" aria-label={i18n.t('charts.save', [title, 'CSV'])} onClick={save}>
          {i18n.t('charts.csv')}
        </button>
      </div>
    </section>
  );
}

function Row({ figure: { id, text, rests } }: { figure: MirrorFigure }) {
  return (
    <tr>
      <th scope="row">{merchantWord[id]()}</th>
      <td class="number">{text ?? <span class="soft">{i18n.t('charts.unseen')}</span>}</td>
      <td class="soft">{rests}</td>
    </tr>
  );
}
