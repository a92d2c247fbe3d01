import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  compile,
  count,
  forward,
  LimitError,
  limits,
  type Network,
  type Node,
  receptiveFields,
  shapes,
  zeros,
} from '../../src/engine/index.ts';
import { random } from '../../src/numbers/random.ts';
import { alone, layerCases } from './cases.ts';

const layer = (op: Node['op'], attrs: Node['attrs'] = {}): Network => ({
  nodes: [{ id: 'layer', op, in: ['x'], attrs }],
});

describe('limits', () => {
  test('a 20,000×20,000 tensor is refused before it is allocated', () => {
    expect(() => zeros([20_000, 20_000])).toThrow(LimitError);
    expect(() =>
      forward(layer('linear', { out_features: 20_000 }), { inputs: { x: zeros([1, 20_000]) } }),
    ).toThrow(LimitError);
  });

  test('its parameters are counted all the same', () => {
    expect(count(layer('linear', { out_features: 20_000 }), { x: [1, 20_000] }).parameters).toBe(
      400_020_000n,
    );
  });

  test('an endless sequence is refused before it is unrolled into layers', () => {
    expect(() => shapes(layer('lstm', { hidden_size: 1 }), { x: [limits.nodes + 1, 1, 1] })).toThrow(
      LimitError,
    );
  });

  test('more multiplications than some seconds allow are refused', () => {
    const attrs = { out_channels: 64, kernel: 63, padding: 31 };
    expect(() => forward(layer('conv2d', attrs), { inputs: { x: zeros([1, 64, 64, 64]) } })).toThrow(
      LimitError,
    );
  });

  describe('while arrays are watched', () => {
    afterEach(() => {
      vi.unstubAllGlobals();
    });
    /** Counts the bytes of every typed array that is made. */
    const watchArrays = () => {
      const watched = { bytes: 0 };
      for (const name of ['Float64Array', 'Int32Array'] as const) {
        const original = globalThis[name];
        const count = (made: { readonly byteLength: number }, given: unknown): unknown => {
          // A view of memory that exists already costs nothing.
          if (!(given instanceof ArrayBuffer)) watched.bytes += made.byteLength;
          return made;
        };
        vi.stubGlobal(
          name,
          new Proxy(original, {
            construct: (target, args, newTarget) => {
              const made: Float64Array | Int32Array = Reflect.construct(target, args, newTarget);
              return Object(count(made, args[0]));
            },
          }),
        );
      }
      return watched;
    };

    test('shapes, counts and receptive fields of any layer make none', () => {
      const r = random('allocations');
      const watched = watchArrays();
      for (const [op, draw] of Object.entries(layerCases)) {
        const [network, named] = alone(op, draw(r));
        const before = watched.bytes;
        shapes(network, named);
        count(network, named);
        receptiveFields(network, named);
        expect([op, watched.bytes - before]).toEqual([op, 0]);
      }
      zeros([2, 3]);
      expect(watched.bytes).toBe(48);
    });

    test.each([
      ['a layer too large', layer('linear', { out_features: 2 ** 15 }), [1, 2 ** 15]],
      ['windows too many', layer('conv2d', { out_channels: 1, kernel: 25, padding: 12 }), [1, 64, 64, 64]],
      ['attention too long', layer('multihead_attention', { num_heads: 8 }), [1, 4096, 8]],
    ])('%s is refused before more than the limit is taken', (_, network, x) => {
      const watched = watchArrays();
      expect(() => compile(network, { inputs: { x } })).toThrow(LimitError);
      expect(watched.bytes).toBeLessThanOrEqual(8 * limits.elements);
    });
  });
});
