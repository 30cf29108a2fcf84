/** What leaves of the rules that made a row: names that they have here, and nothing that a page could have put there. */

/** All that rules of sites are or were called; a test holds them against the rules and every set that is kept of them. */
export const ruleNames: ReadonlySet<string> = new Set([
  ...['target', 'comment-item', 'comment-shape', 'live-card', 'user-text', 'label', 'button', 'ad-host'],
  ...['ads', 'ads_info', 'is_ads', 'ad_tag', 'model_type', 'second_jump_bar', 'goods_info', 'goods_cards'],
  ...['has_related_goods', 'note_attributes', 'cooperate_binds', 'cooperate_search', 'engage_bar', 'comment_component'],
]);

/** `L2 ads` → `L2.ads`; of a rule that no version has the layer alone: it decided the class all the same. */
export function evidenceName(signals: readonly string[] | undefined): string | null {
  if (!signals || signals.length === 0) return null;
  const ids = signals.flatMap((signal) => {
    const [, layer, rule = ''] = /^(L[1-4]) (.*)$/s.exec(signal) ?? [];
    return layer === undefined ? [] : [`${layer}.${ruleNames.has(rule) ? rule : 'other'}`];
  });
  return ids.length === 0 ? null : [...new Set(ids)].join('|');
}

/** Rules are stamped with a day and a number within it, programs with up to four short numbers. */
const stamp = /^(?:\d{4}-\d\d-\d\d(?:\.\d{1,3})?|\d{1,3}(?:\.\d{1,4}){1,3})$/;

/** @returns `other` for what is no stamp */
export function versionName(version: string): string {
  return stamp.test(version) ? version : 'other';
}
