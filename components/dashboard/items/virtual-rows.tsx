import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

interface VirtualRowsProps {
  /** How many rows there are, and how high each of them is. */
  count: number;
  rowPx: number;
  /** Where it was left, and where it is now: a look at one item must not lose the place. */
  top: number;
  onTop: (top: number) => void;
  label: string;
  row: (at: number) => ComponentChildren;
  /** `list` for cards, `rowgroup` for the rows of a table. */
  role: 'list' | 'rowgroup';
}

/** Rows beyond the edges, so that a quick scroll does not meet white. */
const SPARE = 6;

/** Of many rows, those on screen: what is drawn does not grow with what there is. */
export function VirtualRows({ count, rowPx, top, onTop, label, row, role }: VirtualRowsProps) {
  const place = useRef<HTMLDivElement>(null);
  const [first, setFirst] = useState(Math.floor(top / rowPx));
  const [shown, setShown] = useState(20);
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
  const onScroll = ({ currentTarget }: { currentTarget: HTMLElement }) => {
    onTop(currentTarget.scrollTop);
    setFirst(Math.floor(currentTarget.scrollTop / rowPx));
  };
  const from = Math.max(0, Math.min(first, count - 1) - SPARE);
  const to = Math.min(count, first + shown + SPARE);
  const drawn = Array.from({ length: Math.max(0, to - from) }, (_row, at) => from + at);
  return (
    <div class="virtual" ref={place} role={role} aria-label={label} tabIndex={0} onScroll={onScroll}>
      <div class="virtual__whole" role="presentation" style={{ blockSize: `${String(count * rowPx)}px` }}>
        <div class="virtual__shown" role="presentation" style={{ transform: `translateY(${String(from * rowPx)}px)` }}>
          {drawn.map(row)}
        </div>
      </div>
    </div>
  );
}
