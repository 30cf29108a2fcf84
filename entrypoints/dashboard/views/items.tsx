import { i18n } from '@/utils/i18n';
import { ItemsView } from '@/components/dashboard/items/items-view';
import { sayWord } from '@/components/popup/say-word';
import { Toast } from '@/components/popup/toast';
import { doDeed, useNotice } from '@/components/popup/use-notice';
import { ToolsProvider, useTools } from '@/components/tools';
import { groupActions } from '../item-groups';
import { itemsWork } from '../items';
import type { Desk, Screen, View } from '../view';

export const view: View = {
  id: 'items',
  order: 13,
  icon: 'tag',
  name: () => i18n.t('views.items'),
  tellsClosed: true,
  start,
};

function start(desk: Desk): Screen {
  const items = itemsWork(desk);
  const Items = () => {
    const tools = useTools();
    const { notice, dismiss, tell } = useNotice();
    const words = { onDeed: doDeed(items.words, tell), onWord: sayWord(items.words, { tell, now: tools.now }) };
    const groups = groupActions(items.lines, items.regroup, tell);
    return (
      <ToolsProvider value={{ ...tools, ...words }}>
        <ItemsView facts={desk.facts()} view={items.state()} onGo={desk.goTo} {...items.actions} {...groups} />
        <Toast notice={notice} onDismiss={dismiss} />
      </ToolsProvider>
    );
  };
  return { draw: () => <Items />, read: items.read };
}
