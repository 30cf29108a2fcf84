import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';

const findings = v.array(
  v.object({
    id: v.string(),
    impact: v.nullable(v.string()),
    nodes: v.array(v.object({ target: v.array(v.unknown()), failureSummary: v.optional(v.string()) })),
  }),
);

/** Grave enough to shut somebody out. */
const grave = ['serious', 'critical'];

/**
 * What axe-core finds serious or critical on one of our own pages as it stands now, with the place and the reason of
 * each: a list that a test holds empty. The page is only looked at: axe-core runs in it and loads nothing.
 */
export async function listBarriers(page: Page): Promise<string[]> {
  await page.evaluate(`${axe.source}; undefined`);
  const found = await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => JSON.parse(JSON.stringify(violations)))",
  );
  return v
    .parse(findings, found)
    .filter(({ impact }) => grave.includes(impact ?? ''))
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')} (${failureSummary})`),
    );
}
