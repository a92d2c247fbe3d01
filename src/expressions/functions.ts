import { erf } from '../numbers/normal.ts';
import { type FunctionName, functionNames } from './tree.ts';

interface Row {
  /** Real value; NaN outside the domain. */
  readonly value: (x: number) => number;
  /** The derivative in x, as text. */
  readonly derivative: string;
  /** Arguments at which the branch or the domain changes. */
  readonly edges?: readonly number[];
  /** A bound of |f′| for functions that are not monotone. */
  readonly slope?: number;
  readonly parity?: 'even' | 'odd';
  /** No rounding: selects or negates. */
  readonly exact?: true;
  /** Undefined on an interval. */
  readonly partial?: true;
}

const sigmoid = (x: number): number => {
  const e = Math.exp(-Math.abs(x));
  return x >= 0 ? 1 / (1 + e) : e / (1 + e);
};

const sech = (x: number): number => {
  const e = Math.exp(-Math.abs(x));
  return (2 * e) / (1 + e * e);
};

const step = (x: number): number => (x > 0 ? 1 : x <= 0 ? 0 : Number.NaN);

/** Value and derivative side by side. relu′(0) = step(0) = sign(0) = 0. */
export const functions: Readonly<Record<FunctionName, Row>> = {
  neg: { value: (x) => -x, derivative: '-1', parity: 'odd', exact: true },
  abs: { value: Math.abs, derivative: 'sign(x)', edges: [0], slope: 1, parity: 'even', exact: true },
  sign: { value: Math.sign, derivative: '0', edges: [0], parity: 'odd', exact: true },
  sqrt: { value: Math.sqrt, derivative: '1/(2*sqrt(x))', edges: [0], partial: true },
  exp: { value: Math.exp, derivative: 'exp(x)' },
  log: { value: (x) => (x > 0 ? Math.log(x) : Number.NaN), derivative: '1/x', edges: [0], partial: true },
  sin: { value: Math.sin, derivative: 'cos(x)', slope: 1, parity: 'odd' },
  cos: { value: Math.cos, derivative: '-sin(x)', slope: 1, parity: 'even' },
  tan: { value: Math.tan, derivative: '1+tan(x)^2', parity: 'odd' },
  asin: { value: Math.asin, derivative: '1/sqrt(1-x^2)', edges: [-1, 1], parity: 'odd', partial: true },
  acos: { value: Math.acos, derivative: '-1/sqrt(1-x^2)', edges: [-1, 1], partial: true },
  atan: { value: Math.atan, derivative: '1/(1+x^2)', parity: 'odd' },
  sinh: { value: Math.sinh, derivative: 'cosh(x)', parity: 'odd' },
  cosh: { value: Math.cosh, derivative: 'sinh(x)', parity: 'even' },
  tanh: { value: Math.tanh, derivative: "tanh'(x)", parity: 'odd' },
  sech: { value: sech, derivative: '-sech(x)*tanh(x)', slope: 1, parity: 'even' },
  asinh: { value: Math.asinh, derivative: '1/sqrt(1+x^2)', parity: 'odd' },
  acosh: { value: Math.acosh, derivative: '1/sqrt(x^2-1)', edges: [1], partial: true },
  atanh: {
    value: (x) => (Math.abs(x) < 1 ? Math.atanh(x) : Number.NaN),
    derivative: '1/(1-x^2)',
    edges: [-1, 1],
    parity: 'odd',
    partial: true,
  },
  erf: { value: erf, derivative: '2*exp(-x^2)/sqrt(pi)', parity: 'odd' },
  sigmoid: { value: sigmoid, derivative: "sigmoid'(x)" },
  softplus: {
    value: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
    derivative: 'sigmoid(x)',
  },
  relu: {
    value: (x) => (x > 0 ? x : x <= 0 ? 0 : Number.NaN),
    derivative: "relu'(x)",
    edges: [0],
    exact: true,
  },
  step: { value: step, derivative: '0', edges: [0], exact: true },
  "tanh'": { value: (x) => sech(x) ** 2, derivative: "-2*tanh(x)*tanh'(x)", slope: 1, parity: 'even' },
  "sigmoid'": {
    value: (x) => sigmoid(x) * sigmoid(-x),
    derivative: "sigmoid'(x)*(1-2*sigmoid(x))",
    slope: 1,
    parity: 'even',
  },
  "relu'": { value: step, derivative: '0', edges: [0], exact: true },
};

/** Functions that are read but written out at once; `x` is the argument, `a` an optional second one. */
export const shorthands: ReadonlyMap<string, { readonly is: string; readonly a?: string }> = new Map(
  Object.entries({
    identity: { is: 'x' },
    "identity'": { is: '1' },
    indicator: { is: 'if(x,1,0)' },
    cot: { is: 'cos(x)/sin(x)' },
    sec: { is: '1/cos(x)' },
    csc: { is: '1/sin(x)' },
    coth: { is: '1/tanh(x)' },
    csch: { is: '1/sinh(x)' },
    cbrt: { is: 'sign(x)*abs(x)^(1/3)' },
    square: { is: 'x^2' },
    log2: { is: 'log(x)/log(2)' },
    log10: { is: 'log(x)/log(10)' },
    expm1: { is: 'exp(x)-1' },
    logit: { is: 'log(x/(1-x))' },
    softsign: { is: 'x/(1+abs(x))' },
    "softsign'": { is: '1/(1+abs(x))^2' },
    silu: { is: 'x*sigmoid(x)' },
    "silu'": { is: "sigmoid(x)+x*sigmoid'(x)" },
    mish: { is: 'x*tanh(softplus(x))' },
    gelu: { is: 'x*(1+erf(x/sqrt(2)))/2' },
    "gelu'": { is: '(1+erf(x/sqrt(2)))/2+x*exp(-x^2/2)/sqrt(2*pi)' },
    elu: { is: 'if(x>0,x,a*(exp(x)-1))', a: '1' },
    "elu'": { is: 'if(x>0,1,a*exp(x))', a: '1' },
    leakyrelu: { is: 'if(x>0,x,a*x)', a: '0.01' },
    "leakyrelu'": { is: 'if(x>0,1,a)', a: '0.01' },
    hardtanh: { is: 'max(-1,min(1,x))' },
    heaviside: { is: 'if(x>0,1,if(x<0,0,a))', a: '0' },
    relu6: { is: 'max(0,min(6,x))' },
  }),
);

/** Other spellings; all are read in any case. */
const aliases: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ln: 'log',
    lg: 'log10',
    sgn: 'sign',
    signum: 'sign',
    logistic: 'sigmoid',
    expit: 'sigmoid',
    swish: 'silu',
    lrelu: 'leakyrelu',
    id: 'identity',
    linear: 'identity',
    arcsin: 'asin',
    arccos: 'acos',
    arctan: 'atan',
    arcsinh: 'asinh',
    arccosh: 'acosh',
    arctanh: 'atanh',
    arsinh: 'asinh',
    arcosh: 'acosh',
    artanh: 'atanh',
    maximum: 'max',
    minimum: 'min',
    where: 'if',
    piecewise: 'if',
    wenn: 'if',
    power: 'pow',
    clamp: 'clip',
    absolute: 'abs',
    fabs: 'abs',
    float: 'identity',
    multiply: 'product',
    mul: 'product',
    matmul: 'product',
    dot: 'product',
  }),
);

interface Arity {
  readonly least: number;
  readonly most: number;
}

const several: ReadonlyMap<string, Arity> = new Map([
  ['max', { least: 2, most: 64 }],
  ['min', { least: 2, most: 64 }],
  ['if', { least: 2, most: 3 }],
  ['product', { least: 2, most: 2 }],
  ['pow', { least: 2, most: 2 }],
  ['clip', { least: 3, most: 3 }],
]);
const one: Arity = { least: 1, most: 1 };
const oneOrTwo: Arity = { least: 1, most: 2 };

/** How many arguments a function takes, by its canonical name. */
export const arity = (fn: string): Arity =>
  several.get(fn) ?? (shorthands.get(fn)?.a === undefined ? one : oneOrTwo);

const native: ReadonlyMap<string, FunctionName> = new Map(functionNames.map((name) => [name, name]));

/** The native function of this canonical name. */
export const nativeFunction = (name: string): FunctionName | undefined => native.get(name);

/** The canonical name of a function as typed (`ReLU`, `ln`, `leaky_relu`), or undefined. */
export const functionNamed = (typed: string): string | undefined => {
  if (typed === 'I') return 'indicator';
  if (native.has(typed) && typed !== 'neg') return typed;
  const plain = typed.replaceAll('_', '').toLowerCase();
  const name = aliases.get(plain) ?? plain;
  return name !== 'neg' && (native.has(name) || shorthands.has(name) || several.has(name)) ? name : undefined;
};

export const isFunction = (typed: string): boolean => functionNamed(typed) !== undefined;

/** Every spelling of a function, for suggestions. */
export const functionSpellings: readonly string[] = [
  ...[...functionNames, ...shorthands.keys(), ...several.keys(), ...aliases.keys()].filter(
    (name) => name !== 'neg' && !name.endsWith("'"),
  ),
];
