export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Line {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** The parts of a line between two shares of its length that no box covers, as shares from and to. */
export function uncovered(
  line: Line,
  [from, to]: readonly [number, number],
  boxes: readonly Box[],
): (readonly [number, number])[] {
  const covered = boxes.map((box) => cover(line, box)).sort(([a], [b]) => a - b);
  const parts: (readonly [number, number])[] = [];
  let start = from;
  for (const [enter, leave] of covered) {
    if (enter >= leave) continue;
    if (enter > start) parts.push([start, Math.min(enter, to)]);
    start = Math.max(start, leave);
    if (start >= to) return parts;
  }
  return [...parts, [start, to]];
}

/** Where a line enters and leaves a box, as shares of its length (Liang–Barsky); it misses the box if enter ≥ leave. */
function cover({ x1, y1, x2, y2 }: Line, box: Box): [enter: number, leave: number] {
  const [left, right] = along(x1, x2 - x1, box.left, box.right);
  const [top, bottom] = along(y1, y2 - y1, box.top, box.bottom);
  return [Math.max(left, top), Math.min(right, bottom)];
}

function along(start: number, step: number, low: number, high: number): [number, number] {
  if (step === 0) return start > low && start < high ? [-Infinity, Infinity] : [Infinity, -Infinity];
  const [a, b] = [(low - start) / step, (high - start) / step];
  return a < b ? [a, b] : [b, a];
}
