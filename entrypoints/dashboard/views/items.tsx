import { i18n } from '@/utils/i18n';
import { ItemsView } from '@/components/dashboard/items/items-view';
import { ToolsProvider, useTools } from '@/components/tools';
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
  const Items = () => (
    <ToolsProvider value={{ ...useTools(), onDeed: items.onDeed, onWord: items.onWord }}>
      <ItemsView facts={desk.facts()} view={items.state()} onGo={desk.goTo} {...items.actions} />
    </ToolsProvider>
  );
  return { draw: () => <Items />, read: items.read };
}
