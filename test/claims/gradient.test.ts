import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claims/claim.ts';
import { distinctExamples, kinksOf } from '../../src/claims/gradient/points.ts';
import { requireNamed } from '../../src/claims/weights.ts';
import { english } from '../language/english.ts';
import { contextOf, expressionOf, notesOf, numberOf, problemsOf, says, state, xor } from './context.ts';

const outer = state({ gradient: { of: 'W2_11' } });
const inner = state({ gradient: { of: 'W1_12' } });

const withOutput = (activation: string) => ({
  inputs: ['A', 'B'],
  layers: [{ dense: { units: 2, activation: 'relu' } }, { dense: { units: 1, activation } }],
  loss: 'squared-error',
});
const classifier = withOutput('sigmoid');

/** The rows of the table of a wrong verdict. */
const rows = (verdict: ReturnType<Claim['judge']>) =>
  verdict.verdict === 'wrong' ? (verdict.witness.table?.rows ?? []).map(({ cells }) => cells) : [];

describe('a gradient as a formula', () => {
  it.each([
    '2(out - y) n_1',
    '-2*(y-out)*n1',
    '2(out - y)\\cdot \\sigma(W_{11}^{(1)} A + W_{12}^{(1)} B)',
    '2(W2_11*n1 + W2_12*n2 - y) n1',
    '2(out-y) max(0, z1)',
  ])('accepts %s for W2_11', (text) => {
    expect(outer.judge(expressionOf(text)).verdict).toBe('right');
  });

  it.each([
    "2(out - y) \\cdot W_{11}^{(2)} \\cdot \\sigma'(W_{11}^{(1)} A + W_{12}^{(1)} B) * B",
    "2(out-y)*W2_11*relu'(z1)*B",
    '2(out-y)·W2_11·[z1>0]·B',
    '2B(out-y)W2_11 step(z1)',
    '2(out-y) W2_11 B if z1 > 0 else 0',
    '2(out-y) W2_11 B [n1 > 0]',
    '(out-y) W2_11 [z1>0] B / 0.5',
    '2(out-y) W2_11 n1/z1 B',
  ])('accepts %s for W1_12', (text) => {
    expect(inner.judge(expressionOf(text)).verdict).toBe('right');
  });

  it.each([
    ['sign-flipped', '2(y - out) n1'],
    ['factor-2', '(out - y) n1'],
    ['wrong-unit', '2(out - y) n2'],
    ['error-forgotten', '2 n1'],
    ['signal-forgotten', '2(out - y)'],
    ['activation-forgotten', '2(out - y) z1'],
  ])('names %s in %s', (tag, text) => {
    expect(notesOf(outer, expressionOf(text))).toEqual([tag]);
  });

  it.each([
    ['activation-derivative-forgotten', '2(out-y)*W2_11*B'],
    ['wrong-outgoing-weight', "2(out-y)*W2_12*relu'(z1)*B"],
    ['wrong-input', "2(out-y)*W2_11*relu'(z1)*A"],
    ['outgoing-weight-forgotten', "2(out-y)*relu'(z1)*B"],
    ['wrong-unit', "2(out-y)*W2_11*relu'(z2)*B"],
    ['activation-instead-of-derivative', '2(out-y)*W2_11*relu(z1)*B'],
  ])('names %s in %s', (tag, text) => {
    expect(notesOf(inner, expressionOf(text))).toContain(tag);
  });

  it('names both mistakes of the sheet’s options that make two', () => {
    expect(notesOf(outer, expressionOf('2(y - out) n2')).sort()).toEqual(['sign-flipped', 'wrong-unit']);
    expect(notesOf(inner, expressionOf("2(out-y)*W2_12*relu'(z1)*A")).sort()).toEqual([
      'wrong-input',
      'wrong-outgoing-weight',
    ]);
  });

  it('shows a point of small numbers at which the formula really is wrong', () => {
    const verdict = outer.judge(expressionOf('2(out - y) n2'));
    if (verdict.verdict !== 'wrong') throw new Error('the formula is wrong');
    const { network, table } = verdict.witness;
    const [right, mine] = (table?.rows.at(-1)?.cells.slice(1) ?? []).map((cell) =>
      Number(english(cell).replace('−', '-')),
    );
    const y = Number(/\$y\$ = (\S+),/.exec(english(verdict.witness.says))?.[1]?.replace('−', '-'));
    const at = (name: string) => network?.values[name] ?? Number.NaN;
    const [w11 = Number.NaN, w12 = Number.NaN] = network?.weights?.['W1']?.[0] ?? [];
    expect(at('n1')).toBe(Math.max(0, w11 * at('A') + w12 * at('B')));
    expect(mine).toBeCloseTo(2 * (at('out') - y) * at('n2'), 12);
    expect(right).toBeCloseTo(2 * (at('out') - y) * at('n1'), 12);
    expect(mine).not.toBe(right);
  });

  it.each([
    ['2(y - out) n1', { unit: 'out' }, '\\partial L / \\partial \\mathrm{out}'],
    ["2(out-y)*W2_12*relu'(z1)*B", { edge: ['n1', 'out'] }, '\\partial \\mathrm{out} / \\partial n_{1}'],
    ['2(out-y)*W2_11*B', { unit: 'n1' }, '\\partial n_{1} / \\partial z_{1}'],
    ["2(out-y)*W2_11*relu'(z1)*A", { unit: 'B' }, '\\partial z_{1} / \\partial W_{12}^{(1)}'],
  ])(
    'marks the one step of the chain rule at which %s differs, in the table and in the drawing',
    (text, place, step) => {
      const verdict = (text.includes('n1') ? outer : inner).judge(expressionOf(text));
      if (verdict.verdict !== 'wrong') throw new Error('the formula is wrong');
      const { table, network } = verdict.witness;
      const marked = table?.rows.filter(({ differs }) => differs).map(({ cells }) => english(cells[0]));
      expect(marked).toEqual([`$${step}$`]);
      expect(network?.differs).toEqual('unit' in place ? [place.unit] : []);
      expect(network?.edges).toEqual('edge' in place ? [place.edge] : []);
    },
  );

  it('shows factors that multiply to the gradient in the one column and to the formula in the other', () => {
    const rowsOf = rows(inner.judge(expressionOf("2(out-y)*W2_12*relu'(z1)*A")));
    for (const column of [1, 2]) {
      const numbers = rowsOf.map((cells) => Number(english(cells[column]).replace('−', '-')));
      expect(numbers.slice(0, -1).reduce((product, factor) => product * factor, 1)).toBeCloseTo(
        numbers.at(-1) ?? Number.NaN,
        9,
      );
    }
  });

  it('shows no steps where it is not clear which were made', () => {
    expect(rows(inner.judge(expressionOf('7 A + 3'))).map(([name]) => english(name))).toEqual([
      '$y$',
      'your formula',
      '$\\partial L / \\partial W_{12}^{(1)}$',
    ]);
  });

  it('leaves the convention at the kink open', () => {
    expect(inner.judge(expressionOf('2(out-y)*W2_11*B*[z1>=0]')).verdict).toBe('right');
  });

  it('does not take an almost right factor', () => {
    expect(outer.judge(expressionOf('2.0000001(out - y) n1')).verdict).toBe('wrong');
  });

  it.each(['2.0000001(out - y) n1', '(2 + 10^{-8})(out - y) n1'])(
    'shows as many digits of %s as it takes to see the difference',
    (text) => {
      const [mine, right] = rows(outer.judge(expressionOf(text))).slice(-2);
      expect(english(mine?.[0])).toBe('your formula');
      expect(mine?.[1]).not.toBe(right?.[1]);
      expect(says(outer, expressionOf(text))).toContain(`your formula gives ${english(mine?.[1])};`);
    },
  );

  it('never spells out what would be right in what it says of a mistake', () => {
    const activated = contextOf(classifier);
    const claims = [outer, inner, ...['W1_12', 'W2_11'].map((of) => state({ gradient: { of } }, activated))];
    for (const { says } of claims.flatMap(({ misconceptions }) => misconceptions)) {
      expect(english(says)).not.toMatch(/\d\s*\(|[yn]\d?\s*[−-]|[−-]\s*[yn]|²|W\d|\d_/);
    }
  });
});

describe('a gradient through an activated output', () => {
  const context = contextOf(classifier);
  const last = state({ gradient: { of: 'W2_11' } }, context);
  const first = state({ gradient: { of: 'W1_12' } }, context);
  const bias = state({ gradient: { of: 'b2_1' } }, context);

  it.each([
    [last, "2(out - y) \\sigma'(z_1^{(2)}) n_1"],
    [last, '2(out - y) out (1 - out) n1'],
    [first, "2(out-y)*out*(1-out)*W2_11*relu'(z1)*B"],
    [bias, "2(out - y)*sigmoid'(W2_11*n1 + W2_12*n2 + b2_1)"],
  ])('is accepted by its own sum or by its value', (claim, text) => {
    const read = { ...context, notation: { ...context.notation, sigma: 'sigmoid' as const } };
    expect(claim.judge(expressionOf(text, read)).verdict).toBe('right');
  });

  it.each([
    ['output-derivative-forgotten', last, '2(out - y) n1'],
    ['output-activation-instead-of-derivative', last, '2(out - y) sigmoid(z2_1) n1'],
    ['output-derivative-forgotten', first, "2(out-y)*W2_11*relu'(z1)*B"],
    ['sign-flipped', bias, "2(y - out)*sigmoid'(z2_1)"],
  ])('names %s', (tag, claim, text) => {
    expect(notesOf(claim, expressionOf(text, context))).toEqual([tag]);
  });

  it('bends where the sum of a ReLU output changes its sign', () => {
    const rectified = contextOf(withOutput('relu'));
    const claim = state({ gradient: { of: 'W2_11' } }, rectified);
    expect(claim.judge(expressionOf("2(out-y) relu'(z2_1) n1", rectified)).verdict).toBe('right');
    expect(notesOf(claim, expressionOf('2(out-y) n1', rectified))).toEqual(['output-derivative-forgotten']);
    const sums = (distinctExamples(requireNamed(rectified)) ?? []).map(
      ({ values }) => values.get('z2_1') ?? 0,
    );
    expect(sums.some((sum) => sum > 0) && sums.some((sum) => sum < 0)).toBe(true);
  });
});

it('asks for weights of layers of more than nine units or inputs by names with a comma', () => {
  const wide = contextOf({
    inputs: ['A', 'B', 'C', 'D'],
    layers: [{ dense: { units: 16, activation: 'relu' } }, { dense: { units: 1 } }],
    loss: 'squared-error',
  });
  const claim = state({ gradient: { of: 'W1_{12,3}' } }, wide);
  const verdict = claim.judge(expressionOf("2(out-y) W^{(2)}_{1,12} relu'(z_{12}) C", wide));
  expect(verdict.verdict).toBe('right');
  expect(notesOf(claim, expressionOf("2(out-y) W2_{1,12} relu'(z12) D", wide))).toEqual(['wrong-input']);
});

it.each([2, 7])(
  'meets both sides of every kink of a layer of %i units when mistakes are told apart',
  (units) => {
    const model = requireNamed(
      contextOf({
        inputs: ['A', 'B'],
        layers: [{ dense: { units, activation: 'relu' }, repeat: 2 }, { dense: { units: 1 } }],
        loss: 'squared-error',
      }),
    );
    const examples = distinctExamples(model);
    expect(examples.length).toBeGreaterThanOrEqual(24);
    for (const { sum: name } of kinksOf(model)) {
      const sums = examples.map(({ values }) => values.get(name) ?? 0);
      expect(sums.some((sum) => sum > 0) && sums.some((sum) => sum < 0), name).toBe(true);
    }
  },
);

describe('a gradient as a number', () => {
  const at = state({ gradient: { of: 'W2_11', at: { A: 0, B: 1, y: 3 } } });

  it('is computed with the weights as drawn', () => {
    expect(at.judge(numberOf(-4)).verdict).toBe('right');
    expect(notesOf(at, numberOf(4))).toEqual(['sign-flipped']);
    expect(notesOf(at, numberOf(-2))).toEqual(['factor-2']);
  });

  it('does not tell the right number before the solution', () => {
    expect(says(at, numberOf(7))).not.toContain('−4');
  });

  it('leaves the pass forward to the student, and shows it with the solution', () => {
    const verdict = at.judge(numberOf(7));
    if (verdict.verdict !== 'wrong') throw new Error('the number is wrong');
    const { says, expected, network, table } = verdict.witness;
    expect(english(says)).toBe(
      'At $A$ = 0, $B$ = 1 and $y$ = 3, with the weights as drawn, a forward and backward pass does not give 7.',
    );
    expect(english(expected)).toBe(
      'The forward pass gives $n_{1}$ = 1, $n_{2}$ = 0 and $\\mathrm{out}$ = 1; backpropagation gives −4.',
    );
    expect(network).toEqual({ values: { A: 0, B: 1 }, differs: [] });
    expect(table).toBeUndefined();
  });

  it('names several mistakes that lead to the same number as alternatives, and marks no step', () => {
    const inner = state({ gradient: { of: 'W1_12', at: { A: 1, B: 3, y: 1 } } });
    const verdict = inner.judge(numberOf(2));
    if (verdict.verdict !== 'wrong') throw new Error('the number is wrong');
    expect(verdict.notes.map(({ tag, either }) => [tag, either])).toEqual([
      ['wrong-input', true],
      ['signal-forgotten', true],
    ]);
    expect(verdict.witness.table).toBeUndefined();
  });

  it('tells which step of the chain rule differs in a number, and no value of it', () => {
    const verdict = at.judge(numberOf(4));
    if (verdict.verdict !== 'wrong') throw new Error('the number is wrong');
    expect(verdict.witness.table?.rows.map(({ cells }) => cells.map(english))).toEqual([
      ['$\\partial L / \\partial \\mathrm{out}$', 'differs'],
      ['$\\partial \\mathrm{out} / \\partial W_{11}^{(2)}$', 'same as backpropagation'],
    ]);
  });

  it('needs every input and the target', () => {
    expect(problemsOf({ gradient: { of: 'W2_11', at: { A: 0 } } }, contextOf())).toEqual([
      'needs a value for B and y in "at"',
    ]);
  });
});

it.each([
  [{ A: 0, B: 1, y: 3, C: 2 }, 'takes no value for C in "at": give values only for A, B and y'],
  [
    { A: 0, B: 1, y: 3, W2_11: 5 },
    'takes no value for W2_11 in "at": give values only for A, B and y; weights are as drawn',
  ],
])('refuses to be asked at %j', (at, problem) => {
  expect(problemsOf({ gradient: { of: 'W2_11', at } }, contextOf())).toEqual([problem]);
});

it('asks for a number exactly where a point is given, for a formula elsewhere', () => {
  expect(outer.accepts).toEqual(['expression']);
  expect(() => outer.judge(numberOf(0))).toThrow('does not judge a value of type "number"');
  expect(state({ gradient: { of: 'W2_11', at: { A: 0, B: 1, y: 3 } } }).accepts).toEqual(['number']);
});

it('lists the weights when a file asks for one that is not there', () => {
  expect(problemsOf({ gradient: { of: 'W3_11' } }, contextOf())[0]).toContain(
    'there is no weight "W3_11": the network has W1_11',
  );
});

it('needs a loss', () => {
  const { loss: _, ...lossless } = xor;
  expect(problemsOf({ gradient: { of: 'W2_11' } }, contextOf(lossless))[0]).toContain(
    'needs a model with a loss',
  );
});

it.each([
  '10^300*0',
  '10^40*A - 10^40*A',
  'A + 10^40*A - 10^40*A',
  "relu'(z1)*(10^40*A - 10^40*A)",
  '2(out-y) n1 + [z1>0][z2>0]*(10^40*A - 10^40*A + A)',
])('30: %s, whose rounding hides what it is, is never right', (text) => {
  expect(outer.judge(expressionOf(text)).verdict).not.toBe('right');
  expect(inner.judge(expressionOf(text)).verdict).not.toBe('right');
});
