import { describe, expect, test } from 'vitest';
import { compile, type Network, type Node, receptiveFields, shapes } from '../../src/engine/index.ts';
import { type Random, random } from '../../src/numbers/random.ts';
import { alone, layerCases } from './cases.ts';

describe('receptive fields', () => {
  const network: Network = {
    nodes: [
      { id: 'c1', op: 'conv2d', in: ['x'], attrs: { out_channels: 4, kernel: 3, padding: 1 } },
      { id: 'relu', op: 'relu', in: ['c1'] },
      { id: 'pool', op: 'max_pool2d', in: ['relu'], attrs: { kernel: 2 } },
      {
        id: 'c2',
        op: 'conv2d',
        in: ['pool'],
        attrs: { out_channels: 4, kernel: [3, 5], dilation: [1, 2], padding: [1, 4] },
      },
      { id: 'skip', op: 'add', in: ['pool', 'c2'] },
      { id: 'flat', op: 'flatten', in: ['skip'] },
    ],
  };
  const fields = receptiveFields(network, { x: [1, 4, 32, 32] });

  test('grow by (kernel - 1)·dilation·stride', () => {
    expect(fields.get('c1')).toEqual(Array(2).fill({ size: 3, stride: 1, start: -1 }));
    expect(fields.get('pool')).toEqual(Array(2).fill({ size: 4, stride: 2, start: -1 }));
    expect(fields.get('c2')).toEqual([
      { size: 8, stride: 2, start: -3 },
      { size: 20, stride: 2, start: -9 },
    ]);
  });

  test('of a skip connection are what either branch sees; a flattened picture has none', () => {
    expect(fields.get('skip')).toEqual(fields.get('c2'));
    expect(fields.has('flat')).toBe(false);
  });

  const draw2 = (r: Random, low: number, high: number): number[] =>
    [low, low].map((least) => least + r.integer(high - least + 1));

  test.each(Array.from({ length: 25 }, (_, i) => i))(
    'of stack %i are exactly what gradients reach',
    (seed) => {
      const r = random(seed);
      const nodes = Array.from({ length: 1 + r.integer(3) }, (_, i): Node => {
        const windows = { kernel: draw2(r, 1, 4), stride: draw2(r, 1, 2) };
        const common = { id: `n${i}`, in: [i === 0 ? 'x' : `n${i - 1}`] };
        return r.integer(3) === 0
          ? { ...common, op: 'avg_pool2d', attrs: windows }
          : {
              ...common,
              op: 'conv2d',
              attrs: { out_channels: 1, ...windows, dilation: draw2(r, 1, 3), padding: draw2(r, 0, 2) },
            };
      });
      const last = `n${nodes.length - 1}`;
      const network: Network = { nodes, loss: { op: 'vjp', in: last } };
      const x = { x: [1, 1, 61, 61] };
      const y = shapes(network, x).get(last) ?? [];
      const plan = compile(network, { inputs: x, targets: { target: y } });
      for (const { data } of plan.params.values()) data.fill(1);
      const middle = [Math.floor((y[2] ?? 0) / 2), Math.floor((y[3] ?? 0) / 2)] as const;
      const target = plan.targets.get('target')?.data ?? new Float64Array();
      target[middle[0] * (y[3] ?? 0) + middle[1]] = 1;
      plan.forward();
      plan.backward();
      const reached = [...(plan.values.get('x')?.grad ?? [])].flatMap((slope, i) => (slope === 0 ? [] : [i]));
      const rows = reached.map((i) => Math.floor(i / 61));
      const columns = reached.map((i) => i % 61);
      const field = receptiveFields(network, x).get(last) ?? [];
      for (const [axis, entries] of [rows, columns].entries()) {
        const { size, stride, start } = field[axis] ?? { size: 0, stride: 0, start: 0 };
        const first = start + (middle[axis] ?? 0) * stride;
        expect([Math.min(...entries), Math.max(...entries)]).toEqual([first, first + size - 1]);
      }
    },
  );

  test('of a layer that sees all of its input, or enlarges it, are not given', () => {
    const given = Object.entries(layerCases).flatMap(([op, draw]) => {
      const [network, named] = alone(op, draw(random(op)));
      return receptiveFields(network, named).has('layer') ? [op] : [];
    });
    expect(given).toEqual(
      expect.arrayContaining(['conv1d', 'conv2d', 'max_pool2d', 'relu', 'add', 'concat']),
    );
    for (const op of ['linear', 'adaptive_avg_pool2d', 'conv_transpose2d', 'upsample_nearest2d', 'lstm']) {
      expect(given).not.toContain(op);
    }
  });
});
