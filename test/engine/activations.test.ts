import { describe, expect, test } from 'vitest';
import { activationNames } from '../../src/engine/activations.ts';
import { type ActivationName, type Attributes, activation } from '../../src/engine/index.ts';

/** Computed with 60 digits and rounded once. */
const reference: readonly (readonly [ActivationName, Attributes, number, number, number])[] = [
  ['gelu', {}, -12.25, -1.0289750177950936e-33, -1.2603860032218894e-32],
  ['gelu', {}, -0.75, -0.16997051428265114, 0.0007742782607648956],
  ['gelu', { approximate: 'tanh' }, -8.5, -1.0174447308598297e-24, -1.7239866867738058e-23],
  ['gelu', { approximate: 'tanh' }, -0.75, -0.1700394448343797, 0.0010617438625857023],
  ['silu', {}, -1.25, -0.27837517353163604, 0.0063191550846875815],
  ['silu', {}, -745, -2.105e-321, -2.1e-321],
  ['mish', {}, -1.25, -0.3084139611415277, -0.01469756247301954],
  ['tanh', {}, 20, 1, 1.6993417021166355e-17],
  ['sigmoid', {}, -745, 5e-324, 5e-324],
  ['softplus', {}, -745, 5e-324, 5e-324],
  ['log_sigmoid', {}, 40, -4.248354255291589e-18, 4.248354255291589e-18],
  ['selu', {}, -1e-8, -1.7580993320568802e-8, 1.7580993232663835],
  ['erf', {}, -3.3, -0.9999969422902035, 2.1037210443580336e-5],
];

/** Units in the last place of `want` between the two. */
function ulps(got: number, want: number): number {
  const step = Math.max(Number.MIN_VALUE, 2 ** (Math.floor(Math.log2(Math.abs(want))) - 52));
  return Math.abs(got - want) / step;
}

describe('scalar functions', () => {
  test.each(reference)(
    '%s %j at %f is right to 4 units in the last place, and so is its slope',
    (name, attributes, x, value, slope) => {
      const f = activation(name, attributes);
      expect(ulps(f.value(x), value)).toBeLessThanOrEqual(4);
      expect(ulps(f.derivative(x), slope)).toBeLessThanOrEqual(4);
    },
  );

  test.each(activationNames)('%s jumps in slope at its kinks and nowhere else', (name) => {
    const f = activation(name, name === 'scale' ? { factor: 2 } : {});
    const onlyPositive = name === 'log' || name === 'sqrt';
    for (let x = onlyPositive ? 1 : -8; x <= 8; x += 0.5) {
      const jump = Math.abs(f.derivative(x + 1e-9) - f.derivative(x - 1e-9));
      // The threshold unit jumps itself: its slope is 0 on both sides.
      if (f.kinks.includes(x) && name !== 'step') expect(jump, `at ${x}`).toBeGreaterThan(0.1);
      else expect(jump / Math.max(1, Math.abs(f.derivative(x))), `at ${x}`).toBeLessThan(1e-7);
    }
  });

  test.each([
    ['relu', 0, 0],
    ['leaky_relu', 0, 0.01],
    ['elu', 0, 1],
    ['abs', 0, 0],
    ['relu6', 6, 0],
    ['hardtanh', -1, 0],
    ['hard_sigmoid', 3, 0],
    ['hard_swish', -3, -0.5],
    ['hard_swish', 3, 1.5],
  ] as const)('the slope of %s at %f is by convention %f', (name, x, slope) => {
    expect(activation(name).derivative(x)).toBe(slope);
  });

  test('no argument, however large, gives NaN', () => {
    for (const name of [
      'sigmoid',
      'tanh',
      'softplus',
      'log_sigmoid',
      'silu',
      'gelu',
      'mish',
      'selu',
    ] as const) {
      for (const x of [-1e300, -1e3, 1e3, 1e300]) {
        expect(activation(name).value(x), `${name}(${x})`).not.toBeNaN();
        expect(activation(name).derivative(x), `${name}′(${x})`).not.toBeNaN();
      }
    }
    expect(activation('gelu', { approximate: 'tanh' }).derivative(-1e300)).toBe(0);
  });

  test('an attribute of the wrong type is refused by name', () => {
    expect(() => activation('elu', { alpha: 'big' })).toThrow(
      'The activation elu: the attribute \'alpha\' must be a number, but is "big".',
    );
  });
});
