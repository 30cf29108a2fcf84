import type { LabelMeasure } from '../../core/types';
import { contrastIn, gapBetween } from '../colors';
import { boxOf, found } from '../dom';
import type { SeenLabel } from '../reader';
import { unitMarks } from './labels';
import { linkedElements } from './links';

function measure(label: Element, unit: Element, window: Window): LabelMeasure {
  const box = boxOf(label);
  const style = window.getComputedStyle(label);
  const gaps = linkedElements(unit).map((link) => gapBetween(boxOf(link), box));
  return found<LabelMeasure>({
    box: [box.x + window.scrollX, box.y + window.scrollY, box.width, box.height],
    fontPx: Number.parseFloat(style.fontSize) || undefined,
    contrast: contrastIn(label, unit, window),
    linkPx: gaps.length > 0 ? Math.min(...gaps) : undefined,
  });
}

/** The label of a card or an open note on a page that is laid out. */
export function seeLabel(unit: Element, window: Window): SeenLabel | undefined {
  const { label } = unitMarks(unit);
  return label && { element: label, measured: measure(label, unit, window) };
}
