import fc from 'fast-check';
import { expect, test } from 'vitest';
import { at, listAt, parseState, readState, stringAt } from '../../utils/sites/xiaohongshu/state';
import { ids, parse } from './pages';

const whole = { noteId: ids.note, time: 1, user: { userId: 'u1' }, imageList: [] };

function pageWith(note: unknown, id: string = ids.note): string {
  const map = { '': { note: {} }, undefined: { note: {} }, [id]: { note, comments: { list: [] } } };
  return `<script>window.__INITIAL_STATE__=${JSON.stringify({ note: { noteDetailMap: map } })}</script>`;
}

test('a bare undefined is nothing, the word in a text stays', () =>
  expect(parseState('{"a":undefined,"b":[undefined],"c":"say undefined, \\"undefined\\" \\\\"}')).toEqual({
    a: null,
    b: [null],
    c: 'say undefined, "undefined" \\',
  }));

test('no string is edited, whatever is in it', () =>
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(parseState(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  ));

test('a megabyte of quotes and backslashes takes no longer than its length', () => {
  const started = performance.now();
  expect(() => parseState(`{"a":"${'\\"'.repeat(500_000)}`)).toThrow(SyntaxError);
  expect(performance.now() - started).toBeLessThan(1000);
});

test('the whole note is found among dirty keys', () =>
  expect(stringAt(readState(parse(pageWith(whole)), ids.note), 'note.noteId')).toBe(ids.note));

test.each([
  ['another note', pageWith({ ...whole, noteId: ids.other }, ids.other)],
  ['another note under this key', pageWith({ ...whole, noteId: ids.other })],
  ['a note without pictures and time yet', pageWith({ ...whole, imageList: undefined, time: 0 })],
  ['a note without pictures and author yet', pageWith({ ...whole, imageList: undefined, user: {} })],
  ['a note without author and time yet', pageWith({ ...whole, user: {}, time: null })],
  ['an empty note', pageWith({})],
  ['no script', ''],
  ['another script', `<script>window.__OTHER__={"id":"${ids.note}"}</script>`],
])('%s says nothing', (_name, markup) => expect(readState(parse(markup), ids.note)).toBeUndefined());

test.each([
  ['a statement behind it', '{"a":{"b":[1]}};(function(){var s;})()', { a: { b: [1] } }],
  ['brackets in a text', '{"a":"}]{","b":undefined} ; x', { a: '}]{', b: null }],
])('%s', (_name, text, value) => expect(parseState(text)).toEqual(value));

test.each([
  ['other statements around it', (json: string) => `var a=1;\nwindow.__INITIAL_STATE__ = ${json};window.b={}`],
  ['the key in brackets', (json: string) => `window["__INITIAL_STATE__"]=${json}`],
])('%s', (_name, script) => {
  const state = { note: { noteDetailMap: { [ids.note]: { note: whole } } } };
  const document = parse(`<script>${script(JSON.stringify(state))}</script>`);
  expect(stringAt(readState(document, ids.note), 'note.noteId')).toBe(ids.note);
});

test('a value in a box, as the living state has it', () => {
  const boxed = { note: { _value: { noteDetailMap: { dep: {}, _rawValue: { [ids.note]: { note: whole } } } } } };
  const document = parse(`<script>window.__INITIAL_STATE__=${JSON.stringify(boxed)}</script>`);
  expect(stringAt(readState(document, ids.note), 'note.user.userId')).toBe('u1');
});

test('the mobile page has one note', () => {
  const mobile = (noteId: string) => ({
    noteData: { data: { noteData: { ...whole, noteId }, commentData: { comments: [{ id: 'c', content: 'x' }] } } },
  });
  const read = (noteId: string) =>
    readState(
      parse(`<script>window.__INITIAL_STATE__=${JSON.stringify({ ...mobile(noteId), a: ids.note })}</script>`),
      ids.note,
    );
  expect(read(ids.note)?.comments).toHaveLength(1);
  expect(read(ids.other)).toBeUndefined();
});

test('comments that name the note come before it is whole, others do not', () => {
  const list = [{ noteId: ids.note, id: 'a' }, { noteId: ids.other, id: 'b' }, { id: 'c' }];
  const state = { note: { noteDetailMap: { [ids.note]: { note: {}, comments: { list } } } } };
  const entry = readState(parse(`<script>window.__INITIAL_STATE__=${JSON.stringify(state)}</script>`), ids.note);
  expect(entry).toEqual({ note: undefined, comments: [list[0]] });
});

test.each([
  ['its own name', { noteId: undefined }],
  ['a name that is text', { noteId: [ids.other] }],
  ['its pictures', { imageList: null }],
  ['its author', { user: null }],
  ['its time', { time: '' }],
])('a note that lacks %s is there all the same', (_what, change) =>
  expect(readState(parse(pageWith({ ...whole, ...change, title: 'x' })), ids.note)?.note).toMatchObject({ title: 'x' }),
);

test('of several states the one that has the note', () => {
  const others = [`{"seen":["${ids.note}"]}`, `{"seen":["${ids.note}"`].map(
    (text) => `<script>window.__INITIAL_STATE__=${text}</script>`,
  );
  for (const markup of [...others.map((other) => other + pageWith(whole)), pageWith(whole) + others.join('')])
    expect(stringAt(readState(parse(markup), ids.note), 'note.noteId')).toBe(ids.note);
});

test('half a script is broken, which is not nothing', () => {
  const markup = pageWith(whole);
  expect(readState(parse(`${markup.slice(0, markup.indexOf('"time"'))}</script>`), ids.note)).toBeNull();
});

test('paths lead along own keys only', () => {
  const value: unknown = JSON.parse('{"a":{"b":" x "},"__proto__":{"c":1},"l":[1]}');
  expect(stringAt(value, 'a.b')).toBe('x');
  expect(at({}, 'constructor.name')).toBeUndefined();
  expect(at(value, 'a.b.c')).toBeUndefined();
  expect(stringAt(value, 'l')).toBeUndefined();
  expect([7, 0, 2 ** 60, 1.5, true].map((each) => stringAt({ each }, 'each'))).toEqual([
    '7',
    '0',
    undefined,
    undefined,
    undefined,
  ]);
  expect(listAt(value, 'l')).toEqual([1]);
  expect(listAt(value, 'a')).toEqual([]);
});
