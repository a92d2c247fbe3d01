import { z } from 'zod';
import { type Activation, type ActivationName, activation, isActivationName } from '../../engine/index.ts';
import { type Message, say, type Words } from '../../language/index.ts';
import { random } from '../../numbers/random.ts';
import type { Verdict } from '../../values/outcome.ts';
import type { Plot } from '../../values/witness.ts';
import { defineClaim } from '../claim-kind.ts';
import { decimal } from '../phrases.ts';

const schema = z.enum(['vanishing-gradient', 'differentiable', 'non-linear', 'odd']);
type Property = z.infer<typeof schema>;

/** What evaluating a function showed. */
interface Evidence {
  readonly holds: boolean;
  /** About the function, as "its derivative …". */
  readonly says: Message;
  readonly plot?: Plot;
}

/** An activation function, given by its name, has a property: evaluated on the function and its derivative. */
export const property = defineClaim<Property>({
  name: 'property',
  level: 'proven',
  schema: schema.describe('The named activation function has this property.'),
  permits: (value) =>
    value.type === 'words' && activationOf(value.text) === null
      ? say('“{text}” is not the name of an activation function.', { text: value.text })
      : null,
  judge: {
    words({ text }, wanted): Verdict {
      const name = activationOf(text);
      if (!name) throw new Error(`"${text}" was not permitted.`);
      const evidence = PROPERTIES[wanted](activation(name), text);
      const witness = {
        says: say('{name}: {says}.', { name: text, says: evidence.says }),
        ...(evidence.plot && { plot: evidence.plot }),
      };
      if (evidence.holds) return { verdict: 'right', notes: [], witness };
      return { verdict: 'wrong', notes: [], witness };
    },
  },
});

/** Functions of the engine that are not defined at every number, or not without another one. */
const PARTIAL: ReadonlySet<string> = new Set(['log', 'sqrt', 'scale']);

function activationOf(text: string): ActivationName | null {
  const name = text.trim().toLowerCase();
  return isActivationName(name) && !PARTIAL.has(name) ? name : null;
}

const PROPERTIES: Readonly<Record<Property, (f: Activation, name: string) => Evidence>> = {
  'vanishing-gradient': vanishing,
  differentiable,
  'non-linear': nonLinear,
  odd,
};

/** Doubled from here to beyond a million: slow decay, as of 1/x², shows over many doublings. */
const NEAR = 20;
const DOUBLINGS = 16;
const TINY = 1e-6;

/** f′ → 0 at both infinities: with each doubling of x at most half of what it was before, or below 10⁻⁶. */
function vanishing(f: Activation, name: string): Evidence {
  const tends = (sign: 1 | -1) => {
    const slopes = Array.from({ length: DOUBLINGS + 1 }, (_, i) =>
      Math.abs(f.derivative(sign * NEAR * 2 ** i)),
    );
    return slopes.every((slope, i) => i === 0 || slope < TINY || slope <= (slopes[i - 1] ?? 0) / 2);
  };
  const [left, right] = [tends(-1), tends(1)];
  const plot: Plot = {
    title: say('Derivative of {name}', { name }),
    x: { label: 'x', scale: 'linear' },
    y: { label: 'f′(x)', scale: 'linear' },
    series: [{ name: say('derivative of {name}', { name }), kind: 'line', points: sample(f.derivative) }],
  };
  return {
    holds: left && right,
    says: say(
      'its derivative is {low} at x = −{x} and {high} at x = {x}; followed to x = ±10⁶, it {where, select, both {tends to 0 on both sides} left {does not tend to 0 for large inputs} right {does not tend to 0 for very negative inputs} other {does not tend to 0 on either side}}',
      {
        low: decimal(f.derivative(-NEAR)),
        high: decimal(f.derivative(NEAR)),
        x: NEAR,
        where: left && right ? 'both' : left ? 'left' : right ? 'right' : 'none',
      },
    ),
    plot,
  };
}

type Curve = (x: number) => number;

const sample = (f: Curve, from = -6, to = 6): [number, number][] =>
  Array.from({ length: 121 }, (_, i): [number, number] => {
    const x = Math.round(1e6 * (from + ((to - from) * i) / 120)) / 1e6;
    return [x, f(x)];
  });

/** A function and what it is compared with, drawn together. */
const together = (
  title: Words,
  curves: readonly (readonly [name: Words, points: [number, number][]])[],
): Plot => ({
  title,
  x: { label: 'x', scale: 'linear' },
  y: { label: 'f(x)', scale: 'linear' },
  series: curves.map(([name, points]) => ({ name, kind: 'line', points })),
});

const STEP = 1e-6;

/** The slopes from the left and from the right agree wherever the derivative could jump, and on a grid besides. */
function differentiable(f: Activation, name: string): Evidence {
  const grid = Array.from({ length: 81 }, (_, i) => (i - 40) / 8);
  for (const x of [...f.kinks, ...grid]) {
    const left = (f.value(x) - f.value(x - STEP)) / STEP;
    const right = (f.value(x + STEP) - f.value(x)) / STEP;
    if (Math.abs(left - right) <= 1e-3) continue;
    return {
      holds: false,
      says: say(
        'at x = {x} the slope is {left} from the left and {right} from the right, so there is no derivative there',
        {
          x: decimal(x),
          left: decimal(Math.round(left * 1e3) / 1e3),
          right: decimal(Math.round(right * 1e3) / 1e3),
        },
      ),
      plot: together(say('{name} and its slopes on both sides', { name }), [
        [name, sample(f.value, x - 2, x + 2)],
        [say('slope from the left'), line(x, f.value(x), left, -1)],
        [say('slope from the right'), line(x, f.value(x), right, 1)],
      ]),
    };
  }
  return {
    holds: true,
    says: say('at every point tried, the slopes from the left and from the right agree'),
  };
}

/** A straight line through a point, drawn far on one side of it and a little on the other. */
const line = (x: number, y: number, slope: number, side: 1 | -1): [number, number][] =>
  [x + 1.5 * side, x - 0.75 * side].map((at): [number, number] => [at, y + slope * (at - x)]);

/** Looks for a and b with f(a + b) ≠ f(a) + f(b); both signs and seeded values. */
function nonLinear(f: Activation, name: string): Evidence {
  const generator = random('linearity');
  const pairs = [
    [1, -1],
    [2, 1],
    ...Array.from({ length: 50 }, () => [generator.uniform(-4, 4), generator.uniform(-4, 4)]),
  ];
  for (const [a = 0, b = 0] of pairs) {
    const [whole, parts] = [f.value(a + b), f.value(a) + f.value(b)];
    if (Math.abs(whole - parts) <= 1e-9) continue;
    return {
      holds: true,
      says: say(
        'f(a + b) = {whole}, but f(a) + f(b) = {parts} for a = {a} and b = {b}, so it is not linear',
        {
          whole: decimal(whole),
          parts: decimal(parts),
          a: decimal(a),
          b: decimal(b),
        },
      ),
    };
  }
  return {
    holds: false,
    says: say('f(a + b) = f(a) + f(b) for all {n, number} pairs tried, so it is linear', { n: pairs.length }),
    plot: together(say('{name} and a straight line', { name }), [
      [name, sample(f.value)],
      [say('straight line through (0, 0) and (1, f(1))'), sample((x) => x * f.value(1))],
    ]),
  };
}

/** f(−x) = −f(x) on both sides of 0 and at 0. */
function odd(f: Activation, name: string): Evidence {
  for (const x of [1, 0, 0.5, 2, 5]) {
    if (Math.abs(f.value(-x) + f.value(x)) <= 1e-12) continue;
    const plot = together(say('{name} and the same curve rotated about the origin', { name }), [
      [name, sample(f.value)],
      ['−f(−x)', sample((at) => -f.value(-at))],
    ]);
    if (x === 0)
      return { holds: false, says: say('f(0) = {value}, not 0', { value: decimal(f.value(0)) }), plot };
    const says = say('f(−{x}) = {left}, but −f({x}) = {right}, so it is not symmetric about the origin', {
      x: decimal(x),
      left: decimal(f.value(-x)),
      right: decimal(-f.value(x)),
    });
    return { holds: false, says, plot };
  }
  return {
    holds: true,
    says: say('f(−x) = −f(x) at every point tried, so it is symmetric about the origin'),
  };
}
