import { i18n } from '@/utils/i18n';
import type { Estimate, Group, LoadReport } from '@/utils/core/density-report';
import { TimeSeries } from '../../charts/time-series';
import { Whiskers } from '../../charts/whiskers';
import { formatDate } from '../../text/measures';
import { Basis, useBasis } from './basis';
import { estimateTable, estimateText, formatPercent, totalUnits, whiskerOf } from './estimates';
import { categoryWord, classWord, linkWord, pageWord, roleWord } from './words';

/** The headline: how many of the notes that were loaded, and that could be seen, were ads. */
export function LoadSection({ load, byCategory }: { load: LoadReport; byCategory: Group[] | undefined }) {
  return (
    <>
      <section class="card" id="ad-load" tabIndex={-1} aria-labelledby="ad-load-title">
        <h2 class="card__title" id="ad-load-title">
          {i18n.t('density.load')}
        </h2>
        <p class="card__text">{i18n.t('density.loadHint')}</p>
        <dl class="figures">
          <Headline word={i18n.t('density.viewable')} estimate={load.viewable} />
          <Headline word={i18n.t('density.loaded')} estimate={load.loaded} />
        </dl>
        <Basis of={i18n.t('density.cardsOf')} />
      </section>
      <Shares
        id="load-pages"
        title={i18n.t('density.byPage')}
        head={i18n.t('density.columns.page')}
        rows={viewables(load.byPage, pageWord)}
        table={both(load.byPage, pageWord)}
      />
      <Shares
        id="load-roles"
        title={i18n.t('density.byRole')}
        head={i18n.t('density.columns.role')}
        rows={viewables(load.byRole, roleWord)}
        table={both(load.byRole, roleWord)}
      />
      <Places places={load.byPlace} />
      {byCategory && <Categories categories={byCategory} />}
      <Shares
        id="load-classes"
        title={i18n.t('density.byClass')}
        head={i18n.t('density.columns.class')}
        n={load.viewable.units}
        rows={load.byClass.map(({ name, share }) => [classWord(name), share] as const)}
      />
      <Days days={load.byDay} />
    </>
  );
}

function Places({ places }: { places: readonly Group[] }) {
  return (
    <Shares
      id="load-places"
      title={i18n.t('density.byPlace')}
      hint={i18n.t('density.byPlaceHint')}
      head={i18n.t('density.columns.place')}
      n={carriersOf(places)}
      of={i18n.t('density.notesAndCommentsOf')}
      rows={viewables(places, linkWord)}
      table={both(places, linkWord)}
    />
  );
}

function Categories({ categories }: { categories: readonly Group[] }) {
  return (
    <Shares
      id="load-categories"
      title={i18n.t('density.byCategory')}
      hint={i18n.t('density.byCategoryHint')}
      head={i18n.t('density.columns.category')}
      n={categories[0]?.viewable.units ?? 0}
      of={i18n.t('density.notesOf')}
      rows={viewables(categories, categoryWord)}
      table={both(categories, categoryWord)}
    />
  );
}

/** Notes and comments, each once however many places they have. */
function carriersOf(places: readonly Group[]): number {
  const unitsOf = (place: string) => places.find(({ name }) => name === place)?.viewable.units ?? 0;
  return unitsOf('ad_link') + unitsOf('blue_link');
}

type Named = readonly (readonly [string, Estimate])[];

function viewables(groups: readonly Group[], word: (name: string) => string): Named {
  return groups.map(({ name, viewable }) => [word(name), viewable] as const);
}

/** The picture shows what could be seen; the table has what was loaded as well. */
function both(groups: readonly Group[], word: (name: string) => string): Named {
  return groups.flatMap(({ name, viewable, loaded }) => [
    [word(name), viewable] as const,
    [i18n.t('density.ofLoaded', [word(name)]), loaded] as const,
  ]);
}

/** The large figure alone would be read as the truth: its interval stands with it. */
function Headline({ word, estimate }: { word: string; estimate: Estimate }) {
  return (
    <div class="figure">
      <dt class="figure__word">{word}</dt>
      <dd class={estimate.state === 'few' ? 'figure__few' : 'figure__count'}>
        {estimate.state === 'few' ? i18n.t('density.tooFew') : formatPercent(estimate.value)}
      </dd>
      <dd class="figure__hint">{estimateText(estimate)}</dd>
    </div>
  );
}

interface SharesProps {
  id: string;
  title: string;
  head: string;
  hint?: string | undefined;
  /** What all rows are of, and how many; without it the rows are parts of a whole, and add up to it. */
  n?: number;
  of?: string;
  rows: Named;
  /** Where the table has more than the picture. */
  table?: Named;
}

/** Shares one under another, each with its interval. */
export function Shares({ id, title, head, hint, n, of, rows, table = rows }: SharesProps) {
  const basis = useBasis();
  return (
    <Whiskers
      id={id}
      title={title}
      hint={hint}
      unit="%"
      n={n ?? totalUnits(rows.map(([, estimate]) => estimate))}
      of={of ?? i18n.t('density.cardsOf')}
      basis={basis}
      format={formatPercent}
      rows={rows.map(([name, estimate]) => whiskerOf(name, estimate))}
      table={estimateTable(head, table)}
    />
  );
}

/** Days with too little are gaps in the line, and say so in the table. */
function Days({ days }: { days: readonly Group[] }) {
  const basis = useBasis();
  const times = days.map(({ name }) => Date.parse(`${name}T00:00:00`));
  const values = days.map(({ viewable }) => (viewable.state === 'known' ? viewable.value : null));
  return (
    <TimeSeries
      id="load-days"
      title={i18n.t('density.byDay')}
      hint={i18n.t('density.byDayHint')}
      unit="%"
      n={totalUnits(days.map(({ viewable }) => viewable))}
      of={i18n.t('density.cardsOf')}
      basis={basis}
      times={times}
      lines={[{ name: i18n.t('density.viewable'), tone: 'grass', draw: 'line', values }]}
      format={formatPercent}
      formatTime={formatDate}
      policy="offered"
      table={estimateTable(
        i18n.t('density.columns.day'),
        both(days, (name) => name),
      )}
    />
  );
}
