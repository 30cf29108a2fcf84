import { asText } from '../../core/decode';
import type { PlatformId, Purchase, Reading } from '../../core/types';
import { assignedJson, parseJson } from '../embedded-json';
import { readOrderForm } from '../order-form';
import type { OrderPage } from '../order-page';
import { asCut, noData } from '../order-page';
import { firstAt, listAt, valueAt } from '../places';
import { tmallDetail, toTmallOrder } from '../tmall/trade-detail';
import { boughtList, toBought } from './bought-list';
import { componentMap, groupComponents } from './component-map';
import { readNewRows } from './new-rows';
import { readOldRows } from './old-rows';
import { renderedList } from './rendered-list';
import { toNamedOrder, tradeDetail } from './trade-detail';

// 2025-11: `var data = JSON.parse('…')` on Taobao's list and detail, `var detailData = {…}` on Tmall's detail
const assignment = /\b(?:data|detailData)(?:["']\])?\s*=/;

const rootPlaces = ['mainOrders', 'mainOrder', 'basic.lists', 'data.data'];

// 2026-08: an expired session answers 200 with ret ["FAIL_SYS_SESSION_EXPIRED::…"]: no data, never "no orders"
// (fixture mtop-session-expired.jsonp). The old list says it in `error`; where the shop wants to see a slider moved
// first, the answer is {"rgv587_flag":"sm",…}.
function hasFailed(root: unknown): boolean {
  const said = firstAt(root, 'ret.0|ret', asText);
  const isRefused = ['error', 'rgv587_flag'].some((place) => asText(valueAt(root, place)) !== undefined);
  const isEmpty = listAt(root, 'mainOrders').length === 0; // a word beside orders takes none of them back
  return (isRefused && isEmpty) || (said !== undefined && !said.startsWith('SUCCESS'));
}

function asObject(value: unknown): object | undefined {
  return typeof value === 'object' && value !== null ? value : undefined;
}

/** The forms of Taobao and Tmall, which share hosts, lists and data. */
export function readTrades(page: OrderPage, platform: PlatformId): Reading<Purchase> | undefined {
  const isRoot = (value: unknown) =>
    hasFailed(value) || rootPlaces.some((place) => valueAt(value, place) !== undefined);
  const root = page.answer ?? assignedJson(page.text, assignment, isRoot);
  if (hasFailed(root)) return noData();
  // 2026: some mobile answers carry the old list as text
  const list = firstAt(root, 'data.result', asText);
  const orders = valueAt(list === undefined ? root : parseJson(list), 'mainOrders');
  if (Array.isArray(orders)) return readOrderForm(orders.map(toBought), boughtList, platform);
  const main = asObject(valueAt(root, 'mainOrder'));
  if (main) return readOrderForm([toNamedOrder(main)], tradeDetail, platform);
  const components = asObject(valueAt(root, 'data.data'));
  if (components) return readOrderForm(groupComponents(components), componentMap, platform);
  const detail = asObject(root);
  if (Array.isArray(valueAt(root, 'basic.lists')) && detail)
    return readOrderForm([toTmallOrder(detail)], tmallDetail, 'tmall');
  return readRows(page, platform);
}

/** What the list shows, where its data is not in the page: a saved page, or one whose answers are not copied. */
function readRows(page: OrderPage, platform: PlatformId): Reading<Purchase> | undefined {
  const document = page.document();
  const orders = document ? [...readNewRows(document), ...readOldRows(document)] : [];
  if (orders.length === 0) return undefined;
  const isLastCut = page.end.isOpen('shopOrderContainer_\\d+|js-order-container');
  const reading = readOrderForm(isLastCut ? orders.slice(0, -1) : orders, renderedList, platform);
  return isLastCut || page.end.isEndless() ? asCut(reading) : reading;
}
