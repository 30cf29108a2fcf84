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
  /** Decides the composition. */
  seed: string;
  /** Decides the colours: what is sold looks the same on the note and in the shop. */
  tint: string;
  shape: keyof typeof heights;
  /** Big words over the picture, as many covers have. */
  words?: string;
}

/** Motifs that are a view, not a thing: they fill the width. */
const views: ReadonlySet<string> = new Set(['sea', 'mountain']);

/** A drawing of its own for every note and item, the same in every run. */
export function drawPicture({ art, seed, tint, shape, words }: Picture): string {
  const number = seedOf(seed);
  const palette = pick(palettes, seedOf(tint));
  const height = heights[shape];
  const sun = `<circle cx="${120 + (number % 360)}" cy="${height * 0.36}" r="${140 + (number % 70)}" fill="#fff" opacity=".3"/>`;
  const placed = views.has(art)
    ? { scale: 3, left: 0, top: height - 480 }
    : placeThing(number, height, words !== undefined);
  const { scale, left, top } = placed;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 ${height}" width="600" height="${height}">`,
    `<defs><linearGradient id="g" x2=".4" y2="1"><stop stop-color="${palette.back[0]}"/><stop offset="1" stop-color="${palette.back[1]}"/></linearGradient></defs>`,
    `<rect width="600" height="${height}" fill="url(#g)"/>`,
    sun,
    views.has(art) ? '' : table(palette, placed),
    `<g transform="translate(${left} ${top}) scale(${scale})">${motif(art, palette)}</g>`,
    words === undefined ? '' : lettering(words, palette.c),
    '</svg>',
  ].join('');
}

interface Place {
  scale: number;
  left: number;
  top: number;
}

function placeThing(number: number, height: number, small: boolean): Place {
  const scale = (small ? 1.7 : 2) * Math.min(1, height / 640);
  const left = 300 - 100 * scale + ((number % 5) - 2) * 14;
  const stand = height * (small ? 0.86 : 0.76);
  return { scale, left, top: stand - 160 * scale };
}

/** What the thing stands on, and its shadow. */
function table({ back, c }: Palette, { scale, left, top }: Place): string {
  const edge = top + 140 * scale;
  const shadow = `<ellipse cx="${left + 104 * scale}" cy="${top + 160 * scale}" rx="${78 * scale}" ry="${9 * scale}" fill="${c}" opacity=".2"/>`;
  return `<rect y="${edge}" width="600" height="800" fill="${back[1]}"/><rect y="${edge}" width="600" height="800" fill="#fff" opacity=".22"/>${shadow}`;
}

function motif(art: string, { a, b, c }: Palette): string {
  return (motifs[art] ?? motifs.gift ?? '').replaceAll('{a}', a).replaceAll('{b}', b).replaceAll('{c}', c);
}

function lettering(words: string, colour: string): string {
  const lines = [words.slice(0, 8), words.slice(8, 16)].filter((line) => line !== '');
  return lines
    .map(
      (line, index) =>
        `<text x="48" y="${150 + index * 76}" font-family="sans-serif" font-size="58" font-weight="700" fill="${colour}">${escapeHtml(line)}</text>`,
    )
    .join('');
}
