import { z } from 'zod';
import { type Message, packed, say, type Words } from '../../language/index.ts';
import { type Model, withImage } from '../../models/model.ts';
import type { Context, Misconception } from '../claim.ts';
import { defineClaim } from '../claim-kind.ts';
import { mistakeNotes } from '../mistake-notes.ts';
import { both, joined } from '../phrases.ts';

const Axis = z.enum(['channels', 'height', 'width']);
const schema = z.strictObject({
  of: z.literal('model').describe('The network of the question.'),
  as: z
    .array(Axis)
    .min(1)
    .max(3)
    .refine((axes) => new Set(axes).size === axes.length, packed(say('must name each size once')))
    .describe('Which sizes to give, in which order.'),
});
type Config = z.infer<typeof schema>;

/** The sizes are those of the network's output, worked out from shapes alone. */
export const outputShape = defineClaim<Config>({
  name: 'output-shape',
  level: 'proven',
  schema: schema.describe("The sizes of the network's output."),
  problems: (_, { model }) =>
    model?.outputShape.length === 4 ? [] : [say('needs a model with an image and an image as its output')],
  permits(value, config) {
    const asked = config.as.length;
    if (value.type !== 'shape' || value.sizes.length === asked) return null;
    return say(
      '{asked, plural, one {# size is} other {# sizes are}} asked for: {axes}. You gave {given, number}.',
      { asked, axes: axesOf(config), given: value.sizes.length },
    );
  },
  judge: {
    shape({ sizes }, config, context) {
      const expected = sizesOf(config, requireModel(context));
      if (equal(sizes, expected)) return { verdict: 'right', notes: [] };
      const explaining = misconceptions(config, context).filter(
        ({ value }) => value.type === 'shape' && equal(value.sizes, sizes),
      );
      const wrong = config.as.filter((_, i) => sizes[i] !== expected[i]);
      return {
        verdict: 'wrong',
        notes: mistakeNotes(explaining),
        witness: {
          says:
            positions(requireModel(context), config.as, sizes, expected) ??
            say(
              '{n, plural, one {This size of the output is} other {These sizes of the output are}} not right: {sizes}.',
              {
                n: wrong.length,
                sizes: wrong.map((axis) =>
                  say('{axis} {size}', { axis: AXIS[axis], size: String(sizes[config.as.indexOf(axis)]) }),
                ),
              },
            ),
          expected: say('The output is {sizes} ({axes}).', {
            sizes: expected.join(' × '),
            axes: axesOf(config),
          }),
        },
      };
    },
  },
  solve: (config, context) => ({ type: 'shape', sizes: sizesOf(config, requireModel(context)) }),
  misconceptions,
  // The output of one layer is the image of the next.
  carry: (value, { as }, later) =>
    value.type === 'shape' && value.sizes.length === as.length
      ? withImage(later, Object.fromEntries(as.map((axis, i) => [axis, value.sizes[i]])))
      : null,
});

/**
 * The first side that is wrong, where there is one filter or pooling: laid down so many times, it ends too early or
 * beyond the edge. Null for deeper networks, and where the channels are wrong too.
 */
function positions(
  { network, inputShape }: Model,
  as: Config['as'],
  sizes: readonly number[],
  expected: readonly number[],
): Words | null {
  const windows = network.nodes.filter(({ attrs }) => typeof attrs?.['kernel'] === 'number');
  const wrong = as.filter((_, i) => sizes[i] !== expected[i]);
  const [axis] = wrong;
  const at = axis === undefined ? -1 : as.indexOf(axis);
  const [size = 0, right = 0] = [sizes[at], expected[at]];
  const attrs = windows[0]?.attrs;
  if (windows.length !== 1 || axis === undefined || wrong.includes('channels')) return null;
  const read = (name: string, usual: number) => (typeof attrs?.[name] === 'number' ? attrs[name] : usual);
  const [kernel, stride, padding] = [read('kernel', 0), read('stride', 1), read('padding', 0)];
  const values = {
    size,
    side: AXIS[axis],
    end: (size - 1) * stride + kernel,
    length: (inputShape[AXES[axis]] ?? 0) + 2 * padding,
  };
  return size < right
    ? say(
        'Along the {side}, {size, plural, one {# position of the filter ends} other {# positions of the filter end}} at pixel {end} of {length} (including padding): there is room for more.',
        values,
      )
    : say(
        'Along the {side}, {size, plural, one {# position of the filter ends} other {# positions of the filter end}} at pixel {end}, but there are only {length} (including padding): the last one would stick out.',
        values,
      );
}

const AXES: Readonly<Record<z.infer<typeof Axis>, number>> = { channels: 1, height: 2, width: 3 };
const AXIS: Readonly<Record<z.infer<typeof Axis>, Message>> = {
  channels: say('number of channels'),
  height: say('height'),
  width: say('width'),
};
/** `width × height × number of channels` */
const axesOf = ({ as }: Config): Words =>
  joined(
    ' × ',
    as.map((axis) => AXIS[axis]),
  );
const equal = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((size, i) => size === b[i]);
const sizesOf = ({ as }: Config, model: Model) => as.map((axis) => model.outputShape[AXES[axis]] ?? 0);

function requireModel({ model }: Context): Model {
  if (!model) throw new Error('The claim "output-shape" needs a model.');
  return model;
}

/** One way to get the size of an axis wrong: the output size of one convolution or pooling with that mistake. */
interface Mistake {
  readonly tag: string;
  readonly says: Message;
  readonly size: (input: number, kernel: number, stride: number, padding: number) => number;
}

/** Against floor((input + 2 padding − kernel) / stride) + 1. */
const MISTAKES: readonly Mistake[] = [
  {
    tag: 'plus-one-forgotten',
    says: say('The "+ 1" is missing: the first position of the filter counts too.'),
    size: (n, k, s, p) => Math.floor((n + 2 * p - k) / s),
  },
  {
    tag: 'padding-once',
    says: say('The padding was added only once, but it belongs at both ends of each side.'),
    size: (n, k, s, p) => Math.floor((n + p - k) / s) + 1,
  },
  {
    tag: 'padding-forgotten',
    says: say('The padding was left out.'),
    size: (n, k, s) => Math.floor((n - k) / s) + 1,
  },
  {
    tag: 'stride-forgotten',
    says: say('The stride was left out: the filter moves by more than one pixel at a time.'),
    size: (n, k, _, p) => n + 2 * p - k + 1,
  },
  {
    tag: 'kernel-forgotten',
    says: say('The size of the filter was left out: it must fit in at its last position too.'),
    size: (n, _, s, p) => Math.floor((n + 2 * p) / s) + 1,
  },
  { tag: 'same-as-input', says: say('This is the size of the input.'), size: (n) => n },
  {
    tag: 'divided-by-stride',
    says: say('Dividing by the stride is not enough: padding and filter change the number of positions.'),
    size: (n, _, s) => Math.floor(n / s),
  },
];

const TWO: readonly Mistake[] = [
  {
    tag: 'plus-one-forgotten',
    says: say('The "+ 1" is missing, and the padding was added only once.'),
    size: (n, k, s, p) => Math.floor((n + p - k) / s),
  },
  {
    tag: 'plus-one-forgotten',
    says: say('The "+ 1" and the padding are missing.'),
    size: (n, k, s) => Math.floor((n - k) / s),
  },
];

const SWAPPED = say('Width and height are swapped.');

/** Every mistake that explains a value is named, so equal values may carry several. */
function misconceptions(config: Config, context: Context): Misconception[] {
  const model = requireModel(context);
  const right = sizesOf(config, model);
  const swap = (sizes: readonly number[]) => {
    const [w, h] = [config.as.indexOf('width'), config.as.indexOf('height')];
    if (w < 0 || h < 0) return sizes;
    return sizes.map((size, i) => sizes[i === w ? h : i === h ? w : i] ?? size);
  };
  const found: Misconception[] = [];
  const add = (tag: string, says: Words, sizes: readonly number[]) => {
    if (equal(sizes, right) || sizes.some((size) => size < 1)) return;
    if (
      found.some(
        (known) => known.tag === tag && known.value.type === 'shape' && equal(known.value.sizes, sizes),
      )
    )
      return;
    found.push({ tag, says, value: { type: 'shape', sizes } });
  };
  add('width-height-swapped', SWAPPED, swap(right));
  for (const { tag, says, size } of [...MISTAKES, ...TWO]) {
    const sizes = throughLayers(config, model, size);
    add(tag, says, sizes);
    if (!equal(sizes, swap(sizes))) add(tag, both(says, SWAPPED), swap(sizes));
  }
  return found;
}

/** The asked sizes when every convolution and pooling is worked out with the mistake. */
function throughLayers({ as }: Config, model: Model, size: Mistake['size']): number[] {
  const along = (axis: 2 | 3) =>
    model.network.nodes.reduce((length, { attrs }) => {
      const read = (name: string, fallback: number) =>
        typeof attrs?.[name] === 'number' ? attrs[name] : fallback;
      const kernel = read('kernel', 0);
      return kernel === 0 ? length : size(length, kernel, read('stride', 1), read('padding', 0));
    }, model.inputShape[axis] ?? 0);
  return as.map((axis) =>
    axis === 'channels' ? (model.outputShape[1] ?? 0) : along(axis === 'height' ? 2 : 3),
  );
}
