import type { OwnFormula, ScalarFunction } from './scalar-function.ts';

const odd = { symmetry: 'odd' } as const;

/** Hyperbolic functions in exponentials serve proofs and 256 bits alike. */
const inExponentials = (formula: string): Pick<OwnFormula, 'precise' | 'proof'> => ({
  precise: { formula },
  proof: { formula },
});

/** Trigonometric and hyperbolic functions, and their inverses. */
export const trigonometric = [
  {
    name: 'sin',
    formula: {
      value: Math.sin,
      derivative: 'cos(x)',
      slope: 1,
      precise: 'sin',
      proof: odd,
      latex: '\\sin',
    },
  },
  {
    name: 'cos',
    formula: {
      value: Math.cos,
      derivative: '-sin(x)',
      slope: 1,
      precise: 'cos',
      proof: { symmetry: 'even' },
      latex: '\\cos',
    },
  },
  {
    name: 'tan',
    formula: {
      value: Math.tan,
      derivative: '1+tan(x)^2',
      precise: { formula: 'sin(x)/cos(x)' },
      proof: odd,
      latex: '\\tan',
    },
  },
  {
    name: 'asin',
    spellings: ['arcsin'],
    formula: {
      value: Math.asin,
      derivative: '1/sqrt(1-x^2)',
      edges: [-1, 1],
      partial: true,
      proof: odd,
    },
  },
  {
    name: 'acos',
    spellings: ['arccos'],
    formula: { value: Math.acos, derivative: '-1/sqrt(1-x^2)', edges: [-1, 1], partial: true },
  },
  {
    name: 'atan',
    spellings: ['arctan'],
    formula: { value: Math.atan, derivative: '1/(1+x^2)', proof: odd },
  },
  {
    name: 'sinh',
    formula: {
      value: Math.sinh,
      derivative: 'cosh(x)',
      ...inExponentials('(exp(x)-exp(-x))/2'),
      latex: '\\sinh',
    },
  },
  {
    name: 'cosh',
    formula: {
      value: Math.cosh,
      derivative: 'sinh(x)',
      ...inExponentials('(exp(x)+exp(-x))/2'),
      latex: '\\cosh',
    },
  },
  {
    name: 'sech',
    formula: {
      value: (x) => {
        const e = Math.exp(-Math.abs(x));
        return (2 * e) / (1 + e * e);
      },
      derivative: '-sech(x)*tanh(x)',
      slope: 1,
      ...inExponentials('2/(exp(x)+exp(-x))'),
    },
  },
  {
    name: 'asinh',
    spellings: ['arcsinh', 'arsinh'],
    formula: {
      value: Math.asinh,
      derivative: '1/sqrt(1+x^2)',
      precise: { formula: 'sign(x)*log(abs(x)+sqrt(x^2+1))' },
      proof: odd,
    },
  },
  {
    name: 'acosh',
    spellings: ['arccosh', 'arcosh'],
    formula: {
      value: Math.acosh,
      derivative: '1/sqrt(x^2-1)',
      edges: [1],
      partial: true,
      precise: { formula: 'log(x+sqrt(x-1)*sqrt(x+1))' },
    },
  },
  {
    name: 'atanh',
    spellings: ['arctanh', 'artanh'],
    formula: {
      value: (x) => (Math.abs(x) < 1 ? Math.atanh(x) : Number.NaN),
      derivative: '1/(1-x^2)',
      edges: [-1, 1],
      partial: true,
      precise: { formula: '(log(1+x)-log(1-x))/2' },
      proof: odd,
    },
  },
  { name: 'cot', formula: { is: 'cos(x)/sin(x)' } },
  { name: 'sec', formula: { is: '1/cos(x)' } },
  { name: 'csc', formula: { is: '1/sin(x)' } },
  { name: 'coth', formula: { is: '1/tanh(x)' } },
  { name: 'csch', formula: { is: '1/sinh(x)' } },
] as const satisfies readonly ScalarFunction[];
