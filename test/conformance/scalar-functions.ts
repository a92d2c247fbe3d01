import { z } from 'zod';
import { type Activation, activation, isActivationName } from '../../src/engine/index.ts';
import { eachCase } from './case.ts';
import { real } from './tensors.ts';

const schema = z
  .object({ fn: z.string(), x: real, value: real, derivative: real })
  .transform((one) => ({ ...one, id: `${one.fn}(${one.x})` }));

const ULPS = 4n;

/** `scalar-functions/1`: values and derivatives to 4 units in the last place, in the far tails too. */
export const scalarFunctions = eachCase(schema, ({ fn, x, value, derivative }) => {
  const f = named(fn);
  return [...near('value', f.value(x), value), ...near('derivative', f.derivative(x), derivative)];
});

function named(fn: string): Activation {
  switch (fn) {
    case 'gelu_exact':
      return activation('gelu');
    case 'gelu_tanh':
      return activation('gelu', { approximate: 'tanh' });
    case 'elu_1':
      return activation('elu');
    case 'softplus_1':
      return activation('softplus', { threshold: Number.POSITIVE_INFINITY }); // ln(1 + eˣ) everywhere, not linear above 20.
    default:
      if (isActivationName(fn)) return activation(fn);
      throw new Error(`The engine has no function ${fn}.`);
  }
}

function near(label: string, got: number, want: number): string[] {
  if (Object.is(got, want)) return [];
  const apart = place(got) - place(want);
  const near = !Number.isNaN(got) && (apart < 0n ? -apart : apart) <= ULPS;
  return near ? [] : [`${label} is ${got}, not ${want} (${apart} units in the last place)`];
}

/** The rank of a double among all doubles: neighbours differ by 1. */
function place(x: number): bigint {
  const bits = new BigInt64Array(Float64Array.of(x).buffer)[0] ?? 0n;
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}
