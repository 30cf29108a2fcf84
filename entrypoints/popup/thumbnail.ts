import { cutOf, type Cut, isThumbnail, thumbnailPx } from '@/utils/core/thumbnails';
import { type Screenshot, takeScreenshot } from '@/utils/messages/screenshot';
import { isTold } from '@/utils/messages/ask';

/** Worse and worse, until it is small enough. */
const attempts = [
  { px: thumbnailPx, quality: 0.8 },
  { px: thumbnailPx, quality: 0.5 },
  { px: thumbnailPx / 2, quality: 0.5 },
] as const;

async function load(picture: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = picture;
  await image.decode();
  return image;
}

function draw(image: HTMLImageElement, { x, y, side }: Cut, px: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.min(px, side);
  canvas.getContext('2d')?.drawImage(image, x, y, side, side, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** The middle of the picture on screen, small enough to be kept. */
async function shrink({ picture, frame }: Screenshot): Promise<string | undefined> {
  const image = await load(picture);
  const cut = cutOf(frame, { width: image.naturalWidth, height: image.naturalHeight });
  if (!cut) return undefined;
  const made = attempts.map(({ px, quality }) => draw(image, cut, px).toDataURL('image/jpeg', quality));
  return made.find(isThumbnail);
}

/** Keeps a small picture of what was on screen beside an item that was just saved. It may fail: the item is saved. */
export async function keepThumbnail(key: string, place: { tab: number; window: number }): Promise<void> {
  const shot = await takeScreenshot(place);
  const picture = shot && (await shrink(shot).catch(() => undefined)); // no picture that can be drawn
  if (picture !== undefined) await isTold({ type: 'thumbnail', key, picture });
}
