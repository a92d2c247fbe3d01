import { matrix, multiply, multiplyAdd, transposed } from '../matmul.ts';
import type { Call, Layer, Operation } from '../operation.ts';
import { countOf, type Shape, sizeOf } from '../tensor.ts';
import { type Axis, convolutionAxes, placesOf, transposedAxes, windowTable } from './windows.ts';

/**
 * Cross-correlation over `axes` axes: x [N, C, …], weight [out, C/groups, kernel…], bias [out].
 * Each sample's windows are laid out as columns, so that the sum is one matrix product a group.
 */
function convolution(axes: number): Operation {
  return {
    parameters: (layer) => {
      const { attributes } = layer;
      const out = attributes.number('out_channels');
      const channels = attributes.number('in_channels', image(layer, axes)[1]);
      const groups = attributes.positive('groups', 1);
      const weight = [out, channels / groups, ...attributes.perAxis('kernel', axes)];
      return attributes.flag('bias', true) ? { weight, bias: [out] } : { weight };
    },
    outputs: (layer) => {
      const [samples = 0, channels = 0, ...spatial] = image(layer, axes);
      const weight = layer.parameter('weight');
      const [out = 0, width = 0, ...kernel] = weight;
      const groups = layer.attributes.positive('groups', 1);
      checkGroups(layer, groups, channels, out);
      if (width * groups !== channels) {
        layer.refuse(
          `it gets ${channels} channels, but its filters take ${width * groups}. Set its input channels to ${channels}.`,
        );
      }
      layer.expect('bias', [out]);
      return [[samples, out, ...convolutionAxes(layer, spatial, kernel).map((axis) => axis.output)]];
    },
    macs: (layer, output) => countOf(output) * countOf(layer.parameter('weight').slice(1)),
    windows: (layer) => placesOf(layer, layer.input().slice(2), layer.parameter('weight').slice(2)),
    kernel: (call) => {
      const x = call.inputs[0]!;
      const y = call.outputs[0]!;
      const weight = call.parameters['weight']!;
      const spatial = convolutionAxes(call.layer, x.shape.slice(2), weight.shape.slice(2));
      const groups = call.layer.attributes.positive('groups', 1);
      const out = weight.shape[0]! / groups;
      const depth = sizeOf(weight.shape.slice(1));
      const columns = columnsOf(call, spatial, weight.shape[1]!);
      const { windows, plane } = columns;
      const [W, dW] = [matrix(weight.data, depth), matrix(weight.grad, depth)];
      const [Y, dY] = [matrix(y.data, windows), matrix(y.grad, windows)];
      const col = matrix(columns.data, windows);
      const [colT, WT] = [transposed(col), transposed(W)];
      const each = forEachGroup(x.shape[0]!, groups, (i, filter) => {
        W.at = WT.at = dW.at = filter * out * depth;
        Y.at = dY.at = i * out * windows;
        return i * weight.shape[1]! * plane;
      });
      return {
        forward: () => {
          each((at) => {
            columns.gather(x.data, at);
            multiply(out, windows, depth, W, col, Y);
          });
          addToChannels(y.data, y.shape, call.parameters['bias']?.data);
        },
        backward: () => {
          each((at) => {
            columns.gather(x.data, at);
            multiplyAdd(out, depth, windows, dY, colT, dW);
            if (!x.wanted) return;
            multiply(depth, windows, out, WT, dY, col);
            columns.scatter(x.grad, at);
          });
          sumChannels(y.grad, y.shape, call.parameters['bias']?.grad);
        },
      };
    },
  };
}

/** The adjoint of a convolution: x [N, C, …], weight [C, out/groups, kernel…]. Every entry of x adds a kernel to y. */
function transposedConvolution(axes: number): Operation {
  return {
    parameters: (layer) => {
      const { attributes } = layer;
      const out = attributes.number('out_channels');
      const channels = attributes.number('in_channels', image(layer, axes)[1]);
      const weight = [
        channels,
        out / attributes.positive('groups', 1),
        ...attributes.perAxis('kernel', axes),
      ];
      return attributes.flag('bias', true) ? { weight, bias: [out] } : { weight };
    },
    outputs: (layer) => {
      const [samples = 0, channels = 0, ...spatial] = image(layer, axes);
      const [width = 0, each = 0, ...kernel] = layer.parameter('weight');
      const groups = layer.attributes.positive('groups', 1);
      checkGroups(layer, groups, channels, each * groups);
      if (width !== channels)
        layer.refuse(
          `it gets ${channels} channels, but its filters take ${width}. Set its input channels to ${channels}.`,
        );
      layer.expect('bias', [each * groups]);
      return [[samples, each * groups, ...transposedAxes(layer, spatial, kernel).map((axis) => axis.input)]];
    },
    macs: (layer) => countOf(layer.input()) * countOf(layer.parameter('weight').slice(1)),
    kernel: (call) => {
      const x = call.inputs[0]!;
      const y = call.outputs[0]!;
      const weight = call.parameters['weight']!;
      const spatial = transposedAxes(call.layer, x.shape.slice(2), weight.shape.slice(2));
      const groups = call.layer.attributes.positive('groups', 1);
      const channels = weight.shape[0]! / groups;
      const depth = sizeOf(weight.shape.slice(1));
      const columns = columnsOf(call, spatial, weight.shape[1]!);
      const { windows, plane } = columns;
      const [W, dW] = [matrix(weight.data, depth), matrix(weight.grad, depth)];
      const [X, dX] = [matrix(x.data, windows), matrix(x.grad, windows)];
      const col = matrix(columns.data, windows);
      const [WT, colT] = [transposed(W), transposed(col)];
      const each = forEachGroup(x.shape[0]!, groups, (i, filter) => {
        W.at = WT.at = dW.at = filter * channels * depth;
        X.at = dX.at = i * channels * windows;
        return i * weight.shape[1]! * plane;
      });
      return {
        forward: () => {
          y.data.fill(0);
          each((at) => {
            multiply(depth, windows, channels, WT, X, col);
            columns.scatter(y.data, at);
          });
          addToChannels(y.data, y.shape, call.parameters['bias']?.data);
        },
        backward: () => {
          each((at) => {
            columns.gather(y.grad, at);
            multiplyAdd(channels, windows, depth, W, col, dX);
            multiplyAdd(channels, depth, windows, X, colT, dW);
          });
          sumChannels(y.grad, y.shape, call.parameters['bias']?.grad);
        },
      };
    },
  };
}

/** The columns of one sample and group: rows are channels × kernel entries, columns are windows. */
function columnsOf(call: Call, axes: readonly Axis[], channels: number) {
  const table = windowTable(axes, call.table);
  const plane = axes.reduce((size, axis) => size * axis.input, 1);
  const windows = axes.reduce((size, axis) => size * axis.output, 1);
  const data = call.scratch(channels * table.length);
  return {
    data,
    plane,
    windows,
    /** Columns from the planes that start at `at`; the padding gives zeros. */
    gather(from: Float64Array, at: number): void {
      let to = 0;
      for (let channel = 0, base = at; channel < channels; channel++, base += plane) {
        for (let i = 0; i < table.length; i++) {
          const index = table[i]!;
          data[to++] = index < 0 ? 0 : from[base + index]!;
        }
      }
    },
    /** Adds the columns to the planes that start at `at`; the padding takes nothing. */
    scatter(into: Float64Array, at: number): void {
      let from = 0;
      for (let channel = 0, base = at; channel < channels; channel++, base += plane) {
        for (let i = 0; i < table.length; i++) {
          const index = table[i]!;
          if (index >= 0) into[base + index] = into[base + index]! + data[from]!;
          from++;
        }
      }
    },
  };
}

/** Runs over samples and groups; `place` gets sample·groups + group, and the group, and says where the planes start. */
function forEachGroup(
  samples: number,
  groups: number,
  place: (i: number, group: number) => number,
): (body: (at: number) => void) => void {
  return (body) => {
    for (let i = 0; i < samples * groups; i++) body(place(i, i % groups));
  };
}

function image(layer: Layer, axes: number): Shape {
  return layer.input(0, axes + 2, axes + 2);
}

function checkGroups(layer: Layer, groups: number, channels: number, out: number): void {
  if (channels % groups !== 0 || out % groups !== 0) {
    layer.refuse(`${groups} groups cannot share ${channels} input and ${out} output channels evenly.`);
  }
}

/** Adds every channel's bias to its planes of [N, C, …]. */
function addToChannels(y: Float64Array, shape: Shape, bias: Float64Array | undefined): void {
  if (bias === undefined) return;
  const plane = sizeOf(shape.slice(2));
  for (let i = 0, at = 0; at < y.length; i++, at += plane) {
    const shift = bias[i % bias.length]!;
    for (let j = at; j < at + plane; j++) y[j] = y[j]! + shift;
  }
}

/** Adds every plane's sum to its channel. */
function sumChannels(dy: Float64Array, shape: Shape, grad: Float64Array | undefined): void {
  if (grad === undefined) return;
  const plane = sizeOf(shape.slice(2));
  for (let i = 0, at = 0; at < dy.length; i++, at += plane) {
    let sum = 0;
    for (let j = at; j < at + plane; j++) sum += dy[j]!;
    grad[i % grad.length] = grad[i % grad.length]! + sum;
  }
}

export const convolutionOperations = {
  conv1d: convolution(1),
  conv2d: convolution(2),
  conv_transpose1d: transposedConvolution(1),
  conv_transpose2d: transposedConvolution(2),
};
