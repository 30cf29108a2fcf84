import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawPicture } from './art/draw';
import { clobbering } from './data/clobbering';
import { listItems } from './data/items';
import { findNote } from './data/notes';
import { pick, seedOf } from './random';
import { notFound } from './reply';
import { skinCss, skinScript } from './skin';
import type { NoteSpec, Reply, World } from './types';

/** Pictures, style sheets and page scripts; the same under every host. */
export function staticFile(path: string, world: World): Reply {
  const name = path.replace(/^\/(?:replica-static\/)?/, '');
  if (name === 'favicon.svg') return svg(drawAvatar('favicon'));
  if (name.startsWith('avatar/')) return svg(drawAvatar(name));
  if (name.startsWith('art/')) return art(name.slice('art/'.length));
  return pageFile(name, world);
}

function pageFile(name: string, world: World): Reply {
  if (!/^[a-z-]+\.(?:css|js)$/.test(name)) return notFound();
  const text = readFileSync(join(import.meta.dirname, 'pages', name), 'utf8');
  if (name.endsWith('.css')) return { status: 200, type: 'text/css; charset=utf-8', body: skinCss(world.skin, text) };
  const script = text.replace('CLOBBERING', JSON.stringify(clobbering));
  return { status: 200, type: 'text/javascript; charset=utf-8', body: skinScript(world.skin, script) };
}

function art(name: string): Reply {
  const [kind, id = '', index = '0'] = name.replace('.svg', '').split('-');
  const note = kind === 'note' ? findNote(id) : undefined;
  if (note !== undefined) return svg(notePicture(note, index));
  const item = listItems().find((entry) => entry.id === id);
  const thing = item?.art ?? 'teapot';
  return svg(drawPicture({ art: thing, seed: id, tint: thing, shape: kind === 'live' ? 'tall' : 'square' }));
}

function notePicture(note: NoteSpec, index: string): string {
  const { id, shape, title } = note;
  const words = index === '0' && seedOf(id) % 3 === 0 && shape === 'tall' ? title.split('｜')[0] : undefined;
  const tint = note.links.length > 0 ? note.art : id;
  return drawPicture({ art: note.art, seed: id + index, tint, shape, ...(words && { words }) });
}

function drawAvatar(name: string): string {
  const seed = seedOf(name);
  const [skin, hair] = pick(
    [
      ['#f3d9c4', '#6b4a3a'],
      ['#e9efe0', '#5f7d62'],
      ['#e5e8f6', '#5b679e'],
      ['#f8e0e8', '#a75a79'],
      ['#f7edd2', '#a57e38'],
    ],
    seed,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40" width="40" height="40"><rect width="40" height="40" fill="${skin}"/><circle cx="20" cy="16" r="7" fill="${hair}"/><path d="M6 40q2-16 14-16t14 16z" fill="${hair}" opacity=".8"/></svg>`;
}

function svg(body: string): Reply {
  return { status: 200, type: 'image/svg+xml', body, headers: { 'cache-control': 'max-age=600' } };
}
