import { i18n } from '@/utils/i18n';
import { render } from 'preact';
import { Shell } from '@/components/dashboard/shell';
import { ToolsProvider } from '@/components/tools';
import { platformName } from '@/utils/links/list';
import { now } from '../../components/made-rows';
import { states } from './states';
import '@/assets/styles/dashboard.css';
import '@/assets/styles/capture.css';

/** Draws the state that the address names: `?state=health-lost`. */
const language = i18n.t('lang');
document.documentElement.lang = language;
const name = new URLSearchParams(window.location.search).get('state') ?? '';
const nothing = () => undefined;
const tools = {
  now,
  platformName: (id: string) => platformName(id, language),
  onDeed: nothing,
  onOpen: nothing,
  onWord: nothing,
};
const nav = [
  { id: 'overview', name: i18n.t('views.overview'), icon: 'chart', alert: false },
  { id: 'items', name: i18n.t('views.items'), icon: 'tag', alert: false },
  { id: 'notes', name: i18n.t('views.notes'), icon: 'people', alert: false },
  { id: 'mirror', name: i18n.t('views.mirror'), icon: 'mirror', alert: false },
  { id: 'purchases', name: i18n.t('views.purchases'), icon: 'bag', alert: false },
  { id: 'matching', name: i18n.t('views.matching'), icon: 'pair', alert: false },
  { id: 'density', name: i18n.t('views.density'), icon: 'gauge', alert: false },
  { id: 'research', name: i18n.t('views.research'), icon: 'flask', alert: false },
  { id: 'health', name: i18n.t('views.health'), icon: 'pulse', alert: name.includes('lost') },
  { id: 'data', name: i18n.t('views.data'), icon: 'drawers', alert: false },
  { id: 'settings', name: i18n.t('views.settings'), icon: 'gear', alert: false },
] as const;
const root = document.getElementById('app');

if (root)
  render(
    <ToolsProvider value={tools}>
      <Shell nav={[...nav]} current={name.split('-')[0] ?? ''} onOpen={nothing}>
        <div class="view__inner">{states[name]?.()}</div>
      </Shell>
    </ToolsProvider>,
    root,
  );

Object.assign(window, { states: Object.keys(states) });
