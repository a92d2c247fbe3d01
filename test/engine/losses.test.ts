import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  backward,
  compile,
  type Loss,
  type LossName,
  type Network,
  type Shape,
  tensor,
} from '../../src/engine/index.ts';
import { type Random, random } from '../../src/numbers/random.ts';

type Targets = Readonly<Record<string, { readonly shape: Shape; readonly data: readonly number[] }>>;

interface LossCase {
  readonly attributes?: Omit<Loss, 'op' | 'in'>;
  readonly x: readonly number[];
  readonly shape: Shape;
  readonly targets: Targets;
}

const many = (count: number, draw: () => number): number[] => Array.from({ length: count }, draw);

/** Numbers against numbers of the same shape, with both reductions. */
const numbers =
  (x: (r: Random) => number, t: (r: Random) => number, attributes: (r: Random) => object = () => ({})) =>
  (r: Random): LossCase => {
    const shape = [1 + r.integer(3), 1 + r.integer(3)];
    const size = (shape[0] ?? 1) * (shape[1] ?? 1);
    const reduction = r.integer(2) === 0 ? ('mean' as const) : ('sum' as const);
    const target = { shape, data: many(size, () => t(r)) };
    return {
      shape,
      x: many(size, () => x(r)),
      attributes: { reduction, ...attributes(r) },
      targets: { target },
    };
  };

const normal = (r: Random): number => r.normal();
const sign = (r: Random): number => (r.integer(2) === 0 ? -1 : 1);
const probability = (r: Random): number => r.uniform(0.1, 0.9);

/** Scores of three classes against indices, or probabilities, with all that the loss knows. */
const classes = (r: Random): LossCase => {
  const plane = r.integer(2) === 0 ? [] : [2];
  const samples = 3 * (plane[0] ?? 1);
  const shape = [3, 3, ...plane];
  const soft = r.integer(3) === 0;
  const indices = many(samples, () => r.integer(3)).with(0, r.integer(2) === 0 ? 1 : -100);
  const target = soft
    ? { shape, data: many(3 * samples, () => r.uniform()) }
    : { shape: [3, ...plane], data: indices };
  const weight = { class_weight: { shape: [3], data: many(3, () => r.uniform(0.5, 2)) } };
  const reduction = r.integer(2) === 0 ? ('mean' as const) : ('sum' as const);
  const attributes = { reduction, label_smoothing: r.integer(2) === 0 ? 0.1 : 0, ignore_index: -100 };
  return {
    shape,
    x: many(3 * samples, () => r.normal()),
    attributes,
    targets: { target, ...(r.integer(2) === 0 && weight) },
  };
};

const indexed = (r: Random): LossCase => ({
  shape: [4, 3],
  x: many(12, () => r.normal()),
  attributes: { p: 1 + r.integer(2), margin: 0.7 },
  targets: { target: { shape: [4], data: many(4, () => r.integer(3)) } },
});

const lossCases: Readonly<Record<LossName, (r: Random) => LossCase>> = {
  mse: numbers(normal, normal),
  half_mse_sum: numbers(normal, normal),
  l1: numbers(normal, normal),
  huber: numbers(normal, normal, () => ({ delta: 0.7 })),
  smooth_l1: numbers(normal, normal, () => ({ beta: 0.5 })),
  bce: numbers(probability, probability),
  bce_with_logits: (r) => {
    const drawn = numbers(normal, probability)(r);
    const classes = drawn.shape[1] ?? 1;
    return {
      ...drawn,
      targets: {
        ...drawn.targets,
        pos_weight: { shape: [classes], data: many(classes, () => r.uniform(0.5, 2)) },
      },
    };
  },
  cross_entropy: classes,
  nll: (r) => {
    const drawn = classes(r);
    const soft = drawn.targets['target']?.shape.length === drawn.shape.length;
    return soft ? indexed(r) : drawn;
  },
  multi_margin: indexed,
  hinge_embedding: numbers(normal, sign, () => ({ margin: 0.8 })),
  binary_hinge: numbers(normal, sign),
  squared_hinge: numbers(normal, sign),
  soft_margin: numbers(normal, sign),
  kl_div: numbers(normal, probability, () => ({ reduction: 'batchmean' as const })),
  poisson_nll: numbers(probability, probability, (r) => ({ log_input: r.integer(2) === 0 })),
  gaussian_nll: (r) => {
    const drawn = numbers(normal, normal)(r);
    const samples = drawn.shape[0] ?? 1;
    return {
      ...drawn,
      targets: {
        ...drawn.targets,
        var: { shape: [samples, 1], data: many(samples, () => r.uniform(0.5, 2)) },
      },
    };
  },
  vjp: numbers(normal, normal),
};

const judged = (op: LossName, attributes: LossCase['attributes'] = {}): Network => ({
  nodes: [{ id: 'out', op: 'identity', in: ['x'] }],
  loss: { op, in: 'out', ...attributes },
});

const isLoss = (name: string): name is LossName => Object.hasOwn(lossCases, name);

describe('the gradient of a loss agrees with central differences', () => {
  test.each(Object.keys(lossCases).filter(isLoss))('for %s', (op) => {
    const property = fc.property(fc.nat(), (seed) => {
      const { attributes, x, shape, targets } = lossCases[op](random(seed));
      const given = Object.fromEntries(Object.entries(targets).map(([name, target]) => [name, target.shape]));
      const plan = compile(judged(op, attributes), { inputs: { x: shape }, targets: given });
      for (const [name, { data }] of Object.entries(targets)) plan.targets.get(name)?.data.set(data);
      const input = plan.values.get('x');
      const lossAt = (i: number, moved: number): number => {
        input?.data.set(x);
        input?.data.fill(moved, i, i + 1);
        plan.forward();
        return plan.loss();
      };
      lossAt(0, x[0] ?? 0);
      plan.backward();
      const claimed = Float64Array.from(input?.grad ?? []);
      for (const [i, number] of x.entries()) {
        const measured = (lossAt(i, number + 1e-5) - lossAt(i, number - 1e-5)) / 2e-5;
        expect(Math.abs(measured - (claimed[i] ?? Number.NaN)), `entry ${i}`).toBeLessThan(
          1e-7 * Math.max(1, Math.abs(measured)),
        );
      }
    });
    fc.assert(property, { numRuns: 25, seed: 2 });
  });
});

describe('a loss says what it divides by', () => {
  const run = (op: LossName, attributes: LossCase['attributes'], x: number[][], targets: Targets): number => {
    const inputs = { x: tensor([x.length, x[0]?.length ?? 0], x.flat()) };
    const given = Object.fromEntries(
      Object.entries(targets).map(([name, { shape, data }]) => [name, tensor(shape, data)]),
    );
    return backward(judged(op, attributes), { inputs, targets: given }).loss;
  };
  const zeros = { target: { shape: [2, 2], data: [0, 0, 0, 0] } };

  test('mse: mean over all numbers, or the sum', () => {
    expect(
      run(
        'mse',
        {},
        [
          [1, 2],
          [3, 4],
        ],
        zeros,
      ),
    ).toBe(7.5);
    expect(
      run(
        'mse',
        { reduction: 'sum' },
        [
          [1, 2],
          [3, 4],
        ],
        zeros,
      ),
    ).toBe(30);
  });

  test('cross entropy: the mean over samples, weighted by their classes', () => {
    const target = { shape: [2], data: [0, 1] };
    const scores = [
      [Math.log(3), 0],
      [0, Math.log(7)],
    ];
    const [first, second] = [Math.log(4 / 3), Math.log(8 / 7)];
    expect(run('cross_entropy', {}, scores, { target })).toBeCloseTo((first + second) / 2, 14);
    const class_weight = { shape: [2], data: [1, 3] };
    expect(run('cross_entropy', {}, scores, { target, class_weight })).toBeCloseTo(
      (first + 3 * second) / 4,
      14,
    );
    const ignoring = { target: { shape: [2], data: [0, -100] } };
    expect(run('cross_entropy', {}, scores, ignoring)).toBeCloseTo(first, 14);
  });

  test('probabilities that are all on one class are that class', () => {
    const scores = [
      [0.3, -1.2, 2],
      [1, 0, -0.5],
    ];
    const attributes = { label_smoothing: 0.2 };
    const hard = { target: { shape: [2], data: [2, 0] } };
    const soft = { target: { shape: [2, 3], data: [0, 0, 1, 1, 0, 0] } };
    expect(run('cross_entropy', attributes, scores, soft)).toBeCloseTo(
      run('cross_entropy', attributes, scores, hard),
      14,
    );
  });

  test('logits of ±800 give finite losses', () => {
    const target = { shape: [1, 2], data: [1, 0] };
    expect(run('bce_with_logits', { reduction: 'sum' }, [[-800, -800]], { target })).toBe(800);
    expect(
      run('soft_margin', { reduction: 'sum' }, [[-800, 800]], { target: { shape: [1, 2], data: [1, 1] } }),
    ).toBe(800);
  });
});

describe('a loss refuses targets that do not fit', () => {
  const inputs = { x: tensor([2, 3], [1, 2, 3, 4, 5, 6]) };

  test.each([
    [
      'mse',
      [2],
      [0, 0],
      'The loss compares an output of 2×3 with targets of 2; they must have the same shape.',
    ],
    ['nll', [3], [0, 0, 0], 'The loss needs one class for each of 2 samples, but the targets are 3.'],
    ['cross_entropy', [2], [0, 3], 'There is no class 3: the 3 classes are numbered from 0.'],
  ] as const)('%s', (op, shape, data, message) => {
    expect(() => backward(judged(op), { inputs, targets: { target: tensor(shape, data) } })).toThrow(message);
  });
});
