import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { beforeAll, describe, expect, test } from 'vitest';
import { feedUrl } from '../replica/truth';
import { browserKinds, tabIdOf } from './browsers';
import { describeTab } from './support/describe';
import { eventually } from './support/eventually';
import { known } from './support/notes';
import { type OpenStage, openStage } from './support/open-stage';
import { extensionWithScript } from './support/own-page';

const label = v.object({
  noteId: v.string(),
  text: v.string(),
  box: v.array(v.number()),
  fontPx: v.optional(v.number()),
  contrast: v.optional(v.number()),
  linkPx: v.optional(v.number()),
});

type MeasuredLabel = v.InferOutput<typeof label>;

/** To a tenth of a pixel: the two browsers lay out columns to different fractions. */
const rounded = ({ box, ...rest }: MeasuredLabel) => ({ ...rest, box: box.map((px) => Math.round(px * 10) / 10) });

describe.each(browserKinds)('in %s, labels are measured', (kind) => {
  let stage: OpenStage;
  let page: Page;
  beforeAll(async () => {
    stage = await openStage(kind, { extensionDir: await extensionWithScript(kind, 'labels') });
    page = await stage.driver.page();
    return () => stage.close();
  });

  async function measure(): Promise<MeasuredLabel[]> {
    const tab = await tabIdOf(stage.own, page.url());
    const run = `{ target: { tabId: ${String(tab)} }, files: ['/test-labels.js'] }`;
    return v.parse(
      v.array(label),
      await stage.own.evaluate(`chrome.scripting.executeScript(${run}).then(([{ result }]) => result)`),
    );
  }

  test('on cards: box, size of letters, contrast, distance to the link', async () => {
    await page.goto(`${feedUrl}?replica-hostile=labels`);
    await page.waitForFunction('window.hostileDone');
    const truth = async () => v.parse(v.array(label), await page.evaluate('labelTruth()')).map(rounded);
    const ids = (await truth()).map(({ noteId }) => noteId);
    const measured = async () => (await measure()).filter(({ noteId }) => ids.includes(noteId)).map(rounded);
    const differences = async () => {
      const [wanted, found] = [await truth(), await measured()];
      return ids.flatMap((id) => {
        const of = (list: MeasuredLabel[]) => list.filter(({ noteId }) => noteId === id);
        return isDeepStrictEqual(of(wanted), of(found)) ? [] : [{ wanted: of(wanted), found: of(found) }];
      });
    };
    expect(ids).toHaveLength(7);
    await eventually(differences).toEqual([]);
  });

  test('a picture from a host of ads that only a style sheet names is a sign on its card', async () => {
    await page.goto(feedUrl);
    await page.waitForSelector('.note-item[data-index="2"]');
    const tab = await tabIdOf(stage.own, page.url());
    const signs = async () => {
      const { signals = [] } = await describeTab(stage, tab);
      return signals.filter(({ rule }) => rule === 'ad-host').length;
    };
    await eventually(signs).toBe(0);
    const ad = 'background-image: url(https://ads-img-al.xhscdn.com/x.webp)';
    await page.addStyleTag({ content: `.note-item[data-index="2"] .cover { ${ad}; }` });
    await eventually(signs).toBe(1);
  });

  test('in an open note, inside the link itself', async () => {
    await page.goto(known.bedroom.url);
    await page.waitForSelector('.commerce em');
    const [x, y, width, height, fontPx] = v.parse(
      v.array(v.number()),
      await page.evaluate(`(() => {
        const em = document.querySelector('.commerce em');
        const { x, y, width, height } = em.getBoundingClientRect();
        return [x + scrollX, y + scrollY, width, height, parseFloat(getComputedStyle(em).fontSize)];
      })()`),
    );
    const ofNote = (await measure()).filter(({ noteId }) => noteId === known.bedroom.id);
    expect(ofNote).toMatchObject([{ text: known.bedroom.label?.text, box: [x, y, width, height], fontPx, linkPx: 0 }]);
  });
});
