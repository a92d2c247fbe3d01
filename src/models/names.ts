import { reader, toLatex } from '../expressions/index.ts';
import { SaidError, say } from '../language/index.ts';
import type { Activation, Parts } from './activations.ts';

/** One fully connected layer of a drawn network, with the names of everything in it. */
export interface DenseLayer {
  /** Parameter names in the network: `W1`, and `b1` or null without bias. */
  readonly matrix: string;
  readonly bias: string | null;
  /** Names of what comes in (`A`, `n1`), of the sums (`z1`), and of the units (`n1`, `out`); without activation alike. */
  readonly inputs: readonly string[];
  readonly sums: readonly string[];
  readonly units: readonly string[];
  readonly activation: Activation;
}

/** A network as far as its names go; `dense` is null where its parts have none. */
interface Drawn {
  readonly inputs: readonly string[];
  readonly dense: readonly DenseLayer[] | null;
  readonly network: { readonly loss?: unknown };
  readonly parts: Parts;
}

/**
 * Names in layer `number` of `count`: n1, z1 in the only hidden layer, as sheets write them; n1_2, z1_2 (layer 1,
 * unit 2) where there are several. The sums of an activated last layer never take the names of hidden ones: z2_1.
 */
export function unitNames(units: number, number: number, count: number, activation: Activation) {
  const indices = Array.from({ length: units }, (_, i) => i + 1);
  const named = (letter: string, apart: boolean) =>
    indices.map((i) => (apart ? `${letter}${number}_${i}` : `${letter}${i}`));
  if (number < count) return { sums: named('z', count > 2), units: named('n', count > 2) };
  const outputs = units === 1 ? ['out'] : named('out', false);
  return { sums: activation.isIdentity ? outputs : named('z', count > 1), units: outputs };
}

/** What may stand in formulas about a drawn network: its inputs, weights, targets, sums, units and output. */
export function namesOf(model: Drawn): string[] {
  const computed = (model.dense ?? []).flatMap(({ sums, units }) => [...sums, ...units]);
  return [...new Set([...freeNames(model), ...computed])];
}

/** The names that may take any value; all others are computed from them by the forward pass. */
export function freeNames(model: Drawn): string[] {
  if (!model.dense) return [];
  const parameters = model.dense.flatMap((layer) => [...weightNames(layer).flat(), ...biasNames(layer)]);
  return [...model.inputs, ...parameters, ...(model.network.loss ? targetNames(model) : [])];
}

/** `W1_12`: the weight of layer 1 into unit 1 from input 2; [units][inputs]. Wider layers need a comma: `W1_{1,12}`. */
export function weightNames({ matrix, units, inputs }: DenseLayer): string[][] {
  const wide = units.length > 9 || inputs.length > 9;
  return units.map((_, i) =>
    inputs.map((_, j) => (wide ? `${matrix}_{${i + 1},${j + 1}}` : `${matrix}_${i + 1}${j + 1}`)),
  );
}

export const biasNames = ({ bias, units }: DenseLayer): string[] =>
  bias === null ? [] : units.map((_, i) => `${bias}_${i + 1}`);

/** `y`, or `y1`, `y2`, … for several outputs. */
export function targetNames(model: Pick<Drawn, 'dense'>): string[] {
  const outputs = model.dense?.at(-1)?.units ?? [];
  return outputs.length === 1 ? ['y'] : outputs.map((_, i) => `y${i + 1}`);
}

/** Refuses inputs that formulas could not tell apart from each other or from other parts of the network. */
export function checkInputs(model: Drawn): void {
  const { inputs } = model;
  const others = new Set(namesOf({ ...model, inputs: [] }));
  const table = model.parts.formulas;
  const read = reader({ names: namesOf(model), table });
  const withoutNames = reader({ sigma: 'exp', table });
  for (const [i, name] of inputs.entries()) {
    const other = { name, other: `x${i + 1}` };
    if (inputs.indexOf(name) < i)
      throw new SaidError(say('Two inputs are called "{name}": give each its own name.', { name }));
    if (model.network.loss && targetNames(model).includes(name))
      throw new SaidError(
        say(
          'The input "{name}" has the name of the target in the loss: call it something else, such as {other}.',
          other,
        ),
      );
    if (others.has(name) || /^[Wb]\d+$/.test(name))
      throw new SaidError(
        say(
          'The input "{name}" has the name of another part of the network: call it something else, such as {other}.',
          other,
        ),
      );
    // `relu` and `e` are read without being declared; `a1b` is not read as one name even when it is.
    const taken = ['', '(1)', '(1, 2)'].some((argument) => withoutNames(`${name}${argument}`).ok);
    const reading = read(name);
    if (taken || !reading.ok || reading.tree.kind !== 'name' || reading.tree.name !== name)
      throw new SaidError(
        say(
          'The input "{name}" would be read differently in formulas: call it something else, such as {other}.',
          other,
        ),
      );
  }
}

/** `n1` as LaTeX: n_{1}; `W1_12` is W_{12}^{(1)}, the matrix `W1` W^{(1)}, `out` upright. */
export const nameLatex = (name: string): string => {
  const { base, scripts } = partsOf(name);
  return `${toLatex({ kind: 'name', name: base })}${scripts}`;
};

/** The same for labels of figures, whose letters need no LaTeX. */
export const nameLabel = (name: string): string => {
  const { base, scripts } = partsOf(name);
  return `${base}${scripts}`;
};

/** Digits before an index are a layer, as are those of whole matrices, `W1` and `b1`; other digits are an index. */
function partsOf(name: string): { readonly base: string; readonly scripts: string } {
  const [, base = name, digits = '', index = ''] = /^([A-Za-z]+)(\d*)(?:_\{?([\w,]+)\}?)?$/.exec(name) ?? [];
  const whole = index === '' && !/^[Wb]$/.test(base);
  const [lower, layer] = whole ? [digits, ''] : [index, digits];
  return { base, scripts: `${lower && `_{${lower}}`}${layer && `^{(${layer})}`}` };
}
