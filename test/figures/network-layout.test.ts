import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutNetwork, type NetworkLayout } from '../../src/figures/networks/layout.ts';
import { RADIUS } from '../../src/figures/networks/measure.ts';
import type { Box } from '../../src/figures/uncovered.ts';
import { network, xor } from './networks.ts';

/** A phone's width without margins: text of 13 units in a drawing of this width has 12 px in 358 px. */
const PHONE = 387;

function boxesOf({ edges, units }: NetworkLayout): Box[] {
  const labels = [...edges.map(({ label }) => label), ...units.flatMap(({ value, bias }) => [value, bias])];
  const circles = units.map(({ x, y, half }) => ({
    left: x - half,
    right: x + half,
    top: y - RADIUS,
    bottom: y + RADIUS,
  }));
  return [...labels.flatMap((label) => (label ? [label.box] : [])), ...circles];
}

/** By how much two boxes overlap in the direction in which they overlap less; negative: they are apart. */
function overlap(a: Box, b: Box): number {
  return Math.min(
    Math.min(a.right, b.right) - Math.max(a.left, b.left),
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
  );
}

function worstOverlap(layout: NetworkLayout): number {
  const boxes = boxesOf(layout);
  return Math.max(...boxes.flatMap((a, i) => boxes.slice(i + 1).map((b) => overlap(a, b))));
}

function expectInside({ width, height, units, edges }: NetworkLayout): void {
  for (const { left, top, right, bottom } of boxesOf({
    width,
    height,
    units,
    edges,
    titles: [],
    omissions: [],
  })) {
    expect(left).toBeGreaterThanOrEqual(0);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(width);
    expect(bottom).toBeLessThanOrEqual(height);
  }
}

const strength = fc.oneof(
  fc.integer({ min: -20, max: 20 }),
  fc.double({ min: -100, max: 100, noNaN: true }),
  fc.constantFrom('w', 'W_{12}^{(1)}'),
);

describe('the layout of a network', () => {
  test.each([
    [[2, 2, 1]],
    [[2, 3, 1]],
    [[3, 4, 2]],
    [[4, 4, 3]],
    [[2, 3, 3, 1]],
    [[1, 1]],
    [[1, 6, 1]],
    [[6, 5]],
  ])('keeps the weights of %j apart, and on a phone readable', (sizes) => {
    const layout = layoutNetwork(network(sizes, (k) => [1, -1, 0, 2, -2][k % 5] ?? 0));
    expect(worstOverlap(layout)).toBeLessThan(1e-6);
    expectInside(layout);
    expect(layout.width).toBeLessThanOrEqual(PHONE);
  });

  test('keeps any weights, biases and values apart', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(
        sizes,
        fc.infiniteStream(strength),
        fc.boolean(),
        fc.boolean(),
        (sizes, stream, biased, valued) => {
          const next = (): number | string => stream.next().value ?? 0;
          const drawing = network(sizes, next, biased ? next : undefined);
          const names = drawing.columns.flatMap(({ units }) => units.map(({ name }) => name));
          const values = Object.fromEntries(valued ? names.map((name, k) => [name, (k - 2) * 1.23456]) : []);
          const layout = layoutNetwork(drawing, values, new Set(names.filter((_, k) => k % 2 === 0)));
          expect(worstOverlap(layout)).toBeLessThan(1e-6);
          expectInside(layout);
        },
      ),
    );
  });

  test('puts a weight on its own edge, in the half of its source', () => {
    for (const { from, to, label } of layoutNetwork(xor).edges) {
      const box = label?.box ?? { left: 0, right: 0, top: 0, bottom: 0 };
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      const share = (x - from.x) / (to.x - from.x);
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThan(0.5);
      expect(y).toBeCloseTo(from.y + share * (to.y - from.y));
    }
  });

  test('keeps the names of columns apart, however long', () => {
    const titles = ['Eingabeschicht', 'Verborgene Schicht mit sechs Neuronen', 'Ausgabeschicht'];
    const { columns, ...rest } = network([2, 2, 1], () => 1);
    const layout = layoutNetwork({
      ...rest,
      columns: columns.map((c, i) => ({ ...c, title: titles[i] ?? '' })),
    });
    expect(layout.titles.map(({ lines }) => lines.join(' '))).toEqual([
      'Eingabeschicht',
      'Verborgene Schicht mit sechs Neuronen relu',
      'Ausgabeschicht',
    ]);
    const [first, , last] = layout.titles;
    expect(last?.x ?? 0).toBeGreaterThan(first?.x ?? 0);
    expect(layout.width).toBeLessThanOrEqual(PHONE);
  });

  test('stretches units to long names', () => {
    const units = [
      { name: 'temperature', label: 'temperature' },
      { name: 'p', label: 'p' },
    ];
    const layout = layoutNetwork({ columns: [{ title: '', units }], edges: [], biases: [] });
    expect(layout.units.map(({ half }) => half > 2 * RADIUS)).toEqual([true, true]);
    expectInside(layout);
  });
});
