import { policyDates } from '../../core/policy-dates';
import type { Row, TableName } from '../tables';
import { tables } from '../tables';
import type { Column } from '../tables/columns';
import type { ExportTerms } from '../terms';

/** The files of a bundle that people read. */

/** What the participant agreed to, and when; and how much is not there since a clock ran ahead of the export. */
export function consentDocument({ study, participant, exportId, rowsAhead }: ExportTerms) {
  const time = (at: number | undefined) => (at === undefined ? null : new Date(at).toISOString());
  return {
    study_id: study.id,
    participant_id: participant.id,
    export_id: exportId,
    tier: study.tier,
    tables: study.tables,
    consent_version: participant.consentVersion,
    consent_text: participant.consentText,
    consented_at: time(participant.consentedAt),
    withdrawn_at: time(participant.withdrawnAt),
    observed_from: time(participant.observedFrom),
    observed_to: time(participant.observedTo),
    rows_later_than_export: rowsAhead ?? null,
  };
}

/** Dated facts of what the platforms opened, closed and promised, each with the articles that say so. */
export function policyDocument() {
  return policyDates.map(({ id, at, precision, sources }) => ({
    id,
    at: new Date(at).toISOString(),
    precision,
    sources,
  }));
}

/** The tasks that were done: sessions within such a stretch of time are of that task. */
export function protocolDocument({ tasks = [] }: ExportTerms) {
  return tasks.map(({ task, surface, asked, startedAt, endedAt, stop }) => ({
    protocol_id: task,
    surface,
    task: asked,
    started_at: new Date(startedAt).toISOString(),
    ended_at: endedAt === undefined ? null : new Date(endedAt).toISOString(),
    stop_reason: stop ?? null,
  }));
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function columnLine({ name, type, required, unit, about, values }: Column): string {
  const meaning = values ? `${about} Values: ${values.join(', ')}.` : about;
  return `| ${name} | ${type} | ${required ? 'yes' : ''} | ${unit ?? ''} | ${cell(meaning)} |`;
}

function tableText(table: TableName): string {
  const { title, primaryKey, columns } = tables[table];
  const head = `## ${table}\n\n${title}. Primary key: ${primaryKey.join(', ')}.\n\n`;
  return `${head}| column | type | required | unit | meaning |\n| --- | --- | --- | --- | --- |\n${columns.map(columnLine).join('\n')}\n`;
}

/** What every column means. */
export function codebook(wanted: readonly TableName[]): string {
  return `# Codebook\n\n${wanted.map(tableText).join('\n')}`;
}

const coverageCounts = [
  'units_seen',
  'units_classified',
  'dom_api_disagreements',
  'unmatched_selectors',
  'errors',
] as const;

const nothing = {
  ...{ days: 0, units_seen: 0, units_classified: 0, dom_api_disagreements: 0, unmatched_selectors: 0, errors: 0 },
  ...{ adblock_suspected_days: 0, adblock_checked_days: 0 },
};
type CoverageSum = Pick<Row<'quality'>, 'surface' | 'detector_version'> & typeof nothing;

/**
 * What could be read and what could not, summed over the days: an ad nobody could read is in no figure. On the days of an
 * ad blocker, of those on which one could be seen, ad load is a lower bound. At T0 its days are weeks, as in the table.
 */
export function coverageDocument(rows: readonly Row<'quality'>[]) {
  const sums = new Map<string, CoverageSum>();
  for (const row of rows) {
    const name = `${row.surface}|${row.detector_version}`;
    const { surface, detector_version, adblock_suspected } = row;
    const sum = sums.get(name) ?? { surface, detector_version, ...nothing };
    for (const count of coverageCounts) sum[count] += row[count];
    sum.days += 1;
    if (adblock_suspected !== null) sum.adblock_checked_days += 1;
    if (adblock_suspected) sum.adblock_suspected_days += 1;
    sums.set(name, sum);
  }
  return [...sums.values()];
}

/** The first thing that whoever unpacks a bundle should read. */
export function readme({ study, participant }: ExportTerms, format: string): string {
  return `# Bacao export

One participant's part of the study ${study.id} (tier ${study.tier}), as ${format}. Participant ${participant.id}.

- \`datapackage.json\` describes every table (Data Package 2.0), with the hash and the row count of every file and the rules
  that the rows were made by.
- \`codebook.md\` says what every column means. \`coverage.json\` says what could be read and what could not${study.tier === 'T0' ? '; its days are weeks, without those of few sessions' : ''}.
- \`rules.json\` are the rules, \`policy.json\` dated facts of what the platforms allowed, \`protocol.json\` the tasks that were
  done. \`SHA256SUMS\` is for \`sha256sum -c\`.
- \`consent.json\` is what the participant agreed to, and how many records are not here since a clock gave them a time
  after the export. Rows are pseudonymous and personal data all the same: they may be used within that study
  alone.

Empty means unknown, never zero. An ad that no rule recognised is in no figure; an ad blocker makes every figure a lower
bound: \`quality.adblock_suspected\` says where one was seen to hide something; one that takes ads off the page leaves no
sign. Orders are attributed to what came before them, which does not say that they were caused by it.

Bundles of any number of participants can be unpacked into one folder and read as one table:

    for z in incoming/*.zip; do unzip -oq "$z" -d pool; done
    SELECT * FROM read_parquet('pool/exposures/**/*.parquet', hive_partitioning = true, union_by_name = true)

Every export numbers its rows anew. Of one participant's month the newest \`exported_at\` counts, and rows are joined by their
numbers within one export alone: \`participant_id\`, \`exported_at\` and the number.
`;
}
