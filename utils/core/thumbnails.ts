/** Small pictures of items, cut from what was on screen when the person pressed Save; kept only where they asked for it. */

/** CSS px of the longer side. */
export const thumbnailPx = 160;

/** Of one picture as it is kept, a `data:` address: some twelve kilobytes of picture. */
export const mostThumbnailChars = 16_384;

/** Then no further one is kept until some are erased: some thirty megabytes at the very most. */
export const mostThumbnails = 2_000;

const form = /^data:image\/(?:webp|jpeg|png);base64,[A-Za-z0-9+/]+={0,2}$/u;

/** Whether it is a picture as we make them, and nothing that a page would have to fetch. */
export function isThumbnail(picture: unknown): picture is string {
  return typeof picture === 'string' && picture.length <= mostThumbnailChars && form.test(picture);
}

/** Where the largest picture of a page stands in its window, in CSS px, and how wide that window is. */
export interface PictureFrame {
  x: number;
  y: number;
  width: number;
  height: number;
  across: number;
}

/** @returns undefined for anything else: it comes from a page */
export function decodeFrame(raw: unknown): PictureFrame | undefined {
  const at = (name: keyof PictureFrame): number => Number(Reflect.get(Object(raw), name));
  const frame = { x: at('x'), y: at('y'), width: at('width'), height: at('height'), across: at('across') };
  const isFit = Object.values(frame).every((value) => Number.isFinite(value) && value >= 0 && value < 100_000);
  return isFit && frame.width >= 1 && frame.height >= 1 && frame.across >= 1 ? frame : undefined;
}

/** A square cut out of a screenshot, in its own px. */
export interface Cut {
  x: number;
  y: number;
  side: number;
}

/** The middle of the frame, as a square; undefined where the screenshot does not hold it. */
export function cutOf(frame: PictureFrame, shot: { width: number; height: number }): Cut | undefined {
  const scale = shot.width / frame.across;
  const [left, top] = [frame.x * scale, frame.y * scale];
  const width = Math.min(frame.width * scale, shot.width - left);
  const height = Math.min(frame.height * scale, shot.height - top);
  const side = Math.floor(Math.min(width, height));
  if (side < 1) return undefined;
  return { x: Math.round(left + (width - side) / 2), y: Math.round(top + (height - side) / 2), side };
}
