import { z } from 'zod';
import { agreesWith, evaluate, namesIn, substitute, type Tree } from '../../expressions/index.ts';
import { drawnValues, evaluateModel } from '../../models/evaluate.ts';
import { definitionsOf } from '../../models/formulas.ts';
import { biasNames, freeNames, targetNames, weightNames } from '../../models/names.ts';
import type { Note } from '../../values/outcome.ts';
import { defineClaim, type Misconception } from '../claim.ts';
import { format, list } from '../says.ts';
import { type NamedModel, namedModel, requireNamed } from '../weights.ts';
import { type Mistaken, mistakenGradients } from './mistakes.ts';
import { distinctPoints, type Point, readablePoints } from './points.ts';

const schema = z.strictObject({
  of: z.string().describe('The weight, such as W1_12: layer 1, into unit 1, from input 2.'),
  at: z
    .record(z.string(), z.number())
    .optional()
    .describe('Inputs and target at which the number is asked for, with the weights as drawn.'),
});
type Config = z.infer<typeof schema>;

/** The derivative of the loss with respect to a weight, by backpropagation: as a formula, or as a number at a point. */
export const gradient = defineClaim<Config>({
  name: 'gradient',
  level: 'proven',
  schema,
  problems: ({ of, at }, context) => {
    const model = namedModel(context);
    if (typeof model === 'string') return [model];
    if (!model.network.loss) return ['needs a model with a loss, such as loss: squared-error'];
    const weights = model.dense.flatMap((layer) => [...weightNames(layer).flat(), ...biasNames(layer)]);
    if (!weights.includes(of)) return [`there is no weight "${of}": the network has ${list(weights)}`];
    if (!at) return [];
    if (!model.params) return ['needs a model that states its weights, because a number is asked for'];
    const asked = freeNames(model).filter((name) => !weights.includes(name));
    const extra = Object.keys(at).filter((name) => !asked.includes(name));
    if (extra.length > 0) {
      const drawn = extra.some((name) => weights.includes(name)) ? '; weights are as drawn' : '';
      return [`takes no value for ${list(extra)} in "at": give values for ${list(asked)} alone${drawn}`];
    }
    const missing = asked.filter((name) => !Object.hasOwn(at, name));
    return missing.length === 0 ? [] : [`needs a value for ${list(missing)} in "at"`];
  },
  accepts: ({ at }) => (at ? ['number'] : ['expression']),
  judge: {
    expression({ tree }, { of }, context) {
      const model = requireNamed(context);
      const reference = gradientOf(model, of);
      const definitions = definitionsOf(model);
      const answer = agreesWith(tree, reference, {
        variables: Object.fromEntries(freeNames(model).map((name) => [name, 'real' as const])),
        definitions,
        kinks: kinksOf(model, definitions),
        seed: context.seed,
      });
      if (answer.verdict === 'undecided') return { verdict: 'undecided', reason: answer.reason };
      if (answer.verdict === 'equal') return { verdict: 'right', notes: [] };
      const full = substitute(tree, definitions);
      const point = readable(model, full, reference) ?? answer.witness.point;
      return {
        verdict: 'wrong',
        fraction: 0,
        notes: diagnose(model, of, full),
        witness: witness(model, of, tree, full, point, reference),
      };
    },
    number({ value }, { of, at }, context) {
      const model = requireNamed(context);
      const point = pointOf(model, at);
      const right = gradientOf(model, of)(point);
      if (close(value, right)) return { verdict: 'right', notes: [] };
      const full = (mistaken: Mistaken) => evaluate(substitute(mistaken.tree, definitionsOf(model)), point);
      const notes = explain(
        mistakenGradients(model, of),
        (mistaken) => close(full(mistaken), value) && !close(full(mistaken), right),
      );
      const shown = list(Object.entries(at ?? {}).map(([name, number]) => `${name} = ${format(number)}`));
      return {
        verdict: 'wrong',
        fraction: 0,
        notes,
        witness: {
          says: `At ${shown}, with the weights as drawn, a pass forward and backward does not give ${format(value)}.`,
          expected: `Backpropagation gives ${format(right)}.`,
          network: { values: unitValues(model, point), differs: [] },
        },
      };
    },
  },
  misconceptions: ({ of, at }, context) => {
    const model = requireNamed(context);
    const single = mistakenGradients(model, of).filter(({ notes }) => notes.length === 1);
    if (!at) return single.map(({ tree, notes: [note] }) => named(note, { type: 'expression', tree }));
    const point = pointOf(model, at);
    const right = gradientOf(model, of)(point);
    return single
      .map(({ tree, notes: [note] }) => ({
        note,
        value: evaluate(substitute(tree, definitionsOf(model)), point),
      }))
      .filter(({ value }) => Number.isFinite(value) && !close(value, right))
      .map(({ note, value }) => named(note, { type: 'number', value, exact: null }));
  },
});

const named = (note: Note | undefined, value: Misconception['value']): Misconception => ({
  tag: note?.tag ?? 'other',
  says: note?.says ?? '',
  value,
});

/** Numbers that students work out by hand from small numbers: equal but for the rounding of decimals. */
const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

type Reference = (point: Point) => number;

/** The engine's backward pass as a function of all free names. */
function gradientOf(model: NamedModel, of: string): Reference {
  return (point) => evaluateModel(model, (name) => point[name] ?? 0).gradients.get(of) ?? Number.NaN;
}

function pointOf(model: NamedModel, at: Config['at']): Point {
  const drawn = drawnValues(model);
  return Object.fromEntries(freeNames(model).map((name) => [name, at?.[name] ?? drawn?.get(name) ?? 0]));
}

/** Where an activation with a kink changes its side: the sums of its units, as formulas of the free names. */
function kinksOf(model: NamedModel, definitions: ReadonlyMap<string, Tree>): Tree[] {
  return model.dense
    .filter((layer) => layer.activation === 'relu')
    .flatMap((layer) => layer.sums.flatMap((sum) => definitions.get(sum) ?? []));
}

/** A point of small numbers at which the formula is clearly wrong; evidence that a person can check by hand. */
function readable(model: NamedModel, tree: Tree, reference: Reference): Point | undefined {
  return readablePoints(model).find((point) => {
    const [mine, theirs] = [evaluate(tree, point), reference(point)];
    return Number.isFinite(mine) && Math.abs(mine - theirs) > 1e-6 * Math.max(1, Math.abs(theirs));
  });
}

/** Mistaken gradients that agree with the formula wherever they are tried. */
function diagnose(model: NamedModel, of: string, tree: Tree): Note[] {
  const definitions = definitionsOf(model);
  const points = distinctPoints(model);
  const mine = points.map((point) => evaluate(tree, point));
  return explain(mistakenGradients(model, of), (mistaken) => {
    const full = substitute(mistaken.tree, definitions);
    return points.every((point, i) => close(mine[i] ?? Number.NaN, evaluate(full, point)));
  });
}

/** The notes of single mistakes that match; if none does, those of the first pair. */
function explain(mistaken: readonly Mistaken[], matches: (mistaken: Mistaken) => boolean): Note[] {
  const single = mistaken.filter(({ notes }) => notes.length === 1).filter(matches);
  const found =
    single.length > 0
      ? single
      : mistaken
          .filter(({ notes }) => notes.length > 1)
          .filter(matches)
          .slice(0, 1);
  const notes = found.flatMap((match) => match.notes);
  return notes.filter((note, i) => notes.findIndex(({ tag }) => tag === note.tag) === i);
}

function unitValues(model: NamedModel, point: Point): Record<string, number> {
  const { values } = evaluateModel(model, (name) => point[name] ?? 0);
  const units = [...model.inputs, ...model.dense.flatMap((layer) => layer.units)];
  return Object.fromEntries(units.map((name) => [name, values.get(name) ?? 0]));
}

/** The point on the drawing: its weights on the edges, its inputs and what follows from them on the units. */
function witness(model: NamedModel, of: string, tree: Tree, full: Tree, point: Point, reference: Reference) {
  const mine = evaluate(full, point);
  const said = Number.isFinite(mine) ? format(mine) : 'undefined';
  const theirs = format(reference(point));
  const { values } = evaluateModel(model, (name) => point[name] ?? 0);
  const sums = model.dense.flatMap((layer) => layer.sums.filter((name) => !layer.units.includes(name)));
  const used = namesIn(tree);
  const row = (name: string, value: string, differs: boolean) => ({ cells: [name, value], differs });
  const rest = [...targetNames(model), ...sums.filter((name) => used.has(name))];
  return {
    says: `With the weights and inputs drawn here and ${list(targetNames(model).map((name) => `${name} = ${format(point[name] ?? 0)}`))}, your formula is ${said}; running the network forward and backward gives ∂L/∂${of} = ${theirs}.`,
    table: {
      columns: ['name', 'value'],
      rows: [
        ...rest.map((name) => row(name, format(values.get(name) ?? point[name] ?? Number.NaN), false)),
        row('your formula', said, true),
        row(`∂L/∂${of}`, theirs, true),
      ],
    },
    network: { values: unitValues(model, point), differs: [], weights: matricesAt(model, point) },
  };
}

function matricesAt(model: NamedModel, point: Point): Record<string, number[][]> {
  const at = (names: readonly string[]) => names.map((name) => point[name] ?? 0);
  return Object.fromEntries(
    model.dense.flatMap((layer) => [
      [layer.matrix, weightNames(layer).map(at)],
      ...(layer.bias === null ? [] : [[layer.bias, biasNames(layer).map((name) => at([name]))]]),
    ]),
  );
}
