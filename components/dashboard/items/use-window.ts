import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

interface WindowOptions {
  place: RefObject<HTMLElement | null>;
  count: number;
  rowPx: number;
  /** Where it was left, in px. */
  top: number;
}

/** Rows beyond the edges, so that a quick scroll does not meet white. */
const SPARE = 6;
/** After so long without a scroll the list rests. */
const REST_MS = 100;

/** Which of many rows are drawn: those from `from` up to `to`, the latter not included. */
export function useWindow({ place, count, rowPx, top }: WindowOptions) {
  const [first, setFirst] = useState(Math.floor(top / rowPx));
  const [shown, setShown] = useState(20);
  const [spare, setSpare] = useState(SPARE);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    element.scrollTop = top;
    const measure = () => setShown(Math.ceil(element.clientHeight / rowPx) + 1 || 20);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [rowPx]);
  useEffect(() => {
    const last = Math.max(0, count * rowPx - (place.current?.clientHeight ?? 0));
    setFirst((before) => Math.min(before, Math.floor(last / rowPx)));
  }, [count, rowPx]);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(rest.current), []);
  const scrollTo = (scrollTop: number) => {
    const next = Math.floor(scrollTop / rowPx);
    const isJump = Math.abs(next - first) >= shown;
    clearTimeout(rest.current);
    // Of rows that nobody sees before the next jump none is drawn: they are half of the work
    if (isJump) rest.current = setTimeout(() => setSpare(SPARE), REST_MS);
    setSpare(isJump ? 0 : SPARE);
    setFirst(next);
  };
  const from = Math.max(0, Math.min(first, count - 1) - spare);
  return { from, to: Math.min(count, first + shown + spare), scrollTo };
}
