import { erf as erfValue } from '../normal.ts';
import { abs } from './piecewise.ts';
import type { ScalarFunction } from './scalar-function.ts';
import { erf, exponential, logarithm, negative, scale, square, squareRoot } from './smooth.ts';

/** Functions of calculus, without the trigonometric ones. sign(0) = 0. */
export const elementary = [
  {
    name: 'neg',
    layer: () => negative,
    formula: {
      value: (x) => -x,
      derivative: '-1',
      bySign: ['-x', 0, '-x'],
      proof: { formula: '0-x' },
    },
  },
  {
    name: 'abs',
    spellings: ['absolute', 'fabs'],
    layer: () => abs,
    formula: {
      value: Math.abs,
      derivative: 'sign(x)',
      edges: [0],
      slope: 1,
      bySign: ['-x', 0, 'x'],
      proof: { symmetry: 'even' },
      latexOf: (argument) => `\\left|${argument}\\right|`,
    },
  },
  {
    name: 'sign',
    spellings: ['sgn', 'signum'],
    formula: {
      value: Math.sign,
      derivative: '0',
      edges: [0],
      bySign: [-1, 0, 1],
      proof: { symmetry: 'odd' },
    },
  },
  {
    name: 'sqrt',
    layer: () => squareRoot,
    formula: {
      value: Math.sqrt,
      derivative: '1/(2*sqrt(x))',
      edges: [0],
      partial: true,
      precise: 'sqrt',
      latexOf: (argument) => `\\sqrt{${argument}}`,
    },
  },
  {
    name: 'exp',
    layer: () => exponential,
    formula: {
      value: Math.exp,
      derivative: 'exp(x)',
      precise: 'exp',
      proof: { symmetry: 'reciprocal' },
      latex: '\\exp',
    },
  },
  {
    name: 'log',
    spellings: ['ln'],
    layer: () => logarithm,
    formula: {
      value: (x) => (x > 0 ? Math.log(x) : Number.NaN),
      derivative: '1/x',
      edges: [0],
      partial: true,
      precise: 'log',
      latex: '\\log',
    },
  },
  { name: 'log2', formula: { is: 'log(x)/log(2)' } },
  { name: 'log10', spellings: ['lg'], formula: { is: 'log(x)/log(10)' } },
  { name: 'expm1', formula: { is: 'exp(x)-1' } },
  { name: 'logit', formula: { is: 'log(x/(1-x))' } },
  { name: 'cbrt', formula: { is: 'sign(x)*abs(x)^(1/3)' } },
  { name: 'square', layer: () => square, formula: { is: 'x^2' } },
  { name: 'scale', layer: (p) => scale(p.number('factor')) },
  {
    name: 'erf',
    layer: () => erf,
    formula: { value: erfValue, derivative: '2*exp(-x^2)/sqrt(pi)', proof: { symmetry: 'odd' } },
  },
  { name: 'indicator', formula: { is: 'if(x,1,0)' } },
] as const satisfies readonly ScalarFunction[];
