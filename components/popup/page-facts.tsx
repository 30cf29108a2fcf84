import { i18n } from '@/utils/i18n';
import type { Label, NoteReading, PageReading, Surface } from '@/utils/core/types';
import { cleanText, isolate } from '../text/clean';
import { labelKindWord, pageKindWord } from '../text/words';
import type { PageLink } from './page-links';

interface NoteFactsProps {
  note: NoteReading;
  page: PageReading;
  sections: [Surface, PageLink[]][];
}

/** What the open note says of itself, and what the ledger already knows of its links. */
export function NoteFacts({ note, page, sections }: NoteFactsProps) {
  const title = cleanText(note.title);
  return (
    <section class="facts">
      <p class="facts__kind">
        {i18n.t('page.note')}
        {note.saved && <span class="badge badge--green">{i18n.t('page.collected')}</span>}
      </p>
      <h2 class={title ? 'facts__title' : 'facts__title row__title--unknown'}>
        <bdi>{title || i18n.t('page.untitled')}</bdi>
      </h2>
      <p class="facts__line">
        <LabelBadge label={note.label} />
        <span>{commentsText(page.comments.length, note.commentsDeclared)}</span>
      </p>
      <Known sections={sections} />
    </section>
  );
}

/** Feeds, searches and the rest: what was on them, in numbers. */
export function OtherPageFacts({ page }: { page: PageReading }) {
  const labelled = page.cards.filter(({ label }) => label && label.kind !== 'none' && label.kind !== 'unknown').length;
  return (
    <section class="facts">
      <h2 class="facts__title">{pageKindWord[page.kind]()}</h2>
      {page.cards.length > 0 && (
        <p class="facts__line">
          <span>{i18n.t('page.cards', page.cards.length)}</span>
          <span>{i18n.t('page.cardsLabelled', labelled)}</span>
        </p>
      )}
    </section>
  );
}

/** Three answers that must not be mixed up: a label, none observed, the place could not be read. */
function LabelBadge({ label }: { label: Label | undefined }) {
  if (!label || label.kind === 'unknown') return <span class="badge">{i18n.t('page.labelUnknown')}</span>;
  if (label.kind === 'none') return <span class="badge">{i18n.t('page.labelNone')}</span>;
  return (
    <span class="badge badge--root">
      {i18n.t('page.label', [isolate(cleanText(label.text, 24))])} · {labelKindWord[label.kind]()}
    </span>
  );
}

function commentsText(loaded: number, declared: number | undefined): string {
  if (declared === undefined) return i18n.t('page.commentsOnly', loaded);
  return i18n.t('page.comments', declared, [loaded, declared]);
}

function Known({ sections }: Pick<NoteFactsProps, 'sections'>) {
  const items = new Map(sections.flatMap(([, links]) => links).map(({ item }) => [item.key, item]));
  const rows = [...items.values()];
  if (rows.length === 0) return null;
  const saved = rows.filter(({ savedAt }) => savedAt !== undefined).length;
  const purchased = rows.filter(({ purchasedAt }) => purchasedAt !== undefined).length;
  return (
    <p class="facts__known">
      <span>{i18n.t('page.links', rows.length)}</span>
      {saved > 0 && <span class="facts__saved">{i18n.t('page.saved', saved)}</span>}
      {purchased > 0 && <span class="facts__purchased">{i18n.t('page.purchased', purchased)}</span>}
    </p>
  );
}
