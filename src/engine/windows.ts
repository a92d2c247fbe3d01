import type { SizeReason } from './errors.ts';
import type { Layer, WindowSizes } from './operation.ts';
import type { Shape } from './tensor.ts';

/** How windows lie along one axis. */
export interface Axis {
  /** Entries of the input, windows (entries of the output), entries of one window. */
  readonly input: number;
  readonly output: number;
  readonly kernel: number;
  /** The input entry under entry `k` of window `o`, or -1 in the padding. */
  at(o: number, k: number): number;
  /** Entries of window `o` that lie inside input and padding. */
  span(o: number): number;
}

type Refuse = (sentence: string, reason: SizeReason) => never;

/**
 * Windows of a convolution: floor((in + padding - dilation·(kernel - 1) - 1) / stride) + 1 of them.
 * `padding` may be a number, a list, `valid`, `same` (torch: stride 1 only), `tf-same` or `tf-valid`.
 */
export function convolutionAxes(layer: Layer, spatial: Shape, kernel: Shape): Axis[] {
  const refuse: Refuse = (sentence, reason) => layer.refuse(sentence, reason);
  return windowSizes(layer, spatial, kernel).map((sizes, axis) => {
    const input = spatial[axis]!;
    const padded = input + sizes.before + sizes.after;
    const extent = extentOf(sizes);
    if (extent > padded) {
      refuse(
        `its kernel spans ${extent} entries, but the padded input has only ${padded}. Make the kernel smaller or the padding larger.`,
        'kernel-larger-than-padded-input',
      );
    }
    if (input < 1) refuse('its input has no entries along an axis.', 'empty-input');
    return fixedAxis(input, Math.floor((padded - extent) / sizes.stride) + 1, sizes);
  });
}

/**
 * A transposed convolution is a convolution read backwards: these are the windows on its output, one for each entry
 * of its input. Its size is (in - 1)·stride - 2·padding + dilation·(kernel - 1) + 1 + output_padding.
 */
export function transposedAxes(layer: Layer, spatial: Shape, kernel: Shape): Axis[] {
  const refuse: Refuse = (sentence, reason) => layer.refuse(sentence, reason);
  const extra = layer.attributes.perAxis('output_padding', spatial.length, 0);
  return windowSizes(layer, spatial, kernel).map((sizes, axis) => {
    const [windows, more] = [spatial[axis]!, extra[axis]!];
    if (more < 0) refuse(`an output padding of ${more} is negative.`, 'negative-output-padding');
    if (more >= Math.max(sizes.stride, sizes.dilation)) {
      refuse(
        `an output padding of ${more} must be smaller than its stride or dilation (${Math.max(sizes.stride, sizes.dilation)}).`,
        'output-padding-too-large',
      );
    }
    if (windows < 1) refuse('its input has no entries along an axis.', 'empty-input');
    const size = (windows - 1) * sizes.stride - sizes.before - sizes.after + extentOf(sizes) + more;
    if (size < 1) refuse('its padding cuts away the whole output.', 'empty-output');
    return fixedAxis(size, windows, sizes);
  });
}

/** Windows of a pooling layer; with `ceil_mode` the last one may overhang, but must start inside input or left padding. */
export function poolingAxes(layer: Layer, spatial: Shape): Axis[] {
  const refuse: Refuse = (sentence, reason) => layer.refuse(sentence, reason);
  const kernel = layer.attributes.perAxis('kernel', spatial.length);
  const ceil = layer.attributes.flag('ceil_mode', false);
  return windowSizes(layer, spatial, kernel, kernel).map((sizes, axis) => {
    const input = spatial[axis]!;
    if (typeof layer.attributes.raw('padding') !== 'string' && sizes.before > Math.floor(sizes.kernel / 2)) {
      refuse(
        `a padding of ${sizes.before} is more than half its kernel of ${sizes.kernel}: some windows would see only padding.`,
        'pool-padding-over-half-kernel',
      );
    }
    if (input < 1) refuse('its input has no entries along an axis.', 'empty-input');
    const room = input + sizes.before + sizes.after - extentOf(sizes);
    let output = (ceil ? Math.ceil(room / sizes.stride) : Math.floor(room / sizes.stride)) + 1;
    if (ceil && (output - 1) * sizes.stride >= input + sizes.before) output -= 1;
    if (output < 1) {
      refuse(
        `its window spans ${extentOf(sizes)} entries, but the padded input has only ${input + sizes.before + sizes.after}, so nothing comes out.`,
        'empty-output',
      );
    }
    return fixedAxis(input, output, sizes);
  });
}

function fixedAxis(input: number, output: number, sizes: WindowSizes): Axis {
  const { kernel, stride, dilation, before, after } = sizes;
  return {
    input,
    output,
    kernel,
    at: (o, k) => {
      const i = o * stride + k * dilation - before;
      return i >= 0 && i < input ? i : -1;
    },
    span: (o) => Math.min(extentOf(sizes), input + before + after - o * stride),
  };
}

function extentOf({ kernel, dilation }: WindowSizes): number {
  return dilation * (kernel - 1) + 1;
}

/** Reads stride, padding and dilation, and refuses what no axis can have. */
export function windowSizes(
  layer: Layer,
  spatial: Shape,
  kernel: Shape,
  defaultStride: number | Shape = 1,
): WindowSizes[] {
  const axes = spatial.length;
  const stride = layer.attributes.perAxis('stride', axes, defaultStride);
  const dilation = layer.attributes.perAxis('dilation', axes, 1);
  return spatial.map((input, axis) => {
    const sizes = { kernel: kernel[axis]!, stride: stride[axis]!, dilation: dilation[axis]! };
    const [before, after] = padding(layer, axis, axes, input, sizes);
    if (![...Object.values(sizes), before].every(Number.isInteger)) {
      layer.refuse('kernel, stride, dilation and padding must be whole numbers.');
    }
    if (sizes.kernel < 1) layer.refuse(`a kernel of ${sizes.kernel} sees nothing.`, 'kernel-not-positive');
    if (before < 0) layer.refuse(`a padding of ${before} is negative.`, 'negative-padding');
    if (sizes.stride < 1) layer.refuse(`a stride of ${sizes.stride} never moves on.`, 'stride-not-positive');
    if (sizes.dilation < 1)
      layer.refuse(`a dilation of ${sizes.dilation} is not positive.`, 'dilation-not-positive');
    return { ...sizes, before, after };
  });
}

/** Padding before and after along one axis; of an odd total the extra entry goes to the end. */
function padding(
  layer: Layer,
  axis: number,
  axes: number,
  input: number,
  { kernel, stride, dilation }: { kernel: number; stride: number; dilation: number },
): readonly [number, number] {
  const convention = layer.attributes.raw('padding');
  if (typeof convention !== 'string') {
    const both = layer.attributes.perAxis('padding', axes, 0)[axis]!;
    return [both, both];
  }
  const reach = dilation * (kernel - 1);
  switch (layer.attributes.word('padding', ['valid', 'same', 'tf-valid', 'tf-same'])) {
    case 'valid':
    case 'tf-valid':
      return [0, 0];
    case 'same':
      if (stride !== 1) layer.refuse('padding "same" needs stride 1.', 'same-with-stride');
      return split(reach);
    case 'tf-same':
      return split(Math.max(0, (Math.ceil(input / stride) - 1) * stride + reach + 1 - input));
  }
}

function split(total: number): readonly [number, number] {
  const before = Math.floor(total / 2);
  return [before, total - before];
}

/**
 * For each entry k of a window and each window p (row-major over all axes), at k·windows + p:
 * the position in the input plane, or -1 in the padding.
 */
export function windowTable(axes: readonly Axis[], allocate: (size: number) => Int32Array): Int32Array {
  let table: Int32Array = Int32Array.of(0);
  let [kernels, windows] = [1, 1];
  for (const { input, output, kernel, at } of axes) {
    const [rows, columns] = [kernels * kernel, windows * output];
    const next = allocate(rows * columns);
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const outer = table[Math.floor(row / kernel) * windows + Math.floor(column / output)]!;
        const inner = at(column % output, row % kernel);
        next[row * columns + column] = outer < 0 || inner < 0 ? -1 : outer * input + inner;
      }
    }
    table = next;
    [kernels, windows] = [rows, columns];
  }
  return table;
}
