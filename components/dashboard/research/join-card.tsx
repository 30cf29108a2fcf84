import { i18n } from '@/utils/i18n';
import type { StudyRefusal } from '@/utils/core/study';
import { Card } from '../../parts/card';
import { FileDrop } from '../../parts/file-drop';
import { Outcome } from '../../parts/outcome';
import { refusalText } from './words';

interface JoinCardProps {
  refusal: StudyRefusal | undefined;
  onFile: (file: File) => void;
}

/** A study begins with its file: nothing is for research before it was read and agreed to. */
export function JoinCard({ refusal, onFile }: JoinCardProps) {
  return (
    <Card id="join" title={i18n.t('research.join')} hint={i18n.t('research.joinHint')}>
      <FileDrop
        accept=".json"
        choose={i18n.t('research.chooseStudy')}
        drop={i18n.t('research.drop')}
        onFiles={([file]) => file && onFile(file)}
      />
      <Outcome tone="warn">{refusal && refusalText(refusal)}</Outcome>
    </Card>
  );
}
