import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, uncovered } from '../../src/figures/uncovered.ts';

const line = { x1: 0, y1: 0, x2: 100, y2: 0 };
const box = (left: number, right: number, top = -5, bottom = 5): Box => ({ left, right, top, bottom });

describe('the uncovered parts of a line', () => {
  test('are all of it where no box is', () => {
    expect(uncovered(line, [0, 1], [box(20, 40, 1, 5)])).toEqual([[0, 1]]);
  });

  test('end at one box and go on behind it', () => {
    expect(uncovered(line, [0.1, 0.9], [box(60, 70), box(20, 40), box(30, 50)])).toEqual([
      [0.1, 0.2],
      [0.5, 0.6],
      [0.7, 0.9],
    ]);
  });

  test('are none under one great box', () => {
    expect(uncovered(line, [0.1, 0.9], [box(-10, 200)])).toEqual([]);
  });

  test('never run through a box, and everything else is left', () => {
    const side = fc.integer({ min: -50, max: 150 });
    const boxes = fc.array(
      fc
        .tuple(side, side, side, side)
        .map(([x, w, y, h]) => box(x, x + Math.abs(w) / 5, y, y + Math.abs(h) / 5)),
    );
    fc.assert(
      fc.property(boxes, side, side, (boxes, y1, y2) => {
        const slanted = { x1: 0, y1, x2: 100, y2 };
        const parts = uncovered(slanted, [0, 1], boxes);
        for (let k = 1; k < 50; k++) {
          const t = k / 50 + 0.0001;
          const [x, y] = [100 * t, y1 + t * (y2 - y1)];
          const covered = boxes.some((b) => x > b.left && x < b.right && y > b.top && y < b.bottom);
          expect(parts.some(([a, b]) => a < t && t < b)).toBe(!covered);
        }
      }),
    );
  });
});
