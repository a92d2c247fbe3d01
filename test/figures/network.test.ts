import { describe, expect, test } from 'vitest';
import { drawNetwork, FigureError } from '../../src/figures/index.ts';
import { expectSound, HOSTILE, tagsOf, textsOf, withClass } from './markup.ts';
import { network, xor } from './networks.ts';

describe('a drawn network', () => {
  const { svg, alt } = drawNetwork(xor, { id: 'q1' });

  test('has a circle a unit, a line an edge and the weight of each in writing', () => {
    expectSound(svg, 'q1');
    expect(withClass(svg, 'figure-unit')).toHaveLength(5);
    expect(withClass(svg, 'figure-edge')).toHaveLength(6);
    expect(textsOf(svg).filter((text) => /^−?1$/.test(text))).toEqual(['−1', '1', '1', '−1', '1', '1']);
    expect(textsOf(svg)).toEqual(
      expect.arrayContaining(['inputs', 'hidden layer', 'relu', 'output', 'A', 'n1', 'out']),
    );
  });

  test('says its edges in sentences and never as a matrix', () => {
    expect(alt).toBe(
      'inputs: A, B. hidden layer, relu: n1, n2. output: out. ' +
        'Weights: A to n1: −1; A to n2: 1; B to n1: 1; B to n2: −1; n1 to out: 1; n2 to out: 1.',
    );
    expect(svg).toContain(`<desc id="q1-desc">${alt}</desc>`);
  });

  test('lowers and raises the parts of a label', () => {
    const { svg } = drawNetwork(
      network([1, 1], () => 'W_{11}^{(1)}'),
      { id: 'q' },
    );
    expect(svg).toMatch(
      />W<tspan dy="[\d.]+" font-size="[\d.]+">11<\/tspan><tspan dy="-[\d.]+" font-size="[\d.]+">\(1\)</,
    );
    expect(textsOf(svg)).toContain('W11(1)');
  });

  test('marks an edge by a cross and in its sentence, and says what the mark means', () => {
    const { svg, alt } = drawNetwork(xor, {
      id: 'q',
      values: { values: {}, differs: [], edges: [['A', 'n1']], mark: 'another weight' },
    });
    expectSound(svg, 'q');
    expect(withClass(svg, 'figure-edge--marked')).toHaveLength(1);
    expect(withClass(svg, 'figure-cross')).toHaveLength(2);
    expect(textsOf(svg)).toContain('another weight');
    expect(alt).toContain('A to n1: −1 (another weight); A to n2: 1;');
  });

  test('is the same whenever it is drawn', () => {
    expect(drawNetwork(xor, { id: 'q1' })).toEqual({ svg, alt });
  });

  test('tells signs by dashes as well as by colour, size by thickness, and keeps zero edges faint', () => {
    const { svg } = drawNetwork(
      network([1, 4], (k) => [2, -1, 0, 'w'][k] ?? 0),
      { id: 'q' },
    );
    const [two, minusOne, zero, symbol] = withClass(svg, 'figure-edge').map(({ attributes }) => attributes);
    expect(two).toMatchObject({ class: 'figure-edge figure-edge--positive', 'stroke-width': '3' });
    expect(two).not.toHaveProperty('stroke-dasharray');
    expect(minusOne).toMatchObject({ class: 'figure-edge figure-edge--negative', 'stroke-width': '2' });
    expect(minusOne).toHaveProperty('stroke-dasharray');
    expect(zero).toMatchObject({ class: 'figure-edge figure-edge--zero', 'stroke-width': '1' });
    expect(symbol).toMatchObject({ class: 'figure-edge figure-edge--symbol' });
  });

  test('draws biases as squares with a legend, and says them', () => {
    const { svg, alt } = drawNetwork(
      network(
        [2, 2, 1],
        () => 1,
        (k) => [0.5, -1, 0][k] ?? 0,
      ),
      { id: 'q' },
    );
    expect(withClass(svg, 'figure-bias')).toHaveLength(3 + 1);
    expect(textsOf(svg)).toContain('bias');
    expect(alt).toContain('Biases: n1: 0.5; n2: −1; y1: 0.');
  });

  test('draws what is typed with its significant digits', () => {
    const weights = [0.1, -0.30000000000000004, 1e-9, 12_345.678];
    const { alt } = drawNetwork(
      network([1, 4], (k) => weights[k] ?? 0),
      { id: 'q' },
    );
    expect(alt).toContain('x1 to y1: 0.1; x1 to y2: −0.3; x1 to y3: 10⁻⁹; x1 to y4: 12\u{202F}350.');
  });

  test('leaves the middle of a long layer out, and the weights where they could not be read', () => {
    const { svg, alt } = drawNetwork(
      network([40, 9, 10], () => 1),
      { id: 'q' },
    );
    expect(withClass(svg, 'figure-unit')).toHaveLength(3 * 7);
    expect(withClass(svg, 'figure-omission')).toHaveLength(3 * 3);
    expect(alt).toBe(
      'inputs: x1, x2, x3, x4, x5, …, x39, x40. hidden layer, relu: n1, n2, n3, n4, n5, …, n8, n9. ' +
        'output: y1, y2, y3, y4, y5, …, y9, y10.',
    );
  });

  test('58: markup in names, labels, titles and weights is inert text', () => {
    const named = { name: HOSTILE, label: HOSTILE };
    const { svg, alt } = drawNetwork(
      {
        columns: [
          { title: HOSTILE, units: [named] },
          { title: 'output', units: [{ name: 'out', label: 'out' }], activation: HOSTILE },
        ],
        edges: [{ from: HOSTILE, to: 'out', weight: HOSTILE }],
        biases: [{ to: 'out', value: HOSTILE }],
      },
      { id: 'q', values: { values: { [HOSTILE]: 1 }, differs: [HOSTILE] } },
    );
    expectSound(svg, 'q');
    expect(alt).toContain('<script>');
    expect(tagsOf(svg).map(({ name }) => name)).not.toContain('script');
  });
});

describe('the values of a witness', () => {
  const values = { values: { A: 1, B: 0, n1: 0, n2: 0.7310585786, out: 0 }, differs: ['out'] };

  test('stand on the units, and what differs is marked by shape and word', () => {
    const { svg, alt } = drawNetwork(xor, { id: 'q', values });
    expectSound(svg, 'q');
    expect(withClass(svg, 'figure-value')).toHaveLength(5);
    expect(withClass(svg, 'figure-unit--differs')).toHaveLength(2);
    expect(withClass(svg, 'figure-cross')).toHaveLength(1 + 1);
    expect(textsOf(svg)).toContain('not as expected');
    expect(alt).toContain('Values: A = 1; B = 0; n1 = 0; n2 = 0.7311; out = 0 (not as expected).');
  });

  test('bring the weights and biases of the answer with them', () => {
    const { svg, alt } = drawNetwork(
      network(
        [2, 2, 1],
        () => 'w',
        () => 'b',
      ),
      {
        id: 'q',
        values: {
          values: {},
          differs: [],
          weights: {
            W1: [
              [1, 2],
              [3, 4],
            ],
            b1: [[5], [6]],
          },
        },
      },
    );
    expect(alt).toContain(
      'Weights: x1 to n1: 1; x1 to n2: 3; x2 to n1: 2; x2 to n2: 4; n1 to y1: w; n2 to y1: w.',
    );
    expect(alt).toContain('Biases: n1: 5; n2: 6; y1: b.');
    expect(withClass(svg, 'figure-edge--symbol')).toHaveLength(2 + 1 + 1);
  });

  test('are refused where the weights do not fit the drawing', () => {
    const weights = { W1: [[1, 2]] };
    expect(() => drawNetwork(xor, { id: 'q', values: { values: {}, differs: [], weights } })).toThrow(
      new FigureError('W1 is 1×2, but the drawing has room for 2×2.'),
    );
  });
});

describe('a network that cannot be drawn', () => {
  test('names the edge that skips a column', () => {
    const edges = [{ from: 'A', to: 'out', weight: 1 }];
    expect(() => drawNetwork({ ...xor, edges }, { id: 'q' })).toThrow('from "A" to "out"');
  });

  test('names the unit that is there twice', () => {
    const columns = [...xor.columns, ...xor.columns];
    expect(() => drawNetwork({ ...xor, columns }, { id: 'q' })).toThrow('Two units are called "A"');
  });

  test('has a column without units, or no column', () => {
    expect(() => drawNetwork({ columns: [], edges: [], biases: [] }, { id: 'q' })).toThrow(FigureError);
    expect(() =>
      drawNetwork({ columns: [{ title: 'inputs', units: [] }], edges: [], biases: [] }, { id: 'q' }),
    ).toThrow('at least one unit');
  });
});
