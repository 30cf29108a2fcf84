import type { Places } from '../places';
import { firstAt } from '../places';

function readMark(value: unknown): 'tmall' | undefined {
  return value === true || /\/\/(?:trade|detail)\.tmall\./.test(String(value)) ? 'tmall' : undefined;
}

/** Tmall's orders stand among Taobao's; only a flag or an address tells them apart. */
export function tmallBy(places: Places) {
  return (order: unknown) => firstAt(order, places, readMark);
}
