import type { PlatformId } from '@/utils/core/types';
import { useTools } from '../tools';

// Chosen by trial: with it the first seven platforms lie at least 25 degrees apart on the colour wheel.
const FACTOR = 3;

/** A monogram in a colour of its own, so that no shop's logo is needed; the name stands beside it or in its label. */
export function PlatformChip({ platform }: { platform: PlatformId }) {
  const [initial = ''] = useTools().platformName(platform);
  return (
    <span class="chip" aria-hidden="true" style={{ '--hue': hueOf(platform) }}>
      {initial}
    </span>
  );
}

function hueOf(id: string): number {
  let hue = 0;
  for (let at = 0; at < id.length; at++) hue = (hue * FACTOR + id.charCodeAt(at)) % 360;
  return hue;
}
