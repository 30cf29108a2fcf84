import type { PlatformId } from '@/utils/core/types';
import { useTools } from '../tools';

// Steps of the golden angle keep neighbours apart on the colour wheel.
const GOLDEN_DEGREES = 137.5;

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
  let sum = 0;
  for (let at = 0; at < id.length; at++) sum += id.charCodeAt(at) * (at + 1);
  return Math.round((sum * GOLDEN_DEGREES) % 360);
}
