import { dropReasonOf, type ItemRow, type StepName, tagsOf } from '../../core/rows';

/** One item of the person's own list, as it is written down for them. It is theirs: titles and addresses are in it. */
export interface ListRow {
  item: string;
  platform: string;
  title: string | null;
  shop: string | null;
  price_yuan: string | null;
  state: string;
  url: string | null;
  note_site: string | null;
  note_id: string | null;
  note_title: string | null;
  where_seen: string;
  seen_at: string | null;
  clicked_at: string | null;
  visited_at: string | null;
  saved_at: string | null;
  bought_at: string | null;
  refunded_at: string | null;
  dropped_at: string | null;
  /** In the person's word, where they gave one. */
  drop_reason: string | null;
  /** The same name stands at every item that the person said is this product. */
  group: string | null;
  tags: string;
  remark: string | null;
}

export const listColumns = [
  ...['item', 'platform', 'title', 'shop', 'price_yuan', 'state', 'url', 'note_site', 'note_id', 'note_title'],
  ...['where_seen', 'seen_at', 'clicked_at', 'visited_at', 'saved_at', 'bought_at', 'refunded_at', 'dropped_at'],
  ...['drop_reason', 'group', 'tags', 'remark'],
] as (keyof ListRow)[];

/** `19.90`: from integers, so that no rounding gets in between. */
export function yuanText(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export function listRow(item: ItemRow): ListRow {
  const time = (at: number | undefined) => (at === undefined ? null : new Date(at).toISOString());
  const stepAt = (name: StepName) => time(item.journey.find(({ step }) => step === name)?.at);
  return {
    item: item.key,
    platform: item.platform,
    title: item.title ?? null,
    shop: item.shop ?? null,
    price_yuan: item.priceFen === undefined ? null : yuanText(item.priceFen),
    state: item.state,
    url: item.url ?? null,
    note_site: item.note?.site ?? null,
    note_id: item.note?.id ?? null,
    note_title: item.note?.title ?? null,
    where_seen: item.surfaces.join(' '),
    seen_at: stepAt('seen'),
    clicked_at: stepAt('clicked'),
    visited_at: stepAt('landed'),
    saved_at: time(item.savedAt) ?? stepAt('saved'),
    bought_at: time(item.purchasedAt) ?? stepAt('bought'),
    refunded_at: stepAt('refunded'),
    dropped_at: stepAt('dropped'),
    drop_reason: dropReasonOf(item) ?? null,
    group: item.group?.name ? item.group.name : null,
    tags: tagsOf(item).join(', '),
    remark: item.remark?.text ? item.remark.text : null,
  };
}
