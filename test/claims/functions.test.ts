import { describe, expect, it } from 'vitest';
import { shapeOf } from '../../src/claims/learned-with/index.ts';
import { english } from '../language/english.ts';
import { contextOf, notesOf, problemsOf, says, state } from './context.ts';

const words = (text: string) => ({ type: 'words', text }) as const;
const verdicts = (property: string) =>
  ['sigmoid', 'tanh', 'ReLU', 'identity'].filter(
    (name) => state({ property }, contextOf(null)).judge(words(name)).verdict === 'right',
  );

describe('properties of activation functions', () => {
  it.each([
    ['vanishing-gradient', ['sigmoid', 'tanh']],
    ['differentiable', ['sigmoid', 'tanh', 'identity']],
    ['non-linear', ['sigmoid', 'tanh', 'ReLU']],
    ['odd', ['tanh', 'identity']],
  ])('%s holds for %j', (property, names) => {
    expect(verdicts(property)).toEqual(names);
  });

  it('sees that slow decay is decay too', () => {
    const vanishing = state({ property: 'vanishing-gradient' }, contextOf(null));
    const vanish = ['softsign', 'erf', 'hardtanh', 'relu6', 'softplus', 'gelu', 'leaky_relu'].filter(
      (name) => vanishing.judge(words(name)).verdict === 'right',
    );
    expect(vanish).toEqual(['softsign', 'erf', 'hardtanh', 'relu6']);
    expect(says(vanishing, words('ReLU'))).toBe(
      'ReLU: its derivative is 0 at x = −20 and 1 at x = 20; followed to x = ±10⁶, it does not tend to 0 for large inputs.',
    );
  });

  it.each([
    ['differentiable', 'ReLU', ['ReLU', 'slope from the left', 'slope from the right']],
    ['non-linear', 'identity', ['identity', 'straight line through (0, 0) and (1, f(1))']],
    ['odd', 'sigmoid', ['sigmoid', '−f(−x)']],
  ])('draws what shows that %s does not hold of %s', (property, name, curves) => {
    const verdict = state({ property }, contextOf(null)).judge(words(name));
    if (verdict.verdict !== 'wrong') throw new Error('it does not hold');
    const { series = [] } = verdict.witness.plot ?? {};
    expect(series.map((each) => english(each.name))).toEqual(curves);
    expect(series.flatMap(({ points }) => points.flat()).every(Number.isFinite)).toBe(true);
  });

  it('are asked of functions that are defined everywhere', () => {
    for (const name of ['log', 'sqrt', 'scale', 'constructor'])
      expect(state({ property: 'odd' }, contextOf(null)).judge(words(name)).verdict).toBe('invalid');
  });

  it('tells where ReLU has two slopes', () => {
    expect(says(state({ property: 'differentiable' }, contextOf(null)), words('ReLU'))).toBe(
      'ReLU: at x = 0 the slope is 0 from the left and 1 from the right, so there is no derivative there.',
    );
  });
});

describe('truth-table', () => {
  const claim = state({ 'truth-table': { of: 'model', show: ['n1', 'n2', 'out'] } });
  const table = (...rows: number[][]) => ({ type: 'table', rows }) as const;

  it('puts the first row that is wrong on the drawing: its inputs, what was filled in, and where that is wrong', () => {
    const rows = [
      [0, 0, 0],
      [1, -1, 0],
      [-1, 1, 0],
      [0, 0, 0],
    ];
    const verdict = claim.judge({ type: 'table', rows });
    if (verdict.verdict !== 'wrong') throw new Error('the table is wrong');
    expect(verdict.witness.network).toEqual({
      values: { A: 0, B: 1, n1: 1, n2: -1, out: 0 },
      differs: ['n2', 'out'],
    });
    expect(verdict.witness.table?.rows.map(({ differs, wrong }) => [differs, wrong])).toEqual([
      [false, []],
      [true, [3, 4]],
      [true, [2, 4]],
      [false, []],
    ]);
  });

  it('accepts what the network computes', () => {
    expect(claim.judge(table([0, 0, 0], [1, 0, 1], [0, 1, 1], [0, 0, 0])).verdict).toBe('right');
  });

  it('names a forgotten activation function', () => {
    expect(notesOf(claim, table([0, 0, 0], [1, -1, 0], [-1, 1, 0], [0, 0, 0]))).toEqual([
      'activation-forgotten',
    ]);
  });

  it('points at the first row that differs', () => {
    expect(says(claim, table([0, 0, 0], [1, 0, 1], [0, 1, 2], [0, 0, 0]))).toContain(
      'Check the row A = 1 and B = 0',
    );
  });

  it('gives words for functions their meaning', () => {
    const claim = state({ 'truth-table': { of: 'model' } });
    expect(claim.judge(words('XOR')).verdict).toBe('right');
    expect(claim.judge(words('A and not B or B and not A')).verdict).toBe('right');
    expect(says(claim, words('NAND'))).toBe('For A = 0 and B = 0 the network outputs 0, but NAND is 1.');
  });
});

describe('a table of a sigmoid network', () => {
  const rounded = contextOf({
    inputs: ['A'],
    layers: [
      { dense: { units: 1, activation: 'sigmoid', weights: [[2]], biases: [-1] } },
      { dense: { units: 1, bias: false, weights: [[3]] } },
    ],
  });
  // σ(−1) = 0.26894, σ(1) = 0.73106, three times as much at the output.
  const table = (...rows: number[][]) => ({ type: 'table', rows }) as const;
  const claim = (within?: number) =>
    state({ 'truth-table': { of: 'model', show: ['n1', 'out'], ...(within && { within }) } }, rounded);

  it('is exact, unless the file says within how much', () => {
    const twoDecimals = table([0.27, 0.81], [0.73, 2.19]);
    expect(claim().judge(twoDecimals).verdict).toBe('wrong');
    expect(claim(0.005).judge(twoDecimals).verdict).toBe('right');
    expect(claim(0.005).judge(table([0.27, 0.81], [0.74, 2.19])).verdict).toBe('wrong');
  });

  it('takes a number that is off by just as much as allowed', () => {
    const line = contextOf({
      inputs: ['A'],
      layers: [{ dense: { units: 1, weights: [[1]], biases: [0.325] } }],
    });
    const claim = state({ 'truth-table': { of: 'model', within: 0.005 } }, line);
    expect(claim.judge(table([0.33], [1.33])).verdict).toBe('right');
  });

  it('names mistakes that are typed as roughly', () => {
    expect(notesOf(claim(0.05), table([-1.02, -3], [1, 3.02]))).toEqual(['activation-forgotten']);
  });
});

describe('a question about a Boolean function', () => {
  const layers = (units: number) => [{ dense: { units, bias: false } }];
  const drawn = (inputs: string[], weights: number[][]) =>
    contextOf({ inputs, layers: [{ dense: { units: weights.length, bias: false, weights } }] });

  it('is about one output', () => {
    const two = drawn(
      ['A', 'B'],
      [
        [1, 0],
        [0, 1],
      ],
    );
    const refused = 'needs a model with one output: this one has out1, out2';
    expect(problemsOf({ 'truth-table': { of: 'model' } }, two)).toEqual([refused]);
    expect(problemsOf({ computes: { function: 'A' } }, two)).toEqual([refused]);
  });

  it('may ask for a table of the units of any network, and then only for a table', () => {
    const two = drawn(
      ['A', 'B'],
      [
        [1, 0],
        [0, 1],
      ],
    );
    const claim = state({ 'truth-table': { of: 'model', show: ['out1', 'out2'] } }, two);
    expect(claim.accepts).toEqual(['table']);
  });

  it('has at most six inputs', () => {
    const seven = [...'ABCDEFG'];
    const refused = 'needs a model of at most 6 inputs: 7 of them give 128 rows';
    expect(
      problemsOf({ computes: { function: 'A' } }, contextOf({ inputs: seven, layers: layers(1) })),
    ).toEqual([refused]);
    expect(problemsOf({ 'truth-table': { of: 'model' } }, drawn(seven, [[1, 1, 1, 1, 1, 1, 1]]))).toEqual([
      refused,
    ]);
  });
});

describe('what a learned curve is', () => {
  const curve = (f: (x: number) => number) =>
    Array.from({ length: 2401 }, (_, i): [number, number] => [i / 400 - 3, f(i / 400 - 3)]);

  it.each([
    ['affine', (x: number) => 0.3 * x - 1],
    ['piecewise linear', (x: number) => Math.max(0, x - 1) - 2 * Math.max(0, x + 0.5)],
    ['smooth', (x: number) => Math.tanh(3 * x) + x],
    ['smooth', (x: number) => x * x],
  ])('is seen as %s from its values alone', (shape, f) => {
    expect(shapeOf(curve(f))).toBe(shape);
  });

  describe('in a matching', () => {
    const pairs = { A: 'relu', B: 'sigmoid', C: 'identity' } as const;
    const matching = (pairs: Record<string, string>) => ({ type: 'matching', pairs }) as const;
    const fits = {
      data: { count: 40, from: -2, to: 2, function: 'sin(2 x)', noise: 0.1, seed: 1 },
      hidden: 8,
      networks: pairs,
      training: { rate: 0.02, steps: 300, seed: 2 },
    };
    const claim = () => state({ 'learned-with': 'fits' }, contextOf(null, fits));

    it('decides whatever letters the networks have', () => {
      expect(claim().judge(matching(pairs)).verdict).toBe('right');
    });

    it('names the first wrong curve only, and what it really is with the solution only', () => {
      const verdict = claim().judge(matching({ A: 'sigmoid', B: 'relu', C: 'identity' }));
      if (verdict.verdict !== 'wrong') throw new Error('two curves are swapped');
      expect(verdict.notes.map(({ tag, says }) => [tag, english(says)])).toEqual([
        ['confused-relu-with-sigmoid', 'Look again at curve A.'],
      ]);
      expect(english(verdict.witness.says)).not.toMatch(/curve B|straight/i);
      expect(english(verdict.witness.expected)).toContain('Curve A is made of straight pieces');
      // How steep it is: few values, each over a piece.
      const slopes =
        verdict.witness.plot?.series.flatMap(({ points }) => points.map(([, slope]) => slope)) ?? [];
      expect(slopes.length).toBeGreaterThan(100);
      expect(new Set(slopes).size).toBeLessThan(slopes.length / 3);
    });

    it('names activations that are none of the networks’, or missing', () => {
      expect(notesOf(claim(), matching({ ...pairs, A: 'softplus' }))).toEqual([
        'confused-relu-with-softplus',
      ]);
      expect(notesOf(claim(), matching({ A: 'relu', B: 'sigmoid' }))).toEqual([
        'confused-identity-with-nothing',
      ]);
    });
  });
});
