import { i18n } from '@/utils/i18n';
import { render } from 'preact';
import { ToolsProvider } from '@/components/tools';
import { platformName } from '@/utils/links/list';
import { now } from '../../components/made-rows';
import { nameBy, states } from './states';
import '@/assets/styles/popup.css';
import '@/assets/styles/welcome.css';

/** Draws the state that the address names: `?state=popup-saved`. */
const language = i18n.t('lang');
document.documentElement.lang = language;
const name = new URLSearchParams(window.location.search).get('state') ?? '';
if (/^(?:welcome|panel)/u.test(name)) document.documentElement.dataset['view'] = 'panel';
nameBy((id) => platformName(id, language));
const root = document.getElementById('app');
const nothing = () => undefined;
const tools = { now, platformName: (id: string) => platformName(id, language), onDeed: nothing, onOpen: nothing };

if (root) render(<ToolsProvider value={tools}>{states[name]?.()}</ToolsProvider>, root);

Object.assign(window, { states: Object.keys(states) });
