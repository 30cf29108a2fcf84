import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon';

interface StateCardProps {
  icon: IconName;
  title: string;
  body?: string;
  tone?: 'calm' | 'alarm';
  children?: ComponentChildren;
}

/** A place without rows says why, and what to do next. */
export function StateCard({ icon, title, body, tone = 'calm', children }: StateCardProps) {
  return (
    <div class={`state state--${tone}`} role={tone === 'alarm' ? 'alert' : undefined}>
      <span class="state__mark">
        <Icon name={icon} />
      </span>
      <h2 class="state__title">{title}</h2>
      {body && <p class="state__body">{body}</p>}
      {children}
    </div>
  );
}

/** Shown while the first rows are on their way: the shape of rows, no motion needed. */
export function Loading({ label }: { label: string }) {
  return (
    <div class="loading" role="status" aria-label={label}>
      <span class="loading__bar" />
      <span class="loading__bar" />
      <span class="loading__bar" />
    </div>
  );
}
