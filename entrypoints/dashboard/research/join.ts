import type { JoinAnswer } from '@/utils/core/study';
import { mostStudyBytes, readStudyFile } from '@/utils/schemas/study';
import { sampleOf } from './rows';
import type { ResearchDesk } from './work';

/** A folder, or a file that is gone by now, is no JSON either. */
async function readFile(file: File, now: number): Promise<ReturnType<typeof readStudyFile>> {
  if (file.size > mostStudyBytes) return { refused: { why: 'too-large' } };
  const text = await file.text().catch(() => '');
  return readStudyFile(text, now);
}

/** From a study's file to the person's yes or no. */
export function joinWork(desk: ResearchDesk) {
  const { change, drop, state, tell } = desk;
  const take = async (file: File) => {
    const read = await readFile(file, desk.now());
    drop('offer', 'refusal');
    if ('refused' in read) return change({ refusal: read.refused });
    change({ offer: { file: read.file } });
    const sample = await sampleOf(desk, read.file).catch(() => []);
    if (state().offer?.file === read.file) change({ offer: { file: read.file, sample } });
  };
  return {
    onStudyFile: (file: File) => void take(file),
    onDecline: () => {
      drop('offer', 'refusal');
      change({});
    },
    onJoin: async (answer: JoinAnswer) => {
      const { offer } = state();
      if (!offer) return;
      drop('offer', 'refusal');
      await tell({ kind: 'join', file: offer.file, ...answer });
    },
  };
}
