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
  ['a note without pictures yet', pageWith({ ...whole, imageList: undefined })],
  ['a note without author yet', pageWith({ ...whole, user: {} })],
  ['an empty note', pageWith({})],
  ['no script', ''],
  ['another script', `<script>window.__OTHER__={"id":"${ids.note}"}</script>`],
])('%s says nothing', (_name, markup) => expect(readState(parse(markup), ids.note)).toBeUndefined());

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
  expect(listAt(value, 'l')).toEqual([1]);
  expect(listAt(value, 'a')).toEqual([]);
});
