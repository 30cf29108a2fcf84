import { isThumbnail } from '@/utils/core/thumbnails';
import type { ItemRow } from '@/utils/core/rows';
import { useTools } from '../tools';

/** The small picture of an item, where one is kept. It says nothing that the title beside it does not. */
export function Thumbnail({ item: { key } }: { item: Pick<ItemRow, 'key'> }) {
  const picture = useTools().thumbnailOf?.(key);
  return isThumbnail(picture) ? <img class="thumbnail" src={picture} alt="" width={44} height={44} /> : null;
}
