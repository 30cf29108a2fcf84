import type { Row } from '../tables';
import type { ExportTerms } from '../terms';
import { keyOf, provenanceOf } from './base';
import type { OpenPage } from './page';

export interface Session {
  no: number;
  startedAt: number;
  endedAt: number;
  activeMs: number;
  pageViews: number;
  exposures: number;
  viewport?: { width: number; height: number };
  ruleVersion?: string;
}

export function openSession(no: number, at: number): Session {
  return { no, startedAt: at, endedAt: at, activeMs: 0, pageViews: 0, exposures: 0 };
}

/** The page itself is as large as the window was. */
export function addToSession(session: Session, page: OpenPage, activeMs: number): void {
  const [, , width = 0, height = 0] = page.itself.find(({ unit }) => unit.rect)?.unit.rect ?? [];
  if (width > 0 && height > 0) session.viewport ??= { width, height };
  session.ruleVersion = page.ruleVersion;
  session.activeMs += activeMs;
  session.pageViews += 1;
  session.exposures += page.units.size;
}

export function sessionRow(session: Session, terms: ExportTerms): Row<'sessions'> {
  const { device } = terms;
  const viewport = session.viewport ?? device.viewport;
  return {
    ...keyOf(terms),
    session_no: session.no,
    started_at: session.startedAt,
    ended_at: session.endedAt,
    active_ms: session.activeMs,
    page_views: session.pageViews,
    exposures: session.exposures,
    logged_in: null,
    viewport_w: Math.round(viewport.width),
    viewport_h: Math.round(viewport.height),
    device_pixel_ratio: device.pixelRatio,
    device: device.form,
    ...provenanceOf(terms, session.ruleVersion ?? device.detectorVersion),
  };
}
