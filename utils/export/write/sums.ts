export const sumsPath = 'SHA256SUMS';

/** One line a file, as `sha256sum -c` reads it. */
export function hashList(files: readonly { path: string; sha256: string }[]): string {
  return files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
}
