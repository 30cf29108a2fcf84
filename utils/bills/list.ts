import type { BillForm } from './form';

/** Every bill form there is: one file each, found by glob. */
export const forms: BillForm[] = Object.values(
  import.meta.glob<BillForm>('./forms/*.ts', { eager: true, import: 'form' }),
);
