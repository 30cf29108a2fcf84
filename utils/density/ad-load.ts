import { isAd, isKnown } from './classes';
import { ratio } from '../core/numbers';

interface CountedUnit {
  kind: string;
  class: string;
  viewable: boolean;
}

interface Tally {
  units: number;
  ads: number;
}

function add(tally: Tally, unit: CountedUnit): void {
  tally.units += 1;
  if (isAd(unit)) tally.ads += 1;
}

const noUnits = (): Tally => ({ units: 0, ads: 0 });

/** Ad load by count: of all units loaded and of those viewable, over all kinds and over notes alone. One pass. */
export function adLoad(units: Iterable<CountedUnit>) {
  const [all, notes, seen, seenNotes] = [noUnits(), noUnits(), noUnits(), noUnits()];
  for (const unit of units) {
    if (!isKnown(unit)) continue;
    const isNote = unit.kind === 'note_card';
    add(all, unit);
    if (isNote) add(notes, unit);
    if (unit.viewable) add(seen, unit);
    if (unit.viewable && isNote) add(seenNotes, unit);
  }
  return {
    units: all.units,
    ads: all.ads,
    ad_load_units: ratio(all.ads, all.units),
    notes: notes.units,
    ad_load_notes: ratio(notes.ads, notes.units),
    viewable_units: seen.units,
    viewable_ads: seen.ads,
    ad_load_viewable: ratio(seen.ads, seen.units),
    viewable_notes: seenNotes.units,
    ad_load_viewable_notes: ratio(seenNotes.ads, seenNotes.units),
  };
}
