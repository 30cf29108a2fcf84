import { i18n } from '@/utils/i18n';
import { type Theme, themes } from '@/utils/core/switches';
import { Card } from '../../parts/card';

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
          <label key={each} class="choice">
            <input type="radio" name="theme" checked={each === theme} onChange={() => onTheme(each)} />
            <span>{words[each]()}</span>
          </label>
        ))}
      </div>
    </Card>
  );
}
