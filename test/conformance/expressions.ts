import { z } from 'zod';
import {
  agreesWith,
  equivalent,
  evaluate,
  type Parsed,
  parse,
  substitute,
  type Tree,
  toLatex,
  toText,
} from '../../src/expressions/index.ts';
import { apply, digits } from '../../src/expressions/tree.ts';
import { english } from '../language/english.ts';
import { eachCase } from './case.ts';

const Text = z.object({ text: z.string() });
const Value = z.union([z.number(), z.null(), z.string()]);
const Sample = z.object({ point: z.record(z.string(), z.number()), a: Value, b: Value });
const Case = z.object({
  id: z.string(),
  sigma: z.enum(['relu', 'sigmoid', 'tanh']).nullable(),
  a: Text,
  b: Text,
  vars: z.record(z.string(), z.enum(['real', 'positive', 'unit'])),
  defs: z.record(z.string(), z.string()),
  equivalentEverywhere: z.boolean().nullish(),
  expectedVerdict: z.enum(['equivalent', 'different', 'unreadable', 'ambiguous', 'policy']),
  samples: z.array(Sample).default([]),
  /** Where the two differ, and where they differ only because it is a kink or a gap. */
  witness: Sample.nullish(),
  specialPoint: z.union([Sample, z.record(z.string(), z.number())]).nullish(),
});
type Case = z.infer<typeof Case>;

/** Pairs of expressions: both are read, compared, evaluated at the samples, and told apart at the witness. */
export const expressionPairs = eachCase(Case, (pair) => {
  const failure = failureOf(pair);
  return failure === undefined ? [] : [failure];
});

function failureOf(pair: Case): string | undefined {
  const names = [...Object.keys(pair.vars), ...Object.keys(pair.defs)];
  const read = (text: string): Parsed => parse(text, { names, sigma: pair.sigma });
  const [a, b] = [read(pair.a.text), read(pair.b.text)];
  const refused = [a, b].find((parsed) => !parsed.ok);
  if (refused && !refused.ok) {
    const { message, at, caret } = refused.error;
    if (english(message) === '' || at.end < at.start || !caret.includes('^'))
      return 'refused without saying what and where';
  }
  if (pair.expectedVerdict === 'unreadable')
    return refused ? undefined : `read as ${shown(a)} and ${shown(b)}`;
  if (!a.ok || !b.ok) {
    // One documented rule may be to refuse what is ambiguous; what is clear must be read.
    const mayRefuse = pair.expectedVerdict === 'ambiguous' || pair.expectedVerdict === 'policy';
    return mayRefuse
      ? undefined
      : `cannot be read: ${refused && !refused.ok && english(english(refused.error.message))}`;
  }
  const definitions = new Map<string, Tree>();
  for (const [name, text] of Object.entries(pair.defs)) {
    const parsed = read(text);
    if (!parsed.ok)
      return `the definition of ${name} cannot be read: ${english(english(parsed.error.message))}`;
    definitions.set(name, parsed.tree);
  }
  return readAgain(a.tree, names) ?? readAgain(b.tree, names) ?? compared(pair, a.tree, b.tree, definitions);
}

const shown = (parsed: Parsed): string => (parsed.ok ? toText(parsed.tree) : 'nothing');

function readAgain(tree: Tree, names: readonly string[]): string | undefined {
  for (const text of [toText(tree), toLatex(tree)]) {
    const again = parse(text, { names });
    if (!again.ok) return `${text} cannot be read again: ${english(english(again.error.message))}`;
  }
  return undefined;
}

function compared(pair: Case, a: Tree, b: Tree, definitions: ReadonlyMap<string, Tree>): string | undefined {
  const options = { variables: pair.vars, definitions, seed: pair.id };
  const result = equivalent(a, b, options);
  const { expectedVerdict } = pair;
  if (expectedVerdict === 'ambiguous' || expectedVerdict === 'policy') return undefined;
  const expected = expectedVerdict === 'equivalent' ? 'equal' : 'different';
  if (result.verdict !== expected) return `${result.verdict}, not ${expected}: ${JSON.stringify(result)}`;
  if (result.verdict === 'equal') {
    if (pair.equivalentEverywhere === true && result.convention) {
      return `differs at a single point: ${JSON.stringify(result.convention)}`;
    }
    if (pair.equivalentEverywhere === false && !result.convention) return 'the single point was not found';
  }
  const [full, other] = [fully(a, definitions), fully(b, definitions)];
  if (result.verdict === 'different') {
    const separates = differAt(full, other, result.witness.point);
    if (!separates) return `the witness does not separate them: ${JSON.stringify(result.witness)}`;
  }
  const numeric = agreesWith(a, (point) => evaluate(other, point), options);
  // The reference is plain float64: where its own rounding is what differs, nothing is wrong.
  const refuted = numeric.verdict === 'different' && differAt(full, other, numeric.witness.point);
  if (result.verdict === 'equal' && refuted) {
    return `equal, but as a black box different: ${JSON.stringify(numeric.witness)}`;
  }
  const special =
    pair.specialPoint && 'point' in pair.specialPoint ? pair.specialPoint.point : pair.specialPoint;
  const point = z.record(z.string(), z.number()).nullish().parse(special);
  if (point && Object.is(evaluate(full, point), evaluate(other, point))) return 'equal at the special point';
  const samples = [...pair.samples, ...(pair.witness ? [pair.witness] : [])];
  return samples
    .flatMap(({ point, a: left, b: right }) => [off(full, point, left), off(other, point, right)])
    .find((failure) => failure !== undefined);
}

/** Whether two trees differ at a point: as trees without names, so exactly or with as many digits as it takes. */
function differAt(a: Tree, b: Tree, point: Readonly<Record<string, number>>): boolean {
  const numbers = new Map(
    Object.entries(point).map(([name, value]): [string, Tree] => {
      const size = digits(String(Math.abs(value)));
      return [name, value < 0 ? apply('neg', size) : size];
    }),
  );
  return equivalent(substitute(a, numbers), substitute(b, numbers)).verdict === 'different';
}

/** Definitions may use each other: put in until nothing is left of them. */
function fully(tree: Tree, definitions: ReadonlyMap<string, Tree>): Tree {
  let full = tree;
  for (let i = 0; i < definitions.size; i++) full = substitute(full, definitions);
  return full;
}

function off(
  tree: Tree,
  point: Readonly<Record<string, number>>,
  value: z.infer<typeof Value>,
): string | undefined {
  const want = value === null ? Number.NaN : Number(value);
  const got = evaluate(tree, point);
  const close = Object.is(got, want) || Math.abs(got - want) <= 1e-6 * Math.max(1, Math.abs(want));
  return close ? undefined : `${toText(tree)} is ${got}, not ${want}, at ${JSON.stringify(point)}`;
}
