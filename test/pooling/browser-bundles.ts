import { readFileSync } from 'node:fs';
import { feedUrl } from '../replica/truth';
import { openDashboard, words } from '../e2e/support/dashboard';
import { openStage } from '../e2e/support/open-stage';
import { readList, takePart, writtenBy } from '../e2e/support/study';

const lists = [
  `${feedUrl}?channel_id=homefeed.labels`,
  feedUrl,
  'https://www.xiaohongshu.com/search_result?keyword=%E5%92%96%E5%95%A1&source=web_explore_feed',
];

/** Archives that the built extension itself exports in a browser, each of another participant who reads two lists. */
export async function exportInBrowser(count: number, folder: string): Promise<Blob[]> {
  const stage = await openStage('chromium', { headless: true });
  const files: Blob[] = [];
  try {
    for (let who = 0; who < count; who += 1) {
      await stage.clear(); // a study that is joined anew has another participant
      await takePart(stage, folder);
      for (const nth of [0, 1])
        await readList(stage, lists[(who + nth) % lists.length] ?? feedUrl, [
          [0, 1_200],
          [800 + 200 * who, 1_100],
        ]);
      const page = await openDashboard(stage, 'research', 'bundle');
      await page.waitForSelector('#bundle');
      files.push(new Blob([readFileSync(await writtenBy({ page, stage, folder }, words.research.export))]));
      await page.close();
    }
    return files;
  } finally {
    await stage.close();
  }
}
