import type { PictureFrame } from '../core/thumbnails';
import { all, own } from './dom';

/** A page with more has its main one among the first. */
const mostLookedAt = 500;
/** Avatars and signs are smaller. */
const leastPx = 60;

interface Seen extends PictureFrame {
  area: number;
}

/** The part of a picture that is in the window, in CSS px. */
function partOf(picture: Element, view: Pick<Window, 'innerWidth' | 'innerHeight'>): Seen {
  const box = own(picture, 'getBoundingClientRect').call(picture);
  const [x, y] = [Math.max(0, box.left), Math.max(0, box.top)];
  const width = Math.min(box.right, view.innerWidth) - x;
  const height = Math.min(box.bottom, view.innerHeight) - y;
  return { x, y, width, height, across: view.innerWidth, area: width > 0 && height > 0 ? width * height : 0 };
}

/** Where the largest picture on screen stands: of an open note that is the picture of the note. Only looked for. */
export function largestPicture(
  document: Document,
  view: Pick<Window, 'innerWidth' | 'innerHeight'>,
): PictureFrame | undefined {
  const seen = all(document, 'img, video')
    .slice(0, mostLookedAt)
    .map((picture) => partOf(picture, view))
    .filter(({ width, height }) => Math.min(width, height) >= leastPx);
  const [largest] = seen.sort((a, b) => b.area - a.area);
  if (!largest) return undefined;
  const { area: _area, ...frame } = largest;
  return frame;
}
