import { i18n } from '@/utils/i18n';
import type { Unread } from '@/utils/core/types';
import { countUnread } from '@/utils/core/unread';
import { Icon } from '../parts/icon';
import { unreadPlaceWord, unreadReasonWord } from '../text/coverage-words';

/** A page that fails as a whole fails in all its parts; the first few say it. */
const mostLines = 4;

interface PageHealthProps {
  unread: Unread[];
  onCapture: () => void;
}

/** What this kind of page should have shown and did not, and the way to show somebody why. */
export function PageHealth({ unread, onCapture }: PageHealthProps) {
  const lines = linesOf(unread);
  return (
    <section class="page-health">
      {lines.length > 0 && (
        <>
          <p class="unread">
            <Icon name="alert" />
            {i18n.t('page.unread', countUnread(unread))}
          </p>
          {/* No list: lists are of items, here and for who looks for them. */}
          <div class="page-health__lines" role="note" aria-label={i18n.t('page.expected')}>
            {lines.slice(0, mostLines).map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
          {lines.length > mostLines && <p>{i18n.t('page.more', lines.length - mostLines)}</p>}
        </>
      )}
      <p class="page-health__ways">
        {lines.length === 0 && <span>{i18n.t('page.missing')}</span>}
        <button type="button" class={lines.length > 0 ? 'button' : 'button button--plain'} onClick={onCapture}>
          {i18n.t('page.capture')}
        </button>
      </p>
    </section>
  );
}

/** `comments: not on the page`, each once. */
function linesOf(unread: Unread[]): string[] {
  const words = unread.map(({ where, reason }) =>
    i18n.t('coverage.what', [unreadPlaceWord(where), unreadReasonWord(reason)]),
  );
  return [...new Set(words)];
}
