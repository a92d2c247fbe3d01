import { say, type Words } from '../../language/index.ts';
import type { SizeReason } from '../errors.ts';
import type { Layer, WindowSizes } from '../operation.ts';
import type { Shape } from '../tensor.ts';

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

/** Windows along one axis, with the entries of the input there. */
type Place = WindowSizes & { readonly input: number };

/** What may be wrong along an axis: a sentence, and why no size exists. */
type Fault = (place: Place, axis: number) => readonly [sentence: Words, reason: SizeReason] | false;

/** Refuses the first fault: kinds in the order given, which is torch's, and each kind on every axis. */
function refuseFaults(layer: Layer, places: readonly Place[], faults: readonly Fault[]): void {
  for (const fault of faults) {
    for (const [axis, place] of places.entries()) {
      const found = fault(place, axis);
      if (found) layer.refuse(...found);
    }
  }
}

const badStride: Fault = ({ stride }) =>
  stride < 1 && [`a stride of ${stride} never moves on.`, 'stride-not-positive'];
const badKernel: Fault = ({ kernel }) =>
  kernel < 1 && [`a kernel of ${kernel} sees nothing.`, 'kernel-not-positive'];
const badDilation: Fault = ({ dilation }) =>
  dilation < 1 && [`a dilation of ${dilation} is not positive.`, 'dilation-not-positive'];
const badPadding: Fault = ({ before }) =>
  before < 0 && [`a padding of ${before} is negative.`, 'negative-padding'];
const noInput: Fault = ({ input }) => input < 1 && ['its input has no entries along an axis.', 'empty-input'];

/**
 * Windows of a convolution: floor((in + padding - dilation·(kernel - 1) - 1) / stride) + 1 of them.
 * `padding` may be a number, a list, `valid`, `same` (torch: stride 1 only), `tf-same` or `tf-valid`.
 */
export function convolutionAxes(layer: Layer, spatial: Shape, kernel: Shape): Axis[] {
  const tooLarge: Fault = (place) =>
    extentOf(place) > paddedOf(place) && [
      say(
        'its kernel spans {kernel, number} entries, but the padded input has only {input, number}. Make the kernel smaller or the padding larger.',
        { kernel: extentOf(place), input: paddedOf(place) },
      ),
      'kernel-larger-than-padded-input',
    ];
  const places = placesOf(layer, spatial, kernel);
  refuseFaults(layer, places, [badPadding, badStride, tooLarge, noInput, badKernel, badDilation]);
  return places.map((place) => {
    const output = Math.floor((paddedOf(place) - extentOf(place)) / place.stride) + 1;
    return fixedAxis(place.input, output, place);
  });
}

/**
 * A transposed convolution is a convolution read backwards: these are the windows on its output, one for each entry
 * of its input. Its size is (in - 1)·stride - 2·padding + dilation·(kernel - 1) + 1 + output_padding.
 */
export function transposedAxes(layer: Layer, spatial: Shape, kernel: Shape): Axis[] {
  const extra = layer.attributes.perAxis('output_padding', spatial.length, 0);
  const sizeOf = ({ input, stride, before, after, ...rest }: Place, axis: number): number =>
    (input - 1) * stride - before - after + extentOf(rest) + extra[axis]!;
  const negativeExtra: Fault = (_, axis) =>
    extra[axis]! < 0 && [`an output padding of ${extra[axis]} is negative.`, 'negative-output-padding'];
  const largeExtra: Fault = ({ stride, dilation }, axis) =>
    extra[axis]! >= Math.max(stride, dilation) && [
      `an output padding of ${extra[axis]} must be smaller than its stride or dilation (${Math.max(stride, dilation)}).`,
      'output-padding-too-large',
    ];
  const noOutput: Fault = (place, axis) =>
    sizeOf(place, axis) < 1 && [
      `its padding of ${place.before} leaves an output of ${sizeOf(place, axis)} entries. Make the padding smaller or the kernel larger.`,
      'empty-output',
    ];
  const places = placesOf(layer, spatial, kernel);
  refuseFaults(layer, places, [
    badPadding,
    negativeExtra,
    badStride,
    noInput,
    badKernel,
    badDilation,
    largeExtra,
    noOutput,
  ]);
  return places.map((place, axis) => fixedAxis(sizeOf(place, axis), place.input, place));
}

/** Windows of a pooling layer; with `ceil_mode` the last one may overhang, but must start inside input or left padding. */
export function poolingAxes(layer: Layer, spatial: Shape): Axis[] {
  const kernel = layer.attributes.perAxis('kernel', spatial.length);
  const ceil = layer.attributes.flag('ceil_mode', false);
  const countOf = (place: Place): number => {
    const steps = (paddedOf(place) - extentOf(place)) / place.stride;
    const count = (ceil ? Math.ceil(steps) : Math.floor(steps)) + 1;
    return ceil && (count - 1) * place.stride >= place.input + place.before ? count - 1 : count;
  };
  const numbered = typeof layer.attributes.raw('padding') !== 'string';
  const overHalf: Fault = ({ before, kernel }) =>
    numbered &&
    before > Math.trunc(kernel / 2) && [
      say(
        'a padding of {padding, number} is more than half its kernel of {kernel, number}: some windows would see only padding.',
        { padding: before, kernel },
      ),
      'pool-padding-over-half-kernel',
    ];
  const noOutput: Fault = (place) =>
    countOf(place) < 1 && [
      say(
        'its window spans {window, number} entries, but the padded input has only {input, number}, so nothing comes out.',
        { window: extentOf(place), input: paddedOf(place) },
      ),
      'empty-output',
    ];
  const places = placesOf(layer, spatial, kernel, kernel);
  refuseFaults(layer, places, [badStride, badPadding, overHalf, badKernel, badDilation, noInput, noOutput]);
  return places.map((place) => fixedAxis(place.input, countOf(place), place));
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

function extentOf({ kernel, dilation }: Pick<WindowSizes, 'kernel' | 'dilation'>): number {
  return dilation * (kernel - 1) + 1;
}

function paddedOf({ input, before, after }: Place): number {
  return input + before + after;
}

/** Reads kernel, stride, padding and dilation of every axis, without judging them. */
export function placesOf(
  layer: Layer,
  spatial: Shape,
  kernel: Shape,
  defaultStride: number | Shape = 1,
): Place[] {
  const axes = spatial.length;
  const stride = layer.attributes.perAxis('stride', axes, defaultStride);
  const dilation = layer.attributes.perAxis('dilation', axes, 1);
  return spatial.map((input, axis) => {
    const sizes = { kernel: kernel[axis]!, stride: stride[axis]!, dilation: dilation[axis]! };
    const [before, after] = padding(layer, axis, axes, input, sizes);
    if (![...Object.values(sizes), before].every(Number.isInteger)) {
      layer.refuse(
        `kernel, stride, dilation and padding must be whole numbers, but are ${Object.values(sizes).join(', ')} and ${before}.`,
      );
    }
    return { ...sizes, input, before, after };
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
      if (stride !== 1)
        layer.refuse(`padding "same" needs a stride of 1, but its stride is ${stride}.`, 'same-with-stride');
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
