import type { NoteEvent } from '../core/events';
import { streamOf } from './write/stream';

interface EnvelopeOptions {
  userAgent: string;
  signal?: AbortSignal;
}

/** What Zeeschuimer and 4CAT call the sites. */
const platformNames: Record<string, string> = { xiaohongshu: 'xiaohongshu.com' };

/**
 * Notes in the envelope that 4CAT imports (Zeeschuimer 1.14). It names authors in clear, so it is for the researcher's own
 * account alone: whoever calls this has asked whether it is.
 */
export function zeeschuimerStream(pages: AsyncIterable<readonly NoteEvent[]>, { userAgent, signal }: EnvelopeOptions) {
  return streamOf(envelopes(pages, userAgent), signal);
}

async function* envelopes(pages: AsyncIterable<readonly NoteEvent[]>, userAgent: string) {
  const encoder = new TextEncoder();
  let id = 0;
  for await (const page of pages) {
    const lines = page.map((event) => `${JSON.stringify(envelopeOf(event, (id += 1), userAgent))}\n`);
    yield encoder.encode(lines.join(''));
  }
}

/** The fields of a note that we read, under the names that the site's replies and 4CAT's columns have for them. */
function envelopeOf({ at, tab, site, note, url }: NoteEvent, id: number, userAgent: string) {
  const { label } = note;
  return {
    id,
    nav_index: `1:${String(tab ?? 0)}:${String(id)}`,
    item_id: note.id,
    timestamp_collected: at,
    last_updated: at,
    source_platform: platformNames[site] ?? site,
    source_platform_url: url,
    source_url: url,
    user_agent: userAgent,
    data: {
      id: note.id,
      model_type: 'note',
      note_card: {
        note_id: note.id,
        display_title: note.title ?? '',
        type: note.media === 'video' ? 'video' : 'normal',
        user: { user_id: note.authorId ?? '' },
      },
      // 4CAT has no columns for these.
      bacao: { label_text: label?.text ?? null, label_kind: label?.kind ?? 'none' },
    },
  };
}

/** `zeeschuimer-export-xiaohongshu.com-2026-11-21T083000.ndjson` */
export function zeeschuimerName(site: string, at: number): string {
  const time = new Date(at).toISOString().slice(0, 19).replaceAll(':', '');
  return `zeeschuimer-export-${platformNames[site] ?? site}-${time}.ndjson`;
}
