import { closest, isElement, own } from '../dom';
import { isLegible, isShown } from '../sight';
import { scrubAttribute } from './attributes';
import { scrubName } from './names';
import { scrubState } from './states';
import { scrubText, scrubWords } from './texts';
import type { Tools } from './types';

const textType = 3;
const isVoid = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function openTag(element: Element, tools: Tools): string {
  const { standIns } = tools;
  const attributes = Array.from(own(element, 'attributes'), ({ name, value }) => {
    // Two unknown names may get one stand-in: the first counts, as in any markup.
    return ` ${scrubName(name, standIns)}="${escape(scrubAttribute(name, value, tools))}"`;
  });
  return `<${scrubName(own(element, 'localName'), standIns)}${attributes.join('')}>`;
}

/** Of a broken state the ids, broken again; of a whole one everything that is nobody's. */
function stateText({ text, value }: { text: string; value: unknown }, tools: Tools): string {
  const ids = Array.from(text.matchAll(/"[0-9a-f]{24}"/gi), ([id]) => tools.standIns.ids(id));
  return value === undefined ? `{${ids.join()}` : JSON.stringify(scrubState(value, tools)).replace(/</g, '\\u003c');
}

/** Of scripts the state alone, of styles nothing. */
function rawText(name: string, text: string, tools: Tools): string {
  const state = name === 'script' ? tools.vocabulary.readState(text) : undefined;
  return state ? `window.__INITIAL_STATE__=${stateText(state, tools)}` : '';
}

function isSeen(part: Element, { vocabulary }: Tools): boolean {
  return isShown(part) && isLegible(part, closest(part, vocabulary.units) ?? part);
}

/** A word of the site's that nobody can see is no word of it: what reads the file would take it for one that is shown. */
function textNode(node: Node, tools: Tools): string {
  const parent = own(node, 'parentElement');
  const text = own(node, 'nodeValue') ?? '';
  const name = parent ? own(parent, 'localName') : '';
  if (name === 'script' || name === 'style') return rawText(name, text, tools);
  if (text.trim() === '') return text.includes('\n') ? '\n' : text;
  const isKept = !parent || !tools.vocabulary.isOwn(text.trim()) || isSeen(parent, tools);
  return escape(
    isKept ? scrubText(text, tools.standIns, tools.vocabulary) : scrubWords(text, tools.standIns, tools.vocabulary),
  );
}

/** What stands for a node, and what is to follow it. */
function parts(node: Node, tools: Tools): (Node | string)[] {
  if (!isElement(node)) return [own(node, 'nodeType') === textType ? textNode(node, tools) : '<!---->'];
  const name = own(node, 'localName');
  const inner = isVoid.test(name) ? [] : [...own(node, 'childNodes'), `</${scrubName(name, tools.standIns)}>`];
  return [openTag(node, tools), ...inner];
}

/** The page as text. Nothing is cloned: a copy inside the page would load its pictures and start its elements. */
export function scrubMarkup(root: Element, tools: Tools): string {
  let markup = '<!doctype html>\n';
  const waiting: (Node | string)[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') markup += next;
    else waiting.push(...parts(next, tools).reverse());
  }
  return `${markup}\n`;
}
