import { i18n } from '@/utils/i18n';
import browser from 'webextension-polyfill';
import type { DeviceTerms } from '@/utils/export/terms';
import type { ExportOccasion } from '@/utils/export/terms-of';
import { exportKey, newestRules } from '@/utils/ledger/export-source';
import type { LedgerDb } from '@/utils/ledger/schema';
import type { Desk } from '../view';

/** `Firefox 142`: family and major version, no more of a user agent than the study is to know. */
export function browserName(userAgent: string): string {
  const [, family = '', version = ''] = /(Firefox|Chrome|Chromium)\/(\d+)/.exec(userAgent) ?? [];
  return family === '' ? 'unknown' : `${family === 'Firefox' ? family : 'Chromium'} ${version}`;
}

export function formOf(userAgent: string): DeviceTerms['form'] {
  return /Mobi|Android/.test(userAgent) ? 'mobile' : 'desktop';
}

/** This moment, in this browser. */
export async function occasionOf(db: LedgerDb, desk: Desk): Promise<ExportOccasion> {
  const now = desk.now();
  const { userAgent } = navigator;
  const extensionVersion = browser.runtime.getManifest().version;
  return {
    device: {
      key: await exportKey(db),
      zoneMinutes: -new Date(now).getTimezoneOffset(),
      locale: i18n.t('lang'),
      browser: browserName(userAgent),
      extensionVersion,
      detectorVersion: (await newestRules(db)) ?? extensionVersion,
      viewport: { width: window.innerWidth, height: window.innerHeight },
      pixelRatio: window.devicePixelRatio,
      form: formOf(userAgent),
    },
    exportId: crypto.randomUUID(),
    now,
    rowsDropped: desk.facts().health?.dropped ?? 0,
  };
}
