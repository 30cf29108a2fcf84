import type { LedgerEvent } from '../../../utils/core/events';
import { labelKindOf } from '../../../utils/core/labels';
import type { Label } from '../../../utils/core/types';
import type { ExposureEvent } from '../../../utils/core/units';
import { withStateRules, type RuleSet } from './rule-set';

/**
 * What a set of rules makes of the evidence in a ledger's rows: the literal text of a label, the key in the page's state,
 * the rule that told a link's place, the words at a link. A row has no markup, so what a set would have seen and nobody
 * did is not in it: for that there are captured pages.
 */
type EvidenceRow = LedgerEvent | ExposureEvent;

interface StoredForm {
  regexp: string;
  flags: string;
}

/** The form of that name; one that takes nothing where the set has none. */
function formOf(set: RuleSet, name: string): RegExp {
  const { regexp, flags } = (set[name] ?? { regexp: '(?!)', flags: '' }) as StoredForm;
  return new RegExp(regexp, flags);
}

/** Sets up to 2026-11-22 had the words of labels by kind. */
function oldKindOf(set: RuleSet, text: string): string | undefined {
  const words = (set['labelWords'] ?? []) as [string, StoredForm][];
  return words.find(([, { regexp, flags }]) => new RegExp(regexp, flags).test(text))?.[0];
}

function labelFact(set: RuleSet, label: Label | undefined, where: string): string[] {
  if (!label) return [];
  const kind = formOf(set, 'labelForm').test(label.text) ? labelKindOf(label.text) : oldKindOf(set, label.text);
  return kind === undefined ? [] : [`label ${JSON.stringify(label.text)} ${kind} on ${where}`];
}

/** The rules that stand in records. */
function stampsOf(set: RuleSet): unknown[] {
  return Object.entries(set).flatMap(([name, value]) => (/^by[A-Z]/.test(name) ? [value] : []));
}

/** Of a state's key the set's own forms decide; what else it must hold no row has. */
function isSignal(set: RuleSet, layer: string, rule: string): boolean {
  if (layer !== 'L2') return stampsOf(set).includes(rule);
  const forms = (withStateRules(set)['stateRules'] ?? []) as [string, StoredForm][];
  return forms.some(([, { regexp, flags }]) => new RegExp(regexp, flags).test(rule));
}

function signalFacts(set: RuleSet, { signals = [], kind }: ExposureEvent['unit']): string[] {
  return signals
    .filter((signal) => isSignal(set, ...(signal.split(' ') as [string, string])))
    .map((signal) => `signal ${signal} on ${kind}`);
}

/** What the set says of one row. */
function factsOfRow(set: RuleSet, row: EvidenceRow): string[] {
  if (row.type === 'note') return labelFact(set, row.note.label, 'a note');
  if (row.type === 'exposure') return [...labelFact(set, row.unit.label, row.unit.kind), ...signalFacts(set, row.unit)];
  if (row.type !== 'sighting' || !stampsOf(set).includes(row.rule)) return [];
  const verified = (set['verifiedRules'] as unknown[]).includes(row.rule);
  const link = `${row.surface} by ${row.rule} (${row.layer})`;
  const isNamed = row.title !== undefined && !formOf(set, 'buttonWords').test(row.title);
  return [`link ${link} ${verified ? 'verified' : 'unverified'}`, ...(isNamed ? [`title at ${link}`] : [])];
}

/** What another set says otherwise of a ledger's rows. */
export interface RowChanges {
  rows: number;
  /** How many rows each version of the rules made. */
  versions: Map<string, number>;
  /** `+` only the second set says so, `-` only the first; with how many rows it is so of. */
  changes: Map<string, number>;
}

const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);

export function rowChanges(before: RuleSet, after: RuleSet): RowChanges & { add: (row: EvidenceRow) => void } {
  const found: RowChanges = { rows: 0, versions: new Map(), changes: new Map() };
  return Object.assign(found, {
    add(row: EvidenceRow) {
      found.rows += 1;
      if ('ruleVersion' in row) count(found.versions, row.ruleVersion);
      const [old, now] = [factsOfRow(before, row), factsOfRow(after, row)];
      for (const fact of now.filter((each) => !old.includes(each))) count(found.changes, `+ ${fact}`);
      for (const fact of old.filter((each) => !now.includes(each))) count(found.changes, `- ${fact}`);
    },
  });
}
