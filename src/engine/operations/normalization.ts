import type { Call, Kernel, Layer, Operation, Roles, Variable } from '../operation.ts';
import { type Shape, show, sizeOf } from '../tensor.ts';

/** Which of `count` cells a number at row-major index i falls into: floor(i / run) mod count. */
interface Cells {
  readonly run: number;
  readonly count: number;
}

const cellOf = ({ run, count }: Cells, i: number): number => Math.floor(i / run) % count;

/**
 * y = (x - mean) / √(variance + eps) · weight + bias, with the biased variance of each group of numbers.
 * `channels` says which weight, bias and running statistic a number has.
 */
function normalize(call: Call, groups: Cells, channels: Cells): Kernel {
  const { data: x, grad: dx } = call.inputs[0]!;
  const { data: y, grad: dy } = call.outputs[0]!;
  const { weight, bias } = call.parameters;
  const running = runningStatistics(call, groups, channels);
  const own = call.training || running === undefined;
  const eps = call.layer.attributes.number('eps', 1e-5);
  const size = x.length / groups.count;
  const normal = call.scratch(x.length);
  const [mean, variance, sumG, sumGN] = [0, 1, 2, 3].map(() => call.scratch(groups.count));
  const slope = (channel: number): number => (weight ? weight.data[channel]! : 1);

  const measure = (): void => {
    mean!.fill(0);
    variance!.fill(0);
    for (let i = 0; i < x.length; i++) {
      const g = cellOf(groups, i);
      mean![g] = mean![g]! + x[i]! / size;
    }
    for (let i = 0; i < x.length; i++) {
      const g = cellOf(groups, i);
      variance![g] = variance![g]! + (x[i]! - mean![g]!) ** 2 / size;
    }
  };

  return {
    forward: () => {
      if (own) measure();
      else running.read(mean!, variance!);
      for (let i = 0; i < x.length; i++) {
        const [g, c] = [cellOf(groups, i), cellOf(channels, i)];
        normal[i] = (x[i]! - mean![g]!) / Math.sqrt(variance![g]! + eps);
        y[i] = normal[i]! * slope(c) + (bias ? bias.data[c]! : 0);
      }
      if (call.training) running?.update(mean!, variance!, size);
    },
    backward: () => {
      sumG!.fill(0);
      sumGN!.fill(0);
      for (let i = 0; i < x.length; i++) {
        const [g, c] = [cellOf(groups, i), cellOf(channels, i)];
        if (weight) weight.grad[c] = weight.grad[c]! + dy[i]! * normal[i]!;
        if (bias) bias.grad[c] = bias.grad[c]! + dy[i]!;
        if (!own) continue; // Running statistics do not depend on x.
        sumG![g] = sumG![g]! + (dy[i]! * slope(c)) / size;
        sumGN![g] = sumGN![g]! + (dy[i]! * slope(c) * normal[i]!) / size;
      }
      for (let i = 0; i < x.length; i++) {
        const [g, c] = [cellOf(groups, i), cellOf(channels, i)];
        const rest = dy[i]! * slope(c) - sumG![g]! - normal[i]! * sumGN![g]!;
        dx[i] = dx[i]! + rest / Math.sqrt(variance![g]! + eps);
      }
    },
  };
}

/** Statistics kept from batch to batch: running = (1 - momentum)·running + momentum·batch, with the unbiased variance. */
function runningStatistics({ layer, buffers }: Call, groups: Cells, channels: Cells) {
  const { running_mean: means, running_var: variances, num_batches_tracked: batches } = buffers;
  if (means === undefined || variances === undefined) return undefined;
  const momentum = layer.attributes.number('momentum', 0.1);
  const share = channels.count / groups.count;
  const blend = ({ data }: Variable, batch: Float64Array, factor: number): void => {
    for (let c = 0; c < data.length; c++) {
      let average = 0;
      for (let g = c; g < batch.length; g += data.length) average += batch[g]! * share * factor;
      data[c] = (1 - momentum) * data[c]! + momentum * average;
    }
  };
  return {
    read: (mean: Float64Array, variance: Float64Array): void => {
      for (let g = 0; g < mean.length; g++) {
        mean[g] = means.data[g % means.data.length]!;
        variance[g] = variances.data[g % variances.data.length]!;
      }
    },
    update: (mean: Float64Array, variance: Float64Array, size: number): void => {
      blend(means, mean, 1);
      blend(variances, variance, size / (size - 1));
      if (batches) batches.data[0] = batches.data[0]! + 1;
    },
  };
}

/** A kind of normalization: how numbers are grouped, and which attribute switches weights and statistics on. */
function normalization(kind: {
  groups: (layer: Layer) => Cells;
  channels: (layer: Layer) => Cells;
  weights: (layer: Layer) => Shape;
  affine: { attribute: string; usual: boolean };
  tracked?: { usual: boolean };
  fewestAxes: number;
}): Operation {
  return {
    parameters: (layer) => {
      const shape = kind.weights(layer);
      return layer.attributes.flag(kind.affine.attribute, kind.affine.usual)
        ? { weight: shape, bias: shape }
        : {};
    },
    buffers: (layer): Roles => {
      if (kind.tracked === undefined || !layer.attributes.flag('track_running_stats', kind.tracked.usual))
        return {};
      const shape = kind.weights(layer);
      return { running_mean: shape, running_var: shape, num_batches_tracked: [] };
    },
    outputs: (layer) => {
      const x = layer.input(0, kind.fewestAxes);
      const weights = kind.weights(layer);
      if (sizeOf(weights) !== kind.channels(layer).count) {
        layer.refuse(`it normalizes ${show(weights)}, but gets ${show(x)}.`);
      }
      layer.expect('weight', weights);
      layer.expect('bias', weights);
      return [x];
    },
    kernel: (call) => normalize(call, kind.groups(call.layer), kind.channels(call.layer)),
  };
}

/** One cell a channel (axis 1). */
function channelCells(layer: Layer): Cells {
  const [, count = 1, ...plane] = layer.input();
  return { run: sizeOf(plane), count };
}

/** Cells of neighbouring numbers: `pieces` for every sample. */
function pieces(layer: Layer, count: number): Cells {
  const [samples = 1] = layer.input();
  return { run: sizeOf(layer.input()) / (samples * count), count: samples * count };
}

const channelsOf =
  (attribute: string) =>
  (layer: Layer): Shape => {
    return [layer.attributes.number(attribute, layer.input()[1])];
  };

function groupCount(layer: Layer): number {
  const [channels, groups] = [layer.input()[1]!, layer.attributes.positive('num_groups')];
  if (channels % groups !== 0) layer.refuse(`${groups} groups cannot share ${channels} channels evenly.`);
  return groups;
}

function normalizedShape(layer: Layer): Shape {
  const shape = layer.attributes.numbers(
    'normalized_shape',
    layer.parameters['weight'] ?? [layer.input(0, 1).at(-1)!],
  );
  const last = layer.input().slice(-shape.length);
  if (show(last) !== show(shape))
    layer.refuse(`it normalizes ${show(shape)}, but its input ends in ${show(last)}.`);
  return shape;
}

export const normalizationOperations = {
  batch_norm: {
    /** With running statistics, no place sees another. */
    windows: () => [],
    ...normalization({
      groups: channelCells,
      channels: channelCells,
      weights: channelsOf('num_features'),
      affine: { attribute: 'affine', usual: true },
      tracked: { usual: true },
      fewestAxes: 2,
    }),
  },
  instance_norm: normalization({
    groups: (layer) => pieces(layer, layer.input()[1]!),
    channels: channelCells,
    weights: channelsOf('num_features'),
    affine: { attribute: 'affine', usual: false },
    tracked: { usual: false },
    fewestAxes: 3,
  }),
  group_norm: normalization({
    groups: (layer) => pieces(layer, groupCount(layer)),
    channels: channelCells,
    weights: channelsOf('num_channels'),
    affine: { attribute: 'affine', usual: true },
    fewestAxes: 2,
  }),
  layer_norm: normalization({
    groups: (layer) => {
      const run = sizeOf(normalizedShape(layer));
      return { run, count: sizeOf(layer.input()) / run };
    },
    channels: (layer) => ({ run: 1, count: sizeOf(normalizedShape(layer)) }),
    weights: normalizedShape,
    affine: { attribute: 'elementwise_affine', usual: true },
    fewestAxes: 1,
  }),
};
