import { z } from 'zod';
import { count, isOpName, type LayerCount, type Node, shapes } from '../../src/engine/index.ts';
import { attempt, type Check, eachCase } from './case.ts';
import { attributes, shape } from './tensors.ts';

const opName = z.string().refine(isOpName, 'is an operation of the engine');

const layer = z.object({
  id: z.string(),
  op: opName,
  in: z.array(z.string()),
  attrs: attributes,
  module: z.string().nullish(),
  params: z.int(),
  buffers: z.int(),
  shape,
  allOutputShapes: z.array(shape).nullish(),
});

const schema = z.object({
  id: z.string(),
  inputs: z.record(z.string(), z.object({ shape })),
  nodes: z.array(layer),
  output: z.string(),
  paramShapes: z.record(z.string(), shape).nullish(),
  expect: z.object({
    outputShape: shape,
    totalParams: z.int(),
    trainableParams: z.int().nullish(),
    totalBuffers: z.int(),
    layersWithParams: z.int(),
    paramsWithSingleBias: z.int().nullish(),
  }),
});

/** `nn-architecture/1`: shapes and counts of a network without values, layer by layer and in total. */
export const architectures: Check = function* (file) {
  const { id, inputs, nodes, output, paramShapes, expect } = schema.parse(file);
  yield attempt(id, () => {
    const network = {
      nodes: nodes.map(
        ({ id, op, in: from, attrs, module }): Node => ({
          id,
          op,
          in: from,
          attrs,
          ...(module && { module }),
        }),
      ),
    };
    const given = Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.shape]));
    const counted = count(network, given);
    const all = shapes(network, given);
    const slots = counted.layers.flatMap((layer) => layer.slots);
    const secondBiases = slots.filter(({ role }) => role.startsWith('bias_hh'));
    return [
      ...nodes.flatMap((node, i) => layerProblems(node, counted.layers[i]!, all)),
      ...same('output', all.get(output)?.join('×'), expect.outputShape.join('×')),
      ...same('parameters', counted.parameters, expect.totalParams),
      ...same('trainable parameters', counted.parameters, expect.trainableParams),
      ...same('buffers', counted.buffers, expect.totalBuffers),
      ...same(
        'layers with parameters',
        counted.layers.filter(({ parameters }) => parameters > 0n).length,
        expect.layersWithParams,
      ),
      ...same(
        'parameters with a single bias',
        counted.parameters - size(secondBiases),
        expect.paramsWithSingleBias,
      ),
      ...parameterProblems(slots, paramShapes ?? {}),
    ];
  });
};

function layerProblems(
  node: z.infer<typeof layer>,
  got: LayerCount,
  all: ReadonlyMap<string, readonly number[]>,
): string[] {
  const others = (node.allOutputShapes ?? []).map((shape, i) => ({
    shape,
    got: all.get(i === 0 ? node.id : `${node.id}[${i}]`),
  }));
  return [
    ...same(`${node.id}: shape`, got.shape.join('×'), node.shape.join('×')),
    ...same(`${node.id}: parameters`, got.parameters, node.params),
    ...same(`${node.id}: buffers`, got.buffers, node.buffers),
    ...others.flatMap(({ shape, got }, i) =>
      got ? same(`${node.id}: output ${i}`, got.join('×'), shape.join('×')) : [],
    ),
  ];
}

/** Parameter shapes by torch's names, which write `out_proj.weight` where the engine's role is `out_proj_weight`. */
function parameterProblems(
  slots: LayerCount['slots'],
  wanted: Readonly<Record<string, readonly number[]>>,
): string[] {
  const plain = (name: string): string => name.replaceAll('.', '_');
  return Object.entries(wanted).flatMap(([name, shape]) => {
    const slot = slots.find((slot) => plain(slot.name).endsWith(`_${plain(name)}`));
    return same(`parameter ${name}`, slot?.shape.join('×'), shape.join('×'));
  });
}

const single = z.object({
  id: z.string(),
  op: opName,
  attrs: attributes,
  inputShape: shape,
  params: z.int(),
  outputShape: shape,
});

/** `nn-single-layers/1`: parameters and output shape of one layer. */
export const singleLayers = eachCase(single, ({ op, attrs, inputShape, params, outputShape }) => {
  const { layers } = count({ nodes: [{ id: 'layer', op, in: ['x'], attrs }] }, { x: inputShape });
  return [
    ...same('shape', layers[0]?.shape.join('×'), outputShape.join('×')),
    ...same('parameters', layers[0]?.parameters, params),
  ];
});

const size = (slots: LayerCount['slots']): bigint => {
  return slots.reduce(
    (sum, { shape }) => sum + BigInt(shape.reduce((product, length) => product * length, 1)),
    0n,
  );
};

/** What is wrong if `got` is not `wanted`; nothing is wanted of undefined. */
function same(
  label: string,
  got: bigint | number | string | undefined,
  wanted: number | string | null | undefined,
): string[] {
  return wanted === undefined || wanted === null || String(got) === String(wanted)
    ? []
    : [`${label} is ${got}, not ${wanted}`];
}
