import { elu, hardSigmoid, hardSwish, hardtanh, leakyRelu, relu, relu6, selu, step } from './piecewise.ts';
import type { ScalarFunction } from './scalar-function.ts';
import { gelu, geluTanh, logSigmoid, mish, sigmoid, silu, softplus, softsign, tanh } from './smooth.ts';

const stepValue = (x: number): number => (x > 0 ? 1 : x <= 0 ? 0 : Number.NaN);

const sech = (x: number): number => {
  const e = Math.exp(-Math.abs(x));
  return (2 * e) / (1 + e * e);
};

/** Activation functions of networks. relu′(0) = step(0) = 0. */
export const activations = [
  {
    name: 'relu',
    layer: () => relu,
    formula: {
      value: (x) => (x > 0 ? x : x <= 0 ? 0 : Number.NaN),
      derivative: "relu'(x)",
      edges: [0],
      bySign: [0, 0, 'x'],
      proof: { formula: '(x+abs(x))/2' },
      latex: '\\operatorname{ReLU}',
    },
    prime: {
      value: stepValue,
      derivative: '0',
      edges: [0],
      bySign: [0, 0, 1],
      proof: { formula: 'x>0' },
    },
    model: { label: 'ReLU', learns: 'piecewise linear' },
  },
  {
    name: 'sigmoid',
    spellings: ['logistic', 'expit'],
    layer: () => sigmoid,
    formula: {
      value: sigmoid.value,
      derivative: "sigmoid'(x)",
      precise: { formula: '1/(1+exp(-x))' },
      proof: { formula: '1/(1+exp(-x))' },
    },
    prime: {
      value: (x) => sigmoid.value(x) * sigmoid.value(-x),
      derivative: "sigmoid'(x)*(1-2*sigmoid(x))",
      slope: 1,
      precise: { formula: '1/(2+exp(x)+exp(-x))' },
      proof: { formula: '1/(2+exp(x)+exp(-x))' },
    },
    model: { label: 'sigmoid', learns: 'smooth' },
  },
  {
    name: 'tanh',
    layer: () => tanh,
    formula: {
      value: Math.tanh,
      derivative: "tanh'(x)",
      precise: { formula: '1-2/(1+exp(2*x))' },
      proof: { formula: '1-2/(1+exp(x)^2)' },
      latex: '\\tanh',
    },
    prime: {
      value: (x) => sech(x) ** 2,
      derivative: "-2*tanh(x)*tanh'(x)",
      slope: 1,
      precise: { formula: '4/(exp(x)+exp(-x))^2' },
      proof: { formula: '1-(1-2/(1+exp(x)^2))^2' },
    },
    model: { label: 'tanh', learns: 'smooth' },
  },
  {
    name: 'identity',
    spellings: ['id', 'linear', 'float'],
    layer: () => ({ value: (x) => x, derivative: () => 1, kinks: [] }),
    formula: { is: 'x' },
    prime: { is: '1' },
    model: { label: 'identity', learns: 'affine' },
  },
  {
    name: 'step',
    layer: () => step,
    formula: {
      value: stepValue,
      derivative: '0',
      edges: [0],
      bySign: [0, 0, 1],
      proof: { formula: 'x>0' },
      latexOf: (argument) => `\\mathbf{1}\\left[${argument} > 0\\right]`,
    },
  },
  {
    name: 'heaviside',
    formula: { is: 'if(x>0,1,if(x<0,0,a))', a: '0', alone: 'step(x)' },
  },
  {
    name: 'softplus',
    layer: (p) => softplus(p.number('beta', 1), p.number('threshold', 20)),
    formula: {
      value: softplus(1, Number.POSITIVE_INFINITY).value,
      derivative: 'sigmoid(x)',
      precise: { formula: 'log(1+exp(x))' },
    },
  },
  {
    name: 'leaky_relu',
    spellings: ['lrelu'],
    layer: (p) => leakyRelu(p.number('negative_slope', 0.01)),
    formula: { is: 'if(x>0,x,a*x)', a: '0.01' },
    prime: { is: 'if(x>0,1,a)', a: '0.01' },
  },
  {
    name: 'elu',
    layer: (p) => elu(p.number('alpha', 1)),
    formula: { is: 'if(x>0,x,a*(exp(x)-1))', a: '1' },
    prime: { is: 'if(x>0,1,a*exp(x))', a: '1' },
  },
  { name: 'selu', layer: () => selu },
  {
    name: 'silu',
    spellings: ['swish'],
    layer: () => silu,
    formula: { is: 'x*sigmoid(x)' },
    prime: { is: "sigmoid(x)+x*sigmoid'(x)" },
  },
  { name: 'mish', layer: () => mish, formula: { is: 'x*tanh(softplus(x))' } },
  {
    name: 'gelu',
    layer: (p) => (p.word('approximate', ['none', 'tanh'], 'none') === 'tanh' ? geluTanh : gelu),
    formula: { is: 'x*(1+erf(x/sqrt(2)))/2' },
    prime: { is: '(1+erf(x/sqrt(2)))/2+x*exp(-x^2/2)/sqrt(2*pi)' },
  },
  { name: 'log_sigmoid', layer: () => logSigmoid },
  {
    name: 'softsign',
    layer: () => softsign,
    formula: { is: 'x/(1+abs(x))' },
    prime: { is: '1/(1+abs(x))^2' },
  },
  { name: 'relu6', layer: () => relu6, formula: { is: 'max(0,min(6,x))' } },
  {
    name: 'hardtanh',
    layer: (p) => hardtanh(p.number('min', -1), p.number('max', 1)),
    formula: { is: 'max(-1,min(1,x))' },
  },
  { name: 'hard_sigmoid', layer: () => hardSigmoid },
  { name: 'hard_swish', layer: () => hardSwish },
] as const satisfies readonly ScalarFunction[];
