import { escapeHtml } from '../html';
import { pick, seedOf } from '../random';
import { motifs } from './motifs';

interface Palette {
  back: [string, string];
  a: string;
  b: string;
  c: string;
}

const palettes: readonly [Palette, ...Palette[]] = [
  { back: ['#fbe9dd', '#f3cdb8'], a: '#e58f6f', b: '#fff1d8', c: '#8a4b3a' },
  { back: ['#e6efe4', '#c3d9c4'], a: '#7fa68a', b: '#f5f7dc', c: '#3f5f4c' },
  { back: ['#e8ecf8', '#c5d1ef'], a: '#7f95cf', b: '#f4f6ff', c: '#3c4a80' },
  { back: ['#f8e6ee', '#eec2d4'], a: '#d67f9f', b: '#fff0f3', c: '#823f5a' },
  { back: ['#f6f0e0', '#e6d5b0'], a: '#c9a05c', b: '#fff8e2', c: '#6f5426' },
  { back: ['#e3f1f1', '#b7dadb'], a: '#6aabb0', b: '#effbf8', c: '#2f5f66' },
  { back: ['#efe8f6', '#d4c3e8'], a: '#a184c8', b: '#faf2ff', c: '#553d78' },
];

const heights = { tall: 800, square: 600, wide: 450 } as const;

export interface Picture {
  /** Name of a motif. */
  art: string;
  seed: string;
  shape: keyof typeof heights;
  /** Big words over the picture, as many covers have. */
  words?: string;
}

/** A drawing of its own for every note and item, the same in every run. */
export function drawPicture({ art, seed, shape, words }: Picture): string {
  const number = seedOf(seed);
  const palette = pick(palettes, number);
  const height = heights[shape];
  const scale = words === undefined ? 2.1 : 1.55;
  const left = 300 - 100 * scale + ((number % 5) - 2) * 14;
  const top = height - (words === undefined ? height / 2 - 100 * scale + 26 : 70) - 170 * scale;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 ${height}" width="600" height="${height}">`,
    `<defs><linearGradient id="g" x2=".4" y2="1"><stop stop-color="${palette.back[0]}"/><stop offset="1" stop-color="${palette.back[1]}"/></linearGradient></defs>`,
    `<rect width="600" height="${height}" fill="url(#g)"/>`,
    `<circle cx="${120 + (number % 360)}" cy="${height * 0.34}" r="${150 + (number % 70)}" fill="#fff" opacity=".32"/>`,
    `<ellipse cx="${left + 100 * scale}" cy="${top + 163 * scale}" rx="${92 * scale}" ry="${10 * scale}" fill="${palette.c}" opacity=".16"/>`,
    `<g transform="translate(${left} ${top}) scale(${scale})">${motif(art, palette)}</g>`,
    words === undefined ? '' : lettering(words, palette.c),
    '</svg>',
  ].join('');
}

function motif(art: string, { a, b, c }: Palette): string {
  return (motifs[art] ?? motifs.gift ?? '').replaceAll('{a}', a).replaceAll('{b}', b).replaceAll('{c}', c);
}

function lettering(words: string, colour: string): string {
  const lines = [words.slice(0, 8), words.slice(8, 16)].filter((line) => line !== '');
  return lines
    .map(
      (line, index) =>
        `<text x="44" y="${112 + index * 76}" font-family="sans-serif" font-size="60" font-weight="700" fill="${colour}">${escapeHtml(line)}</text>`,
    )
    .join('');
}
