import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Attribute,
  compile,
  count,
  LimitError,
  type Network,
  NetworkError,
  type OpName,
  receptiveFields,
  type Shape,
  ShapeError,
  type Shapes,
  shapes,
} from '../../src/engine/index.ts';
import { random } from '../../src/numbers/random.ts';
import { alone, type LayerCase, layerCases } from './cases.ts';

const oddities: readonly Attribute[] = [
  0,
  -1,
  1.5,
  7,
  1e9,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  'same',
  'nothing',
  true,
  [],
  [0, -2],
  [1, 2, 3],
  [1.5],
];
const lengths = [0, 1, 2, 5, 1000, 1e9];

/** A case with one attribute or one axis that makes no sense, or two. */
function spoiled(given: LayerCase, seed: number): LayerCase {
  const r = random(seed);
  let { attrs = {}, inputs } = given;
  for (let change = 0; change < 1 + r.integer(2); change++) {
    const names = Object.keys(attrs);
    const name = names[r.integer(names.length + 1)];
    if (name !== undefined) {
      attrs = { ...attrs, [name]: oddities[r.integer(oddities.length)] ?? 0 };
      continue;
    }
    const which = r.integer(inputs.length);
    const shape = inputs[which] ?? [];
    const axis = r.integer(shape.length);
    const length = lengths[r.integer(lengths.length)] ?? 0;
    const fewer = shape.length === 0 || r.integer(3) === 0;
    inputs = inputs.with(which, fewer ? [length, ...shape.slice(2)] : shape.with(axis, length));
  }
  return { ...given, attrs, inputs };
}

/** Quick to run; what is larger is only laid out. */
function small(network: Network, inputs: Shapes): boolean {
  const { macs, parameters } = count(network, inputs);
  const sizes = [...shapes(network, inputs).values(), ...Object.values(inputs)].map((shape) =>
    shape.reduce((product, length) => product * length, 1),
  );
  return macs < 1e6 && parameters < 1e5 && Math.max(...sizes) < 1e5;
}

/** Undefined if `body` works or stops with an error of the engine; otherwise what it throws. */
function surprise(body: () => unknown): unknown {
  try {
    body();
    return undefined;
  } catch (error) {
    const named = [ShapeError, NetworkError, LimitError].some((kind) => error instanceof kind);
    return named ? undefined : error;
  }
}

test.each(Object.entries(layerCases))('nonsense about %s is refused by a named error', (op, draw) => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const [network, inputs] = alone(op, spoiled(draw(random(seed)), seed));
      expect(surprise(() => shapes(network, inputs))).toBeUndefined();
      expect(surprise(() => count(network, inputs))).toBeUndefined();
      expect(surprise(() => receptiveFields(network, inputs))).toBeUndefined();
      expect(
        surprise(() => small(network, inputs) && compile(network, { inputs }).forward()),
      ).toBeUndefined();
    }),
    { numRuns: 50 },
  );
});

test.each<[OpName, Shape, Record<string, Attribute>, number[]]>([
  ['permute', [0, 1e9], { dims: [1, 0] }, []],
  ['softmax', [1e9, 0], { dim: 0 }, []],
  ['sum', [0, 1e9, 2], {}, [0]],
  ['upsample_bilinear2d', [1, 0, 1e9, 4], { scale: 2 }, []],
])('%s of no numbers is computed at once, however long its other axes are', (op, x, attrs, expected) => {
  const network: Network = { nodes: [{ id: 'y', op, in: ['x'], attrs }] };
  const plan = compile(network, { inputs: { x } });
  plan.forward();
  expect([...(plan.values.get('y')?.data ?? [])]).toEqual(expected);
});
