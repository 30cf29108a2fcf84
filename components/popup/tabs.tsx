import { i18n } from '@/utils/i18n';
import type { Summary } from '@/utils/core/rows';
import { type TabId, tabIds } from './props';
import { totals } from './totals';

const words: Record<TabId, () => string> = {
  page: () => i18n.t('tabs.page'),
  saved: () => i18n.t('tabs.saved'),
  purchased: () => i18n.t('tabs.purchased'),
};

interface TabsProps {
  tab: TabId;
  onTab: (tab: TabId) => void;
  summary: Summary | undefined;
}

/** Arrow keys move and open at once, as the three lists are already in memory. */
export function Tabs({ tab, onTab, summary }: TabsProps) {
  const counts: Partial<Record<TabId, number>> = summary ? totals(summary) : {};
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const next = tabAfter(event.key, tab);
    if (!next) return;
    event.preventDefault();
    onTab(next);
    const button = event.currentTarget.children[tabIds.indexOf(next)];
    if (button instanceof HTMLElement) button.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={i18n.t('tabs.label')} onKeyDown={onKeyDown}>
      {tabIds.map((id) => (
        <button
          key={id}
          type="button"
          class="tab"
          role="tab"
          id={`tab-${id}`}
          aria-selected={id === tab}
          aria-controls={id === tab ? 'panel' : undefined}
          tabIndex={id === tab ? 0 : -1}
          onClick={() => onTab(id)}
        >
          {words[id]()}
          {/* Hidden from names: the tab is called Saved, whatever it holds; the summary tells the count. */}
          {!!counts[id] && (
            <span class="tab__count" aria-hidden="true">
              {counts[id]}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}

function tabAfter(key: string, tab: TabId): TabId | undefined {
  const at = tabIds.indexOf(tab);
  const moves: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabIds.length - 1 };
  const to = moves[key];
  return to === undefined ? undefined : tabIds.at(to % tabIds.length);
}
