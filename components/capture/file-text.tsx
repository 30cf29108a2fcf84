import { useMemo, useRef } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import { formatCount } from '../text/format';
import { cutAtMatches, isCutShort, mostMatches } from './matches';

interface FileTextProps {
  text: string;
  /** What the file is called on screen. */
  name: string;
  wanted: string;
}

/** The whole text of a file, with all places marked where it says what is looked for. */
export function FileText({ text, name, wanted }: FileTextProps) {
  const parts = useMemo(() => cutAtMatches(text, wanted), [text, wanted]);
  const place = useRef<HTMLPreElement>(null);
  return (
    <>
      {wanted !== '' && <Matches parts={parts} name={name} wanted={wanted} onNext={() => showNext(place.current)} />}
      <pre
        class="capture__text"
        ref={place}
        dir="ltr"
        role="region"
        aria-label={i18n.t('capture.tabLabel', [name])}
        tabIndex={0}
      >
        {parts.map((part, index) => (index % 2 === 0 ? part : <mark key={index}>{part}</mark>))}
      </pre>
    </>
  );
}

interface MatchesProps extends Pick<FileTextProps, 'name' | 'wanted'> {
  parts: readonly string[];
  onNext: () => void;
}

function Matches({ parts, name, wanted, onNext }: MatchesProps) {
  const count = (parts.length - 1) / 2;
  const words = isCutShort(parts, wanted)
    ? i18n.t('capture.mostMatches', [formatCount(mostMatches)])
    : i18n.t('capture.matches', count, [formatCount(count)]);
  return (
    <p class="capture__matches">
      <span role="status">{words}</span>
      {count > 0 && (
        <button type="button" class="button" onClick={onNext}>
          {i18n.t('capture.next', [name])}
        </button>
      )}
    </p>
  );
}

/** The match behind the one that is marked as shown, else the first. */
function showNext(place: HTMLElement | null): void {
  const marks = [...(place?.querySelectorAll('mark') ?? [])];
  const shown = marks.findIndex((mark) => mark.hasAttribute('data-shown'));
  const next = marks[(shown + 1) % marks.length];
  marks[shown]?.removeAttribute('data-shown');
  next?.setAttribute('data-shown', '');
  next?.scrollIntoView({ block: 'center' });
}
