import { unzipSync } from 'fflate';
import { openBundle } from '../../utils/export/read/bundle';

/** Every byte of every file, Parquet unpacked into its cells. */
export async function textOf(file: Blob): Promise<string> {
  const entries = Object.entries(unzipSync(new Uint8Array(await file.arrayBuffer())));
  const texts = entries.flatMap(([path, bytes]) => [
    path,
    new TextDecoder('latin1').decode(bytes),
    new TextDecoder().decode(bytes),
  ]);
  const opened = await openBundle(file);
  for (const { table } of opened.files) for await (const page of opened.rows(table)) texts.push(JSON.stringify(page));
  return texts.join('\n');
}
