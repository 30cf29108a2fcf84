import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../tools/build-aside';

const script = `
let links = 0;
new MutationObserver((records) => {
  for (const { addedNodes } of records) {
    for (const node of addedNodes) {
      if (!(node instanceof Element)) continue;
      if (node.matches('a[href]')) links += 1;
      links += node.querySelectorAll('a[href]').length;
    }
  }
}).observe(document, { childList: true, subtree: true });
`;

/** The least that could see links come: an extension whose one script looks for anchors in what is added, and counts. */
export function makeObserverExtension(matches: readonly string[]): string {
  const dir = makeFolder();
  const manifest = {
    manifest_version: 3,
    name: 'Bare observer',
    version: '1',
    content_scripts: [{ js: ['observer.js'], matches, run_at: 'document_start' }],
  };
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(dir, 'observer.js'), script);
  return dir;
}
