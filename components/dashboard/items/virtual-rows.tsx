import { useRef } from 'preact/hooks';
import { type DrawRow, useRows } from './use-rows';
import { useWindow } from './use-window';

interface VirtualRowsProps {
  /** How many rows there are, and how high each of them is. */
  count: number;
  rowPx: number;
  /** Where it was left, and where it is now: a look at one item must not lose the place. */
  top: number;
  onTop: (top: number) => void;
  label: string;
  /** What a row is about: the same name, the same row. */
  nameOf: (at: number) => string;
  row: DrawRow;
  /** `list` for cards, `rowgroup` for the rows of a table. */
  role: 'list' | 'rowgroup';
}

/** Of many rows, those on screen: what is drawn does not grow with what there is. */
export function VirtualRows({ count, rowPx, top, onTop, label, nameOf, row, role }: VirtualRowsProps) {
  const place = useRef<HTMLDivElement>(null);
  const { from, to, scrollTo } = useWindow({ place, count, rowPx, top });
  const names = Array.from({ length: Math.max(0, to - from) }, (_row, at) => nameOf(from + at));
  const rows = useRows({ place, from, names, row });
  const onScroll = ({ currentTarget }: { currentTarget: HTMLElement }) => {
    onTop(currentTarget.scrollTop);
    scrollTo(currentTarget.scrollTop);
  };
  return (
    <div class="virtual" ref={place} role={role} aria-label={label} tabIndex={0} onScroll={onScroll}>
      <div class="virtual__whole" role="presentation" style={{ blockSize: `${String(count * rowPx)}px` }}>
        <div class="virtual__shown" role="presentation" style={{ transform: `translateY(${String(from * rowPx)}px)` }}>
          {rows}
        </div>
      </div>
    </div>
  );
}
