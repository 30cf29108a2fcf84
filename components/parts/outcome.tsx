import type { ComponentChildren } from 'preact';
import { Icon } from './icon';

/**
 * How a piece of work ended. The region is always there: screen readers announce only what changes inside a region they
 * know.
 */
export function Outcome({
  tone,
  children,
}: {
  tone: 'well' | 'plain' | 'warn' | 'alarm';
  children?: ComponentChildren;
}) {
  return (
    <div class="outcome-region" role="status">
      {children && (
        <div class={`outcome outcome--${tone}`}>
          {tone !== 'plain' && <Icon name={tone === 'well' ? 'check' : 'alert'} />}
          <div class="outcome__words">{children}</div>
        </div>
      )}
    </div>
  );
}
