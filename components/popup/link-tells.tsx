import { useState } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import type { ResolvedLink } from '@/utils/core/types';
import { cleanText } from '../text/clean';
import { useTools } from '../tools';

/** What the address of a link tells its shop about the note, the ad or the person: in words, one line each. */
export function LinkTells({ link, leadsOn }: { link: ResolvedLink; leadsOn: boolean }) {
  const { explain } = useTools();
  const [isOpen, setOpen] = useState(false);
  const lines = explain?.(link) ?? [];
  if (lines.length === 0) return null;
  return (
    <details class="tells" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="tells__summary">{i18n.t('explain.title')}</summary>
      {isOpen && (
        <>
          {lines.map((line) => (
            <p key={line} class="tells__line">
              {cleanText(line)}
            </p>
          ))}
          <p class="tells__hint">{leadsOn ? i18n.t('explain.hintOn') : i18n.t('explain.hint')}</p>
        </>
      )}
    </details>
  );
}
