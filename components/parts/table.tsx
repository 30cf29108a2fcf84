import type { ComponentChildren } from 'preact';

interface TableColumn {
  name: string;
  /** Its cells are numbers, which stand at the right end. */
  isNumber?: boolean;
}

interface TableProps {
  /** What the table is of; read out where it is scrolled into. */
  label: string;
  columns: readonly TableColumn[];
  class?: string;
  /** Its rows. */
  children: ComponentChildren;
}

/** A table that scrolls in its own frame when the page is narrower, by keys as well. */
export function Table({ label, columns, class: more = '', children }: TableProps) {
  return (
    <div class={`table ${more}`.trimEnd()} role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map(({ name, isNumber }, place) => (
              <th key={place} scope="col" class={isNumber ? 'number' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
