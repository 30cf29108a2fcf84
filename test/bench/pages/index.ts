/** The pages that a copy of the built extension gets for a benchmark; each script's folder holds its `index.html`. */
export const pages = {
  bill: new URL('./bill/main.ts', import.meta.url),
  empty: new URL('./empty/main.tsx', import.meta.url),
  export: new URL('./export/main.ts', import.meta.url),
  fill: new URL('./fill/main.ts', import.meta.url),
  items: new URL('./items/main.tsx', import.meta.url),
  links: new URL('./links/main.ts', import.meta.url),
  search: new URL('./search/main.ts', import.meta.url),
};

export type PageName = keyof typeof pages;
