import { i18n } from '@/utils/i18n';
import { type Theme, themes } from '@/utils/core/switches';
import { Card } from '../../parts/card';
import { Choice } from '../../parts/choice';

const words: Record<Theme, () => string> = {
  auto: () => i18n.t('look.auto'),
  light: () => i18n.t('look.light'),
  dark: () => i18n.t('look.dark'),
};

export function LookCard({ theme, onTheme }: { theme: Theme; onTheme: (theme: Theme) => void }) {
  return (
    <Card id="look" title={i18n.t('look.title')} hint={i18n.t('look.language')}>
      <div class="looks" role="radiogroup" aria-labelledby="look-title">
        {themes.map((each) => (
          <Choice key={each} group="theme" checked={each === theme} onChoose={() => onTheme(each)}>
            {words[each]()}
          </Choice>
        ))}
      </div>
    </Card>
  );
}
