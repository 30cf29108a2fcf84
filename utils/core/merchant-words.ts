/**
 * The words of merchants' dashboards, and what of the person's own record stands for each: 曝光、阅读 … 成交、访问成本. As five
 * trade articles name them (S0 商家教程号, S1 极点商业 2025-05-20, S3 电厂 2025-05-09, S4 花花小萌主 May 2025); the articles say
 * that the counting changes often, so the list has a date and theirs need not be ours.
 */
export const merchantWordsOf = '2025-05';

/** What we have that a word may stand for; absent is what a shopper's browser cannot know. */
export type MirrorSource =
  | 'exposures'
  | 'read'
  | 'collected'
  | 'clicks'
  | 'clickRate'
  | 'landed'
  | 'carted'
  | 'kept'
  | 'followed'
  | 'orders'
  | 'paid';

interface MerchantWord {
  id: string;
  /** Before the shop 前链路, or in it 后链路. */
  side: 'front' | 'back';
  from?: MirrorSource;
}

export const merchantWords = [
  { id: 'exposure', side: 'front', from: 'exposures' },
  { id: 'read', side: 'front', from: 'read' },
  { id: 'like', side: 'front' },
  { id: 'collect', side: 'front', from: 'collected' },
  { id: 'comment', side: 'front' },
  { id: 'interaction', side: 'front' },
  { id: 'clicks', side: 'front', from: 'clicks' },
  { id: 'clickRate', side: 'front', from: 'clickRate' },
  { id: 'visit', side: 'back', from: 'landed' },
  { id: 'newVisitor', side: 'back' },
  { id: 'cart', side: 'back', from: 'carted' },
  { id: 'favourite', side: 'back', from: 'kept' },
  { id: 'follow', side: 'back', from: 'followed' },
  { id: 'order', side: 'back', from: 'orders' },
  { id: 'deal', side: 'back', from: 'paid' },
  { id: 'cost', side: 'back' },
  { id: 'roi', side: 'back' },
] as const satisfies readonly MerchantWord[];

export type MerchantWordId = (typeof merchantWords)[number]['id'];
