import { versionName } from '../rule-names';
import { schemaVersion, type RowIn } from '../tables';
import type { ExportTerms } from '../terms';
import { keyOf, rowFor } from './base';

export function participantRow(terms: ExportTerms, dropped: number): RowIn<'participants'> {
  const { study, participant, device } = terms;
  return rowFor('participants', terms.exportedAt, {
    ...keyOf(terms),
    export_id: terms.exportId,
    schema_version: schemaVersion,
    subject_kind: study.subjectKind,
    condition: study.condition ?? null,
    tier: study.tier,
    consent_version: participant.consentVersion,
    consented_at: participant.consentedAt,
    withdrawn_at: participant.withdrawnAt ?? null,
    observed_from: participant.observedFrom,
    observed_to: participant.observedTo,
    tz_offset_min: device.zoneMinutes,
    locale: device.locale ?? null,
    browser: device.browser,
    extension_version: device.extensionVersion,
    detector_version: versionName(device.detectorVersion),
    rows_dropped: terms.rowsDropped + dropped,
    redactions: terms.redactions,
    exported_at: terms.exportedAt,
  });
}
