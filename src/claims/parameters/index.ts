import { z } from 'zod';
import { count } from '../../engine/index.ts';
import { numeral, say, type Words } from '../../language/index.ts';
import type { Model } from '../../models/model.ts';
import { groupedInteger } from '../../numbers/digits.ts';
import type { NumberValue } from '../../values/value.ts';
import type { Context, Misconception } from '../claim.ts';
import { defineClaim } from '../claim-kind.ts';
import { memoizedByModel } from '../memoize.ts';
import { mistakeNotes } from '../mistake-notes.ts';
import { both, exactly, joined } from '../phrases.ts';

/** The number is the exact count of trainable parameters of the question's network. */
export const parameters = defineClaim({
  name: 'parameters',
  level: 'proven',
  schema: z.literal('model').describe('The exact number of parameters of the network, biases included.'),
  problems: (_, { model }) =>
    model ? [] : [say('needs a model: describe the network with image (or inputs) and layers')],
  judge: {
    number(value, _, context) {
      const model = requireModel(context);
      const exact = wholeNumber(value);
      if (exact === total(model)) return { verdict: 'right', notes: [] };
      const explaining = misconceptions(model).filter(
        (known) => known.value.type === 'number' && wholeNumber(known.value) === exact,
      );
      return {
        verdict: 'wrong',
        notes: mistakeNotes(explaining),
        witness: witness(model, value, exact),
      };
    },
  },
  solve: (_, context) => whole(total(requireModel(context))),
  misconceptions: (_, context) => misconceptions(requireModel(context)),
});

function requireModel({ model }: Context): Model {
  if (!model) throw new Error('The claim "parameters" needs a model.');
  return model;
}

const counted = memoizedByModel(({ network, inputShape }: Model) => count(network, { x: inputShape }));
const total = (model: Model): bigint => counted(model).parameters;

const whole = (count: bigint): NumberValue => ({
  type: 'number',
  value: Number(count),
  exact: { numerator: count, denominator: 1n },
});

/** Counts are compared as integers: no tolerance can tell 1,592,527,360 from 1,592,527,626. */
function wholeNumber({ exact, value }: NumberValue): bigint | null {
  if (exact) return exact.denominator === 1n ? exact.numerator : null;
  return Number.isSafeInteger(value) ? BigInt(value) : null;
}

function witness(model: Model, value: NumberValue, exact: bigint | null) {
  const { layers, parameters: sum } = counted(model);
  const lines = layers
    .filter((layer) => layer.parameters > 0n)
    .map(({ slots, parameters: own }) => {
      const parts = slots.map(({ role, shape }) => {
        const product = shape.join(' · ');
        return role === 'bias'
          ? say('{product} (biases)', { product })
          : say('{product} (weights)', { product });
      });
      return say('{sum} = {total}', { sum: joined(' + ', parts), total: groupedInteger(own) });
    });
  const shown = exact === null ? numeral(exactly(value.value)) : groupedInteger(exact);
  const says =
    exact === null
      ? say('{shown} is not a whole number, but a count must be.', { shown })
      : say('Counting layer by layer gives {which, select, more {more} other {less}} than {shown}.', {
          which: exact < sum ? 'more' : 'less',
          shown,
        });
  return {
    says,
    expected: say('{layers}; together {sum}.', { layers: summary(lines), sum: groupedInteger(sum) }),
  };
}

/** Equal layers that follow each other are told once. */
function summary(lines: readonly Words[]): Words {
  const same = (a: number, b: number) => JSON.stringify(lines[a]) === JSON.stringify(lines[b]);
  const told: Words[] = [];
  for (let from = 0, to = 0; from < lines.length; from = to) {
    while (to < lines.length && same(to, from)) to += 1;
    const count = lines[from] ?? '';
    told.push(
      to - from === 1
        ? say('layer {n}: {count}', { n: to, count })
        : say('each of the layers {from} to {to}: {count}', { from: from + 1, to, count }),
    );
  }
  return joined('; ', told);
}

interface Layer {
  readonly weights: readonly number[];
  readonly bias: number;
}

/** Each layer with parameters as its weight's shape, [outputs, inputs] or [filters, channels, height, width], and its biases. */
function layersOf(model: Model): Layer[] {
  return counted(model)
    .layers.filter((layer) => layer.parameters > 0n)
    .map(({ slots }) => ({
      weights: slots.find(({ role }) => role === 'weight')?.shape ?? [],
      bias: slots.find(({ role }) => role === 'bias')?.shape[0] ?? 0,
    }));
}

const product = (sizes: readonly number[]): bigint => sizes.reduce((all, size) => all * BigInt(size), 1n);
const sum = (terms: readonly bigint[]): bigint => terms.reduce((all, term) => all + term, 0n);
const size = ({ weights, bias }: Layer): bigint => product(weights) + BigInt(bias);

const misconceptions = memoizedByModel((model: Model): Misconception[] => {
  const right = total(model);
  const layers = layersOf(model);
  const first = layers[0];
  const last = layers.at(-1);
  const channels = model.inputShape.length === 4 ? (model.inputShape[1] ?? 1) : 1;
  const convolutional = layers.every(({ weights }) => weights.length === 4);
  const found: Misconception[] = [];
  const add = (tag: string, says: Words, number: bigint) => {
    const twice = found.some(
      ({ tag: t, value }) => t === tag && value.type === 'number' && wholeNumber(value) === number,
    );
    if (twice || number === right || number <= 0n) return;
    found.push({ tag, says, value: whole(number) });
  };

  const all = layers.map(size);
  const biases = sum(layers.map(({ bias }) => BigInt(bias)));
  add(
    'no-bias',
    say('This is the count without the biases: every node (or filter) has one more parameter.'),
    sum(all) - biases,
  );
  add('biases-only', say('These are only the biases.'), biases);
  add(
    'bias-counted',
    say('This counts biases that do not exist: layers without a bias have only weights.'),
    sum(all) + sum(layers.map(({ weights: [outputs = 0], bias }) => BigInt(bias === 0 ? outputs : 0))),
  );
  if (first && layers.length > 1) {
    const without = say('One layer with parameters is missing.');
    for (const one of all) add('one-layer-too-few', without, sum(all) - one);
    const more = say('This counts one layer too many.');
    if (last) add('one-layer-too-many', more, sum(all) + size(last));
    add('one-layer-too-many', more, sum(all) + size(first));
  }
  const forgotten = say(
    'The channels were left out: a filter (or node) has a weight for every channel that it receives.',
  );
  if (convolutional) {
    const flat = layers.map(({ weights, bias }) => product(weights) / BigInt(weights[1] ?? 1) + BigInt(bias));
    add('channels-forgotten', forgotten, sum(flat));
    const firstFlat = layers.map((layer, i) => (i === 0 ? (flat[0] ?? 0n) : size(layer)));
    add('channels-forgotten', forgotten, sum(firstFlat));
    const everyLikeFirst = layers.map(
      ({ weights: [filters = 0, , ...kernel], bias }) =>
        product([filters, channels, ...kernel]) + BigInt(bias),
    );
    add(
      'first-layer-repeated',
      say(
        'Every layer is counted like the first, but a later one receives as many channels as the layer before it has filters.',
      ),
      sum(everyLikeFirst),
    );
    if (last)
      add(
        'last-layer-repeated',
        say(
          'Every layer is counted like the last, but the first one receives only the channels of the input.',
        ),
        size(last) * BigInt(layers.length),
      );
    add(
      'filters-multiplied',
      say(
        'Here every filter makes one output channel for each channel that it receives, so the channels multiply from layer to layer. The question asks for filters that span all channels.',
      ),
      multiplied(layers, channels),
    );
    const perFilter = layers.map(
      ({ weights, bias }) => product(weights) + (bias === 0 ? 0n : product(weights.slice(0, 2))),
    );
    add('bias-per-channel', say('A filter has one bias in all, not one for each channel.'), sum(perFilter));
  } else if (first && receivesChannels(model, first, channels)) {
    const narrow = { weights: first.weights.map((n, i) => (i === 1 ? n / channels : n)), bias: first.bias };
    add('channels-forgotten', forgotten, sum(all) - size(first) + size(narrow));
    add(
      'channels-forgotten',
      both(forgotten, say('The biases are missing too.')),
      sum(all) - biases - product(first.weights) + product(narrow.weights),
    );
  }
  if (convolutional && layers.length > 1 && first && biases > 0n) {
    add(
      'no-bias',
      say('This is one layer too few, and without the biases.'),
      sum(all) - biases - product(first.weights),
    );
    add(
      'no-bias',
      say('This is one layer too many, and without the biases.'),
      sum(all) - biases + product(last?.weights ?? []),
    );
  }
  return found;
});

/** Whether each node or filter of the first layer has weights for every channel: not so where rows of pixels go in. */
function receivesChannels({ network }: Model, first: Layer, channels: number): boolean {
  const flattened = network.nodes.find(({ op }) => op === 'flatten' || op === 'linear')?.op === 'flatten';
  return channels > 1 && (first.weights.length === 4 || flattened);
}

/** "64 filters for each channel", read literally: 3 → 192 → 12,288 → … channels. */
function multiplied(layers: readonly Layer[], channels: number): bigint {
  let received = BigInt(channels);
  return sum(
    layers.map(({ weights: [filters = 0, , ...kernel], bias }) => {
      const made = received * BigInt(filters);
      received = made;
      return made * (product(kernel) + (bias === 0 ? 0n : 1n));
    }),
  );
}
