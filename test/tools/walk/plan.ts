import { jdOrdersUrl, notes, taobaoOrdersUrl, type TruthLink, type TruthNote } from '../../replica/truth';

export type How = 'same-tab' | 'new-tab' | 'middle' | 'ctrl' | 'keyboard';

/** One thing a person does. `key` is the item it is about, as the replica's truth knows it. */
export type Deed =
  | { do: 'connect' }
  | { do: 'follow'; note: TruthNote; link: TruthLink; how: How }
  | { do: 'collect' | 'uncollect'; note: TruthNote }
  | { do: 'save'; note: TruthNote; key: string }
  | { do: 'orders'; page: 'taobao' | 'jd'; url: string }
  | { do: 'bought' | 'drop'; key: string };

const [bedroom, serum, tote, tissue, kettle, earbuds, mask, coat, hotpot, , teapot] = notes;

/** The main job, once through: notes read, links followed, things saved, bought, dropped. */
export function plan(): Deed[] {
  return [
    { do: 'connect' },
    follow(bedroom, 'ad-link', 'same-tab'),
    { do: 'collect', note: known(bedroom) },
    follow(bedroom, 'blue-link', 'same-tab'),
    follow(serum, 'ad-link', 'new-tab'),
    { do: 'collect', note: known(serum) },
    follow(tote, 'ad-link', 'same-tab'),
    save(tote),
    follow(earbuds, 'ad-link', 'middle'),
    { do: 'collect', note: known(earbuds) },
    follow(mask, 'ad-link', 'keyboard'),
    { do: 'collect', note: known(mask) },
    { do: 'uncollect', note: known(mask) },
    follow(coat, 'ad-link', 'ctrl'),
    save(coat),
    follow(hotpot, 'ad-link', 'new-tab'),
    { do: 'collect', note: known(hotpot) },
    follow(tissue, 'ad-link', 'same-tab'),
    save(tissue),
    { do: 'collect', note: known(kettle) },
    follow(teapot, 'goods-card', 'new-tab'),
    save(teapot),
    { do: 'orders', page: 'taobao', url: taobaoOrdersUrl },
    { do: 'orders', page: 'jd', url: jdOrdersUrl },
    { do: 'bought', key: keyOf(first(tissue)) },
    { do: 'drop', key: keyOf(first(hotpot)) },
  ];
}

/** What a failed deed is called. */
export function describeDeed(deed: Deed): string {
  switch (deed.do) {
    case 'connect':
      return 'connect the platforms';
    case 'follow':
      return `follow the ${deed.link.surface} of ${deed.note.title} (${deed.how})`;
    case 'collect':
    case 'uncollect':
      return `${deed.do} ${deed.note.title}`;
    case 'save':
    case 'bought':
    case 'drop':
      return `${deed.do} ${deed.key}`;
    case 'orders':
      return `open the orders of ${deed.page}`;
  }
}

/** The item a link ends at. */
export function keyOf(link: TruthLink): string {
  const key = link.opens.itemKey;
  if (key === undefined) throw new Error(`${link.href} leads to no item`);
  return key;
}

function follow(note: TruthNote | undefined, surface: TruthLink['surface'], how: How): Deed {
  const link = known(note).links.find((each) => each.surface === surface);
  if (!link) throw new Error(`${known(note).title} has no ${surface}`);
  return { do: 'follow', note: known(note), link, how };
}

function save(note: TruthNote | undefined): Deed {
  return { do: 'save', note: known(note), key: keyOf(first(note)) };
}

function first(note: TruthNote | undefined): TruthLink {
  const [link] = known(note).links;
  if (!link) throw new Error(`${known(note).title} has no link`);
  return link;
}

function known(note: TruthNote | undefined): TruthNote {
  if (!note) throw new Error('The replica has fewer notes than the walk needs.');
  return note;
}
