// Drawn for this project on a 16 × 16 grid, one stroke each.
const paths = {
  sprout:
    'M8 14V8.5M8 8.5C8 5.5 5.8 3.6 2.5 3.5C2.5 6.7 4.8 8.6 8 8.5ZM8 7.5C8 4.4 10.2 2 13.5 2C13.6 5.4 11.3 7.6 8 7.5Z',
  out: 'M6 4H3.5V12.5H12V10M8.5 3H13V7.5M13 3L7.5 8.5',
  gear: 'M2.5 4.5H8M11.5 4.5H13.5M9.8 2.8V6.2M2.5 11.5H4.5M8 11.5H13.5M6.2 9.8V13.2',
  close: 'M3.5 3.5L12.5 12.5M12.5 3.5L3.5 12.5',
  alert: 'M8 2.5L14 13H2L8 2.5ZM8 6.5V9.5M8 11.2V11.3',
  plug: 'M5.5 2V5M10.5 2V5M3.5 5H12.5V7.5C12.5 10 10.5 11.5 8 11.5C5.5 11.5 3.5 10 3.5 7.5ZM8 11.5V14',
  page: 'M3.5 2H9.5L12.5 5V14H3.5ZM6 7.5H10M6 10.5H10',
} as const;

export type IconName = keyof typeof paths;

/** A small picture beside words; it never says anything by itself. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
