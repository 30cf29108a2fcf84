import { lookAtBills } from '@/utils/bills/look';

function chosen(): File {
  const [file] = document.querySelector('input')?.files ?? [];
  if (!file) throw new Error('No file was chosen.');
  return file;
}

/** The number of purchases that it finds. */
async function look(file: File): Promise<number> {
  const { signal } = new AbortController();
  const rest = () => Promise.resolve();
  return (await lookAtBills([file], { signal, rest, onProgress: () => undefined })).purchases.length;
}

/** The least that could read it: its text, cut into lines. Resolves to their number. */
async function readBare(file: File): Promise<number> {
  const decoder = new TextDecoder('gb18030');
  const reader = file.stream().getReader();
  let [lines, rest] = [0, ''];
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    const parts = (rest + decoder.decode(piece.value, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    lines += parts.length;
  }
  return lines;
}

Object.assign(globalThis, { look: () => look(chosen()), readBare: () => readBare(chosen()) });
