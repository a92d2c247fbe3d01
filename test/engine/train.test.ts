import { describe, expect, test } from 'vitest';
import { type Network, type Optimizer, tensor, train } from '../../src/engine/index.ts';
import { random } from '../../src/numbers/random.ts';

/** One weight, loss w² for x = 1 and target 0: the gradient is 2w. */
const parabola: Network = {
  nodes: [{ id: 'y', op: 'linear', in: ['x'], params: { weight: 'w' } }],
  loss: { op: 'mse', in: 'y' },
};
const one = tensor([1, 1], [1]);
const descend = (optimizer: Optimizer, steps: number): number[] => {
  const path: number[] = [];
  const options = { inputs: { x: one }, targets: { target: tensor([1, 1], [0]) }, params: { w: one } };
  train(parabola, {
    ...options,
    optimizer,
    batch: 'all',
    steps,
    seed: 1,
    watch: (_, params) => path.push(params.get('w')?.data[0] ?? Number.NaN),
  });
  return path;
};
const expectPath = (got: readonly number[], want: readonly number[]): void => {
  expect(got.length).toBe(want.length);
  for (const [i, w] of want.entries()) expect(got[i]).toBeCloseTo(w, 12);
};

describe('optimizers follow their formulas on w², from w = 1', () => {
  test('gradient descent', () => expectPath(descend({ method: 'sgd', rate: 0.1 }, 3), [0.8, 0.64, 0.512]));

  test('weight decay adds a share of the weight to the gradient', () =>
    expectPath(descend({ method: 'sgd', rate: 0.1, weightDecay: 0.5 }, 2), [0.75, 0.5625]));

  test('momentum', () =>
    expectPath(descend({ method: 'sgd', rate: 0.1, momentum: 0.9 }, 3), [0.8, 0.46, 0.062]));

  test('Nesterov’s momentum looks ahead', () =>
    expectPath(descend({ method: 'sgd', rate: 0.1, momentum: 0.9, nesterov: true }, 2), [0.62, 0.2224]));

  test('Adam steps by the rate at first, whatever the gradient', () => {
    const [first = 0, second = 0] = descend({ method: 'adam', rate: 0.1, epsilon: 0 }, 2);
    expect(first).toBeCloseTo(0.9, 12);
    const [mean, square] = [0.9 * 0.2 + 0.1 * 1.8, 0.999 * 0.004 + 0.001 * 1.8 ** 2];
    expect(second).toBeCloseTo(0.9 - (0.1 * (mean / (1 - 0.81))) / Math.sqrt(square / (1 - 0.999 ** 2)), 12);
  });

  test('RMSprop divides by the root of the running mean square', () =>
    expectPath(descend({ method: 'rmsprop', rate: 0.1, decay: 0.75, epsilon: 0 }, 1), [0.8]));
});

const xor: Network = {
  nodes: [
    { id: 'z', op: 'linear', in: ['x'], params: { weight: 'W1', bias: 'b1' } },
    { id: 'v', op: 'tanh', in: ['z'] },
    { id: 'out', op: 'linear', in: ['v'], params: { weight: 'W2', bias: 'b2' } },
  ],
  loss: { op: 'mse', in: 'out' },
};
const data = {
  inputs: { x: tensor([4, 2], [0, 0, 0, 1, 1, 0, 1, 1]) },
  targets: { target: tensor([4, 1], [0, 1, 1, 0]) },
};
const start = (seed: number) => {
  const r = random(seed);
  const draw = (...shape: number[]) =>
    tensor(
      shape,
      Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => r.normal()),
    );
  return { W1: draw(4, 2), b1: draw(4), W2: draw(1, 4), b2: draw(1) };
};

describe('training', () => {
  const options = {
    ...data,
    params: start(1),
    optimizer: { method: 'sgd', rate: 0.2 },
    steps: 500,
    seed: 5,
  } as const;

  test('learns XOR', () => {
    const { losses } = train(xor, { ...options, batch: 'all', steps: 2000 });
    expect(losses.at(-1)).toBeLessThan(1e-3);
  });

  test('with the same seed gives the same numbers, with another one other numbers', () => {
    const first = train(xor, { ...options, batch: 1 });
    expect(train(xor, { ...options, batch: 1 })).toEqual(first);
    expect(train(xor, { ...options, batch: 1, seed: 6 }).losses).not.toEqual(first.losses);
  });

  test('uses every sample once before any comes again', () => {
    const seen: number[] = [];
    const network: Network = {
      nodes: [{ id: 'y', op: 'linear', in: ['x'], params: { weight: 'w' } }],
      loss: { op: 'vjp', in: 'y' },
    };
    const x = tensor([6, 1], [1, 2, 4, 8, 16, 32]);
    const targets = { target: tensor([6, 1], Array(6).fill(1)) };
    const { losses } = train(network, {
      inputs: { x },
      targets,
      params: { w: one },
      optimizer: { method: 'sgd', rate: 0 },
      batch: 2,
      steps: 6,
      seed: 3,
    });
    for (const epoch of [losses.slice(0, 3), losses.slice(3)]) seen.push(epoch.reduce((a, b) => a + b, 0));
    expect(seen).toEqual([63, 63]);
    expect([...losses.slice(0, 3)]).not.toEqual([...losses.slice(3)]);
  });

  test('refuses a batch that the data cannot fill', () => {
    expect(() => train(xor, { ...options, batch: 5 })).toThrow(
      'A batch of 5 cannot be drawn from 4 samples.',
    );
  });

  test('does not touch the parameters it starts from', () => {
    const params = start(1);
    train(xor, { ...options, params, batch: 'all' });
    expect(params).toEqual(start(1));
  });
});

describe('random numbers', () => {
  test('follow the seed alone', () => {
    const draw = (seed: number | string) => Array.from({ length: 5 }, () => random(seed).uniform());
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
    expect(draw(1)).not.toEqual(draw(2));
  });

  test('have the moments of their distributions', () => {
    const r = random(1);
    const mean = (draw: () => number): number =>
      Array.from({ length: 40_000 }, draw).reduce((a, b) => a + b, 0) / 40_000;
    expect(mean(() => r.uniform(2, 4))).toBeCloseTo(3, 1);
    expect(mean(() => r.normal(1, 2))).toBeCloseTo(1, 1);
    expect(mean(() => (r.normal(1, 2) - 1) ** 2)).toBeCloseTo(4, 0);
    expect(mean(() => r.integer(3))).toBeCloseTo(1, 1);
  });

  test('shuffle keeps every item and leaves the list alone', () => {
    const items = [1, 2, 3, 4, 5];
    const shuffled = random(2).shuffle(items);
    expect(items).toEqual([1, 2, 3, 4, 5]);
    expect(shuffled.toSorted()).toEqual(items);
    expect(shuffled).not.toEqual(items);
  });
});
