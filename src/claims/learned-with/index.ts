import { z } from 'zod';
import { say } from '../../language/index.ts';
import { activationLabel, standardParts } from '../../models/activations.ts';
import type { TrainedCurves } from '../../models/trained-curves.ts';
import type { CurveShape } from '../../numbers/functions/index.ts';
import type { Plot } from '../../values/witness.ts';
import type { Context } from '../claim.ts';
import { defineClaim } from '../claim-kind.ts';
import { countParts } from '../count-parts.ts';

/** What a network with one hidden layer of such units can only learn. */
const learnedBy = (activation: string): CurveShape | undefined =>
  standardParts.activations.get(activation)?.learns;

/** What the sentences about a shape choose their words by. */
const WORD: Readonly<Record<CurveShape, string>> = {
  affine: 'straight',
  'piecewise linear': 'pieces',
  smooth: 'smooth',
};

/** Each learned curve is matched with an activation that learns such a curve; decided by the curve's values alone. */
export const learnedWith = defineClaim({
  name: 'learned-with',
  level: 'proven',
  schema: z.literal('fits').describe('Which activation function learned which curve.'),
  problems: (_, { fits }) => {
    if (!fits) return [say('needs fits: the data and the networks that are trained on it')];
    const shapes = Object.values(fits.networks).map((activation) => learnedBy(activation));
    if (new Set(shapes).size < shapes.length)
      return [say('needs networks that learn curves of different kinds: two of these look alike')];
    const unlike = Object.entries(fits.networks).filter(
      ([letter, activation]) => shapeOf(fits.curves[letter] ?? []) !== learnedBy(activation),
    );
    return unlike.map(([letter, activation]) =>
      say('curve {letter} does not look the way {activation} must: change the data or the training', {
        letter,
        activation: activationLabel(activation),
      }),
    );
  },
  form: (_, context) => {
    const { networks } = requireFits(context);
    return {
      matching: {
        items: Object.keys(networks).map((letter) => ({ id: letter, label: letter })),
        choices: [...new Set(Object.values(networks))]
          .sort()
          .map((id) => ({ id, label: activationLabel(id) })),
      },
    };
  },
  solve: (_, context) => ({ type: 'matching', pairs: requireFits(context).networks }),
  judge: {
    matching({ pairs }, _, context) {
      const { curves, networks } = requireFits(context);
      const seen = (letter: string) => shapeOf(curves[letter] ?? []);
      // The first wrong curve alone: with two of three named, the answer would be to swap them.
      const wrong = Object.keys(networks).find((letter) => learnedBy(pairs[letter] ?? '') !== seen(letter));
      if (wrong === undefined) return { verdict: 'right', notes: [] };
      const [right, said = 'nothing'] = [networks[wrong], pairs[wrong]];
      const shape = learnedBy(said);
      return {
        verdict: 'wrong',
        notes: [
          {
            tag: `confused-${right}-with-${said}`,
            says: say('Look again at curve {curve}.', { curve: wrong }),
          },
        ],
        witness: {
          says: shape
            ? say(
                'A network of {unit} units gives a curve that {shape, select, straight {is one straight line} pieces {is made of straight pieces with kinks between them} other {bends everywhere, without kinks}}. Curve {curve} is not like that.',
                { unit: activationLabel(said), shape: WORD[shape], curve: wrong },
              )
            : say('No network of these units can learn curve {curve}.', { curve: wrong }),
          expected: say(
            'Curve {curve} {shape, select, straight {is one straight line} pieces {is made of straight pieces with kinks between them} other {bends everywhere, without kinks}}.',
            { curve: wrong, shape: WORD[seen(wrong)] },
          ),
          plot: slopeOf(wrong, curves[wrong] ?? []),
        },
        ...countParts(
          Object.keys(networks).map((letter) => {
            const given = pairs[letter] ?? '';
            return { given, right: learnedBy(given) === seen(letter) };
          }),
        ),
      };
    },
  },
  unit: () => 'pair',
});

/** How steep the curve is, place by place: that tells pieces from bends better than the curve itself. */
function slopeOf(letter: string, points: readonly (readonly [number, number])[]): Plot {
  const places = points.filter((_, i) => i % 16 === 0);
  return {
    title: say('How steep curve {letter} is', { letter }),
    x: { label: say('input'), scale: 'linear' },
    y: { label: say('slope'), scale: 'linear' },
    series: [
      {
        name: say('slope of curve {letter}', { letter }),
        kind: 'line',
        points: places.slice(1).map(([x, y], i): [number, number] => {
          const [before, from] = places[i] ?? [x, y];
          return [round((before + x) / 2), round((y - from) / (x - before))];
        }),
      },
    ],
  };
}

/** A straight line has one slope, not a cloud of rounding errors. */
const round = (value: number): number => Math.round(1e4 * value) / 1e4;

function requireFits({ fits }: Context): TrainedCurves {
  if (!fits) throw new Error('The claim "learned-with" needs fits.');
  return fits;
}

/**
 * The kind of an evenly sampled curve, from its second differences: none differ from 0 for a line, few (at the kinks)
 * for straight pieces, most for a curve that bends everywhere.
 */
export function shapeOf(points: readonly (readonly [number, number])[]): CurveShape {
  const ys = points.map(([, y]) => y);
  const range = Math.max(...ys) - Math.min(...ys);
  const bends = ys.slice(1, -1).map((y, i) => Math.abs((ys[i] ?? y) - 2 * y + (ys[i + 2] ?? y)));
  const share = bends.filter((bend) => bend > 1e-11 * range).length / bends.length;
  if (share === 0) return 'affine';
  return share < 0.2 ? 'piecewise linear' : 'smooth';
}
