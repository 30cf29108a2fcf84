import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { giveKeys, isRefill, type RowKeys } from './row-keys';

/** Draws one row under the key that it is given. */
export type DrawRow = (at: number, key: number) => ComponentChildren;

interface RowsOptions {
  place: RefObject<HTMLElement | null>;
  /** Number of the first row that is drawn. */
  from: number;
  /** Of the rows that are drawn, in their order. */
  names: readonly string[];
  row: DrawRow;
}

/**
 * The rows of these names. The list itself takes the focus of a row that goes: a key pressed then must fall neither on
 * the row that comes into its element nor on the page behind.
 */
export function useRows({ place, from, names, row }: RowsOptions): readonly ComponentChildren[] {
  const before = useRef<RowKeys>(new Map());
  const refill = isRefill(before.current, names);
  const keys = giveKeys(before.current, names);
  before.current = keys;
  const hadFocus = hasFocus(place.current);
  useLayoutEffect(() => {
    if (hadFocus && (refill || !hasFocus(place.current))) place.current?.focus({ preventScroll: true });
  });
  return useDrawn([...keys.values()], from, row);
}

/** A row that stays while others come is not drawn again, so long as what it is drawn from stays too. */
function useDrawn(keys: readonly number[], from: number, row: DrawRow): readonly ComponentChildren[] {
  const drawn = useRef({ row, rows: new Map<number, ComponentChildren>() });
  const known = drawn.current.row === row ? drawn.current.rows : undefined;
  const rows = new Map(keys.map((key, at) => [from + at, known?.get(from + at) ?? row(from + at, key)]));
  drawn.current = { row, rows };
  return [...rows.values()];
}

function hasFocus(element: HTMLElement | null): boolean {
  return element?.contains(document.activeElement) ?? false;
}
