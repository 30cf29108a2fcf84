import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { tabIdOf } from '../browsers';
import type { Stage } from './stage';

const text = v.optional(v.string());
const label = v.optional(v.object({ text: v.string(), kind: v.string() }));

const note = v.object({
  id: v.string(),
  authorId: text,
  title: text,
  media: text,
  label,
  commentsDeclared: v.optional(v.number()),
  saved: v.optional(v.boolean()),
});

const card = v.object({
  position: v.number(),
  kind: v.string(),
  noteId: text,
  authorId: text,
  title: text,
  media: text,
  label,
});

const comment = v.object({
  id: text,
  authorRole: v.string(),
  pinned: v.boolean(),
  reply: v.boolean(),
  text: v.string(),
  asksForLink: v.boolean(),
});

const target = v.looseObject({ platform: v.string(), kind: v.string(), key: v.string(), itemId: text, shopId: text });
const link = v.looseObject({ surface: v.string(), link: target, commentId: text, layer: v.string() });

const reading = v.looseObject({
  kind: v.string(),
  note: v.optional(note),
  cards: v.array(card),
  comments: v.array(comment),
  links: v.array(link),
  signals: v.optional(v.array(v.looseObject({ rule: v.string() }))),
  unread: v.array(v.looseObject({ where: v.string(), reason: v.string() })),
});

export type Reading = v.InferOutput<typeof reading>;

/** What the script in the page says of it, asked for as the popup asks. */
export async function describe(stage: Stage, page: Page): Promise<Reading> {
  return describeTab(stage, await tabIdOf(stage.own, page.url()));
}

/** The same, of a tab whose id is known already. */
export async function describeTab({ own }: Stage, tab: number): Promise<Reading> {
  return v.parse(reading, await own.evaluate(`chrome.tabs.sendMessage(${String(tab)}, { type: 'describe' })`));
}
