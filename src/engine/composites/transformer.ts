import type { PrimitiveName } from '../operations/index.ts';
import { type Blueprint, type Composite, type Inner, parametersOf } from './composite.ts';

/** Builds the nodes of a transformer layer one after the other; every method returns the name of what it adds. */
function builder(blueprint: Blueprint) {
  const { attributes } = blueprint.layer;
  const nodes: Inner[] = [];
  const bias = attributes.flag('bias', true);
  const add = (
    name: string,
    op: PrimitiveName,
    from: string[],
    attrs: Inner['attrs'] = {},
    roles: Record<string, string> = {},
  ): string => {
    const id = blueprint.inner(name);
    nodes.push({ id, op, in: from, attrs, params: parametersOf(blueprint, roles) });
    return id;
  };
  const weights = (name: string, biased = true): Record<string, string> => {
    return { weight: `${name}.weight`, ...(biased && bias && { bias: `${name}.bias` }) };
  };

  const norm = (x: string, name: string): string => {
    const attrs = { eps: attributes.number('layer_norm_eps', 1e-5) };
    return add(name, 'layer_norm', [x], attrs, weights(name));
  };
  const dropout = (x: string, name: string): string => {
    return add(`${name}/dropout`, 'dropout', [x], { p: attributes.number('dropout', 0) });
  };
  return {
    nodes,
    attention: (name: string, inputs: string[], causal: boolean): string =>
      add(
        name,
        'multihead_attention',
        inputs,
        { num_heads: attributes.positive('num_heads'), causal, bias },
        {
          in_proj_weight: `${name}.in_proj_weight`,
          out_proj_weight: `${name}.out_proj.weight`,
          ...(bias && { in_proj_bias: `${name}.in_proj_bias`, out_proj_bias: `${name}.out_proj.bias` }),
        },
      ),
    feedForward: (x: string): string => {
      const width = attributes.number('dim_feedforward', 2048);
      const activation = attributes.word('activation', ['relu', 'gelu'], 'relu');
      const wide = add('linear1', 'linear', [x], { out_features: width, bias }, weights('linear1'));
      const bent = dropout(add('linear1/activation', activation, [wide]), 'linear1');
      const features = blueprint.layer.input().at(-1)!;
      return add('linear2', 'linear', [bent], { out_features: features, bias }, weights('linear2'));
    },
    /** norm(x + body(x)), or x + body(norm(x)) with `norm_first`. */
    residual: (x: string, normName: string, body: (x: string) => string): string => {
      const first = attributes.flag('norm_first', false);
      const changed = dropout(body(first ? norm(x, normName) : x), normName);
      const sum = add(`${normName}/add`, 'add', [x, changed]);
      return first ? sum : norm(sum, normName);
    },
    /** The layer's own output. */
    finish: (x: string): readonly Inner[] => [...nodes, { id: blueprint.output(0), op: 'identity', in: [x] }],
  };
}

/** Self-attention, then two linear layers, each around a residual (Vaswani et al. 2017). Roles are torch's. */
const encoderLayer: Composite = (blueprint) => {
  const { attention, feedForward, residual, finish } = builder(blueprint);
  const causal = blueprint.layer.attributes.flag('causal', false);
  const attended = residual(blueprint.inputs[0]!, 'norm1', (x) => attention('self_attn', [x, x, x], causal));
  return finish(residual(attended, 'norm2', feedForward));
};

/** Inputs are the target and the memory: self-attention, attention to the memory, two linear layers. */
const decoderLayer: Composite = (blueprint) => {
  const { attention, feedForward, residual, finish } = builder(blueprint);
  blueprint.layer.input(1, 3, 3);
  const [target, memory] = [blueprint.inputs[0]!, blueprint.inputs[1]!];
  const causal = blueprint.layer.attributes.flag('causal', false);
  const attended = residual(target, 'norm1', (x) => attention('self_attn', [x, x, x], causal));
  const informed = residual(attended, 'norm2', (x) =>
    attention('multihead_attn', [x, memory, memory], false),
  );
  return finish(residual(informed, 'norm3', feedForward));
};

export const transformerComposites = {
  transformer_encoder_layer: encoderLayer,
  transformer_decoder_layer: decoderLayer,
};
