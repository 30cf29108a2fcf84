import { hash } from '@stablelib/sha256';
import type { Progress } from '../../core/backup';
import { hexOf } from '../../core/hex';
import { makeRows, tablesFor } from '../rows';
import type { Row, TableName } from '../tables';
import type { ExportSource, ExportTerms } from '../terms';
import { dataPackage, ruleSet, type DataPackage } from './data-package';
import { codebook, consentDocument, coverageDocument, policyDocument, protocolDocument, readme } from './documents';
import { jsonSchemaOf } from './json-schema';
import { hashList, sumsPath } from './sums';
import { TableSet, type BundleFormat, type WrittenTable } from './table-set';
import { zipStream, type Entry } from './zip';

/** What is in memory while a bundle is made. */
export interface BundleHeld {
  /** Units of page views that still go on. */
  units: number;
  /** Rows that wait to be written. */
  rows: number;
  /** Bytes that no Blob has taken yet. */
  bytes: number;
}

export interface BundleOptions {
  format: BundleFormat;
  /** Of CSV: with the byte order mark that Excel wants. */
  mark?: boolean;
  signal?: AbortSignal;
  /** How much of the ledger has been read. */
  total?: number;
  onProgress?: (progress: Progress) => void;
  onHeld?: (held: BundleHeld) => void;
}

export interface Bundle {
  name: string;
  /** The archive; read it to its end, and only then say that it is there. */
  stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  description: DataPackage;
  /** Of the description, which holds the hashes of all files of tables. */
  sha256: string;
  files: { path: string; table: TableName; rows: number; bytes: number; sha256: string }[];
}

/**
 * Makes a research export: one pass over the ledger into files of tables, then one archive of them. Whatever the ledger
 * holds, in memory are the page views that go on, two groups of rows and a part of each file.
 */
export async function makeBundle(source: ExportSource, terms: ExportTerms, options: BundleOptions): Promise<Bundle> {
  const { format, mark = false, signal } = options;
  const set = new TableSet({ format, mark, study: terms.study.id, participant: terms.participant.id });
  const quality: Row<'quality'>[] = [];
  let units = 0;
  const rows = makeRows(counted(source, options), terms, (held) => (units = held.units));
  for await (const batch of rows) {
    signal?.throwIfAborted();
    for (const each of batch) {
      set.add(each);
      if (each.table === 'quality') quality.push(each.row);
    }
    options.onHeld?.({ units, ...set.held });
    set.relieve(batch.length);
  }
  const files = set.finish(tablesFor(terms.study), terms.exportedAt);
  const description = dataPackage({ terms, files, format });
  const documents = documentsOf({ terms, format, description, quality, files });
  return {
    name: bundleName(
      { study: terms.study.id, participant: terms.participant.id, at: terms.exportedAt },
      terms.participant.withdrawnAt === undefined ? format : 'withdrawn',
    ),
    stream: zipStream([...documents, ...files], terms.exportedAt, signal),
    description,
    sha256: textHash(jsonText(description)),
    files: files.map(({ blob: _blob, ...file }) => file),
  };
}

/** Tells how much has been read. */
function counted(source: ExportSource, { total, onProgress }: BundleOptions): ExportSource {
  if (total === undefined || !onProgress) return source;
  const happenings = async function* () {
    let done = 0;
    for await (const page of source.happenings) {
      yield page;
      onProgress({ done: Math.min(total, (done += page.length)), total });
    }
  };
  return { ...source, happenings: happenings() };
}

interface Made {
  terms: ExportTerms;
  format: BundleFormat;
  description: DataPackage;
  quality: readonly Row<'quality'>[];
  files: readonly WrittenTable[];
}

/** All but the files of tables; last the hashes of everything else, theirs too. */
function documentsOf({ terms, format, description, quality, files }: Made): Entry[] {
  const wanted = [...new Set(files.map(({ table }) => table))];
  const json = (path: string, value: object) => ({ path, text: jsonText(value) });
  const schemas = format === 'ndjson' ? wanted.map((table) => json(`schemas/${table}.json`, jsonSchemaOf(table))) : [];
  const documents = [
    { path: 'README.md', text: readme(terms, format) },
    json('datapackage.json', description),
    json('consent.json', consentDocument(terms)),
    json('rules.json', ruleSet(terms)),
    json('policy.json', policyDocument()),
    json('protocol.json', protocolDocument(terms)),
    json('coverage.json', coverageDocument(quality)),
    { path: 'codebook.md', text: codebook(wanted) },
    ...schemas,
  ];
  const hashed = documents.map(({ path, text }) => ({ path, sha256: textHash(text) }));
  return [...documents, { path: sumsPath, text: hashList([...hashed, ...files]) }].map(({ path, text }) => ({
    path,
    blob: new Blob([text]),
  }));
}

function jsonText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function textHash(text: string): string {
  return hexOf(hash(new TextEncoder().encode(text)));
}

interface BundleOf {
  study: string;
  participant: string;
  at: number;
}

/**
 * `bacao-<study>-<participant>-2026-11-21T093015Z-parquet.zip`: two participants' files do not take each other's name, and
 * those of one are unpacked in the order in which they were made, whoever goes by their names.
 */
export function bundleName({ study, participant, at }: BundleOf, kind: BundleFormat | 'withdrawn'): string {
  const time = new Date(at).toISOString().replace(/:|\.\d+/g, '');
  return `bacao-${study}-${participant}-${time}-${kind}.zip`;
}
