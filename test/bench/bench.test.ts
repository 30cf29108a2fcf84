import { describe, expect, test } from 'vitest';
import type { Benchmark } from './benchmark';
import { toMetric, type Metric } from './metric';
import { exitCodeOf, toTable } from './report';
import { runAll } from './run-all';
import { quantile } from './stats';
import { cpuMs, type TraceEvent } from './trace';

describe('quantile', () => {
  test.each([
    [[7], 0.5, 7],
    [[3, 1, 2], 0.5, 2],
    [[4, 1, 3, 2], 0.5, 2.5],
    [[10, 9, 1, 2, 100], 0, 1],
    [[10, 9, 1, 2, 100], 1, 100],
    [[0, 10, 20, 30, 40], 0.9, 36],
    [[9, 10, 100], 0.5, 10], // as numbers, not as text
  ])('of %j at %d is %d', (samples, q, expected) => expect(quantile(samples, q)).toBeCloseTo(expected));

  test('of nothing is an error, not a zero', () => expect(() => quantile([], 0.5)).toThrow());
});

const measured = {
  name: 'popup.paint',
  unit: 'ms',
  samples: [120, 100, 140],
  reference: 'empty Preact popup',
  referenceSamples: [60, 50, 70],
  target: 2,
};

describe('a figure', () => {
  test('has the agreed form', () => {
    expect(toMetric(measured)).toEqual({
      name: 'popup.paint',
      value: 120,
      unit: 'ms',
      reference: 'empty Preact popup',
      referenceValue: 60,
      ratio: 2,
      target: 2,
      ok: true,
      runs: 3,
      p50: 120,
      p90: 136,
    });
  });

  test.each([
    ['below its target', { target: 2.1 }, true],
    ['above its target', { target: 1.9 }, false],
    ['above it by less than is shown', { samples: [120.001] }, false],
    ['without a target', { target: null }, true],
  ])('%s', (_, change, ok) => expect(toMetric({ ...measured, ...change }).ok).toBe(ok));

  test.each([
    ['nothing was measured', { samples: [] }],
    ['the reference was not measured', { referenceSamples: [] }],
    ['the reference cost nothing', { referenceSamples: [0, 0] }],
  ])('is refused where %s', (_, change) => expect(() => toMetric({ ...measured, ...change })).toThrow());
});

describe('the exit code', () => {
  const kept = toMetric(measured);
  const missed = toMetric({ ...measured, target: 1 });
  const failed = [{ name: 'content.feed', why: 'no trace' }];
  test.each([
    ['all kept', { metrics: [kept], failed: [] }, { usual: 0, strict: 0 }],
    ['one missed', { metrics: [kept, missed], failed: [] }, { usual: 0, strict: 1 }],
    ['one not measured', { metrics: [kept], failed }, { usual: 1, strict: 1 }],
    ['nothing measured', { metrics: [], failed: [] }, { usual: 1, strict: 1 }],
  ])('%s', (_, outcome, { usual, strict }) => {
    expect(exitCodeOf(outcome, false)).toBe(usual);
    expect(exitCodeOf(outcome, true)).toBe(strict);
  });
});

test('the table says what was missed and what was not measured', () => {
  const metrics = [toMetric({ ...measured, target: 1 })];
  const lines = toTable({ metrics, failed: [{ name: 'content.feed', why: 'no trace' }] }).split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toMatch(/^popup\.paint +120 ms .*2\.00× +1× +MISSED$/u);
  expect(lines[2]).toBe('content.feed: not measured: no trace');
});

describe('which benchmarks run', () => {
  const make = (name: string, ...figures: string[]): Benchmark => ({
    name,
    measure: () => Promise.resolve(figures.map((figure): Metric => toMetric({ ...measured, name: figure }))),
  });
  const broken: Benchmark = { name: 'broken', measure: () => Promise.reject(new Error('no browser')) };
  const all = [broken, make('popup.paint', 'popup.paint', 'popup.paint.1e5'), make('content.feed', 'content.feed')];
  const bench = { full: false, extension: () => Promise.resolve(''), say: () => undefined };

  test.each([
    ['', ['popup.paint', 'popup.paint.1e5', 'content.feed'], ['broken']],
    ['paint', ['popup.paint', 'popup.paint.1e5'], []],
    ['popup.paint.1e5', ['popup.paint.1e5'], []],
    ['nothing.so.named', [], ['nothing.so.named']],
  ])('--only "%s"', async (only, names, lost) => {
    const { metrics, failed } = await runAll(all, bench, only);
    expect(metrics.map(({ name }) => name)).toEqual(names);
    expect(failed.map(({ name }) => name)).toEqual(lost);
  });
});

describe('processor time of a trace', () => {
  const event = (change: Partial<TraceEvent>): TraceEvent => ({
    name: 'FunctionCall',
    pid: 1,
    tid: 1,
    ts: 0,
    dur: 1000,
    url: 'chrome-extension://a/note.js',
    ...change,
  });
  test.each([
    ['nothing', [], 0],
    ['one after the other', [event({}), event({ ts: 1000 })], 2],
    ['one inside the other', [event({ ts: 200, dur: 100 }), event({})], 1],
    ['side by side in two threads', [event({}), event({ tid: 2 })], 2],
    ['waiting is no work', [event({ tdur: 400 })], 0.4],
  ])('%s', (_, events, ms) => expect(cpuMs(events)).toBeCloseTo(ms));
});
