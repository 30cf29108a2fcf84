import type { Unit } from '../../core/units';
import { all } from '../../sites/dom';
import { pageTime } from '../page-time';
import type { UnitView } from './view';

/** A unit of the visit; its element comes and goes with the list that it stands in. Times are of the page's clock. */
export interface Tracked {
  readonly key: string;
  readonly view: UnitView;
  readonly noticedAt: number;
  element?: Element | undefined;
  /** What was read of it. */
  unit?: Unit;
  /** Something inside it has changed since, or all of it is new. */
  isStale?: boolean;
  /** When it may be read again. */
  readAt?: number;
  feed?: string;
  rect?: Unit['rect'];
  label?: Element | undefined;
  /** It was told that it is there. */
  isTold?: boolean;
}

export function isRunning(film: HTMLMediaElement): boolean {
  return !film.paused && !film.ended && film.readyState > 2;
}

/** Whether the film of a video runs that began before anybody listened. */
export function lookAtFilm({ unit, view }: Tracked, element: Element): void {
  const [film] = unit?.media === 'video' ? all(element, 'video') : [];
  if (film instanceof HTMLVideoElement) view.look({ playing: isRunning(film) }, pageTime());
}
