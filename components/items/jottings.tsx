import { i18n } from '@/utils/i18n';
import { type ItemRow, tagsOf } from '@/utils/core/rows';
import { cleanText } from '../text/clean';
import { formatDay } from '../text/format';
import { useTools } from '../tools';

/** What the person wrote down about an item, on its row: nothing where they wrote nothing. */
export function Jottings({ item }: { item: ItemRow }) {
  const { now } = useTools();
  const tags = tagsOf(item);
  const cool = coolText(item, now);
  const remark = cleanText(item.remark?.text);
  if (tags.length === 0 && !cool && !remark) return null;
  return (
    <div class="jottings">
      {cool && <span class={isDue(item, now) ? 'badge badge--root' : 'badge'}>{cool}</span>}
      {tags.map((tag) => (
        <span key={tag} class="badge badge--green">
          <bdi>{cleanText(tag, 40)}</bdi>
        </span>
      ))}
      {remark && (
        <p class="jottings__remark">
          <bdi>{remark}</bdi>
        </p>
      )}
    </div>
  );
}

function isDue({ cool }: ItemRow, now: number): boolean {
  return cool !== undefined && cool.until > 0 && cool.until <= now;
}

/** Nobody is asked about what has ended. */
function coolText(item: ItemRow, now: number): string | undefined {
  const hasEnded = item.state === 'bought' || item.state === 'dropped' || item.state === 'refunded';
  if (!item.cool?.until || hasEnded) return undefined;
  return isDue(item, now) ? i18n.t('cool.due') : i18n.t('cool.until', [formatDay(item.cool.until, now)]);
}
