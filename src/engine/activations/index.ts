import { AttributeReader, type Attributes } from '../attributes.ts';
import type { Activation } from './activation.ts';
import * as piecewise from './piecewise.ts';
import * as smooth from './smooth.ts';

export type { Activation } from './activation.ts';

/** Scalar functions by the name of their operation, made from its attributes. */
export const families = {
  relu: () => piecewise.relu,
  leaky_relu: (a) => piecewise.leakyRelu(a.number('negative_slope', 0.01)),
  elu: (a) => piecewise.elu(a.number('alpha', 1)),
  selu: () => piecewise.selu,
  silu: () => smooth.silu,
  mish: () => smooth.mish,
  softplus: (a) => smooth.softplus(a.number('beta', 1), a.number('threshold', 20)),
  gelu: (a) => (a.word('approximate', ['none', 'tanh'], 'none') === 'tanh' ? smooth.geluTanh : smooth.gelu),
  sigmoid: () => smooth.sigmoid,
  log_sigmoid: () => smooth.logSigmoid,
  tanh: () => smooth.tanh,
  softsign: () => smooth.softsign,
  relu6: () => piecewise.relu6,
  hardtanh: (a) => piecewise.hardtanh(a.number('min', -1), a.number('max', 1)),
  hard_sigmoid: () => piecewise.hardSigmoid,
  hard_swish: () => piecewise.hardSwish,
  step: () => piecewise.step,
  identity: () => smooth.identity,
  abs: () => piecewise.abs,
  exp: () => smooth.exponential,
  log: () => smooth.logarithm,
  sqrt: () => smooth.squareRoot,
  square: () => smooth.square,
  neg: () => smooth.negative,
  scale: (a) => smooth.scale(a.number('factor')),
  erf: () => smooth.erf,
} satisfies Record<string, (attributes: AttributeReader) => Activation>;

export type ActivationName = keyof typeof families;

export function isActivationName(name: string): name is ActivationName {
  return Object.hasOwn(families, name);
}

/** The scalar function `name`, with its derivative and kinks; `attributes` such as `negative_slope` are optional. */
export function activation(name: ActivationName, attributes: Attributes = {}): Activation {
  return families[name](new AttributeReader(attributes, `The activation ${name}`));
}
