import { asText, at } from '../../core/decode';
import type { PlatformId, Purchase, Reading } from '../../core/types';
import { assignedJson, parseJson } from '../embedded-json';
import type { OrderPage } from '../order-page';
import { readBoughtList } from './bought-list';
import { readComponentMap } from './component-map';
import { readTradeDetail } from './trade-detail';

// 2025-11: `var data = JSON.parse('…')` on Taobao's list and detail, `var detailData = {…}` on Tmall's detail
const assignment = /\b(?:var\s+|window\.)(?:data|detailData)\s*=/g;

/** What the page was made from, or the answer it loaded. */
export function rootOf(page: OrderPage): unknown {
  return page.answer ?? assignedJson(page.text, assignment);
}

// 2026-08: an expired session answers 200 with ret ["FAIL_SYS_SESSION_EXPIRED::…"]: no data, never "no orders"
// (fixture mtop-session-expired.jsonp). The old list says it in `error`.
function hasFailed(root: unknown): boolean {
  const said = at(root, 'ret', 0);
  return (said !== undefined && !String(said).startsWith('SUCCESS')) || asText(at(root, 'error')) !== undefined;
}

/** The forms that Taobao and Tmall share. */
export function readTrades(root: unknown, platform: PlatformId): Reading<Purchase> | undefined {
  if (hasFailed(root)) return { found: [], unread: [{ where: 'answer', reason: 'no-data' }], skipped: 0 };
  // 2026: some mobile answers carry the old list as text
  const text = asText(at(root, 'data', 'result'));
  const list = text === undefined ? root : parseJson(text);
  return readBoughtList(list) ?? readTradeDetail(root, platform) ?? readComponentMap(root);
}
