import type { Posted } from '../../../src/answers/kind.ts';
import type { Question } from '../../../src/quizzes/index.ts';
import { questionOf } from '../one-question.ts';

/** A part again and again, in all as long as is read. */
const fill = (part: string, most: number, end = ''): string =>
  part.repeat(Math.floor((most - end.length) / part.length)) + end;
/** Parts that differ, up to as many characters. */
const list = (part: (i: number) => string, most: number, sign = '+'): string => {
  let text = part(1);
  for (let i = 2; text.length + sign.length + part(i).length <= most; i++) text += sign + part(i);
  return text;
};

const long = 2000;
/** Of each of 64 formulas. */
const cell = 78;
const unseen = list((i) => `A^9${i % 10}/(B+${i})^9`, 900);

/** Formulas of the longest length, each of another way to be slow. */
const formulas: Readonly<Record<string, string>> = {
  sum: fill('A*B+', long, 'A'),
  'exact power': fill('(A+B)^9*', long, 'A'),
  'power tower': fill('2^', 190, 'A'),
  exponentials: fill('exp(A)+', long, 'A'),
  'nested exponentials': `${'exp(-'.repeat(60)}A${')'.repeat(60)}`,
  kinks: fill('relu(A-B)*', long, 'A'),
  'shifted kinks': list((i) => `relu(A-${i})`, long),
  quotients: list((i) => `1/(A-${i}*B)`, long),
  'nested quotients': `${'1/(A+'.repeat(60)}B${')'.repeat(60)}`,
  choices: `${'if(A>B,'.repeat(60)}A${',B)'.repeat(60)}`,
  'large powers': list((i) => `A^-99999999999999${i}`, long),
  'powers of sums': list((i) => `A^(1/3+1/7+1/${i})`, long),
  'nested powers': `${'A^(1/3+1/7*'.repeat(60)}B${')'.repeat(60)}`,
  'hidden by rounding': fill('(1e16+A-1e16)*', long, 'A'),
  'elementary functions': fill('tanh(A)*sin(B)/log(A)+', long, 'A'),
  unknown: fill('qzq+', long, 'A'),
  'unknown names': list((i) => `q${i}w`, long),
  'words of several names': fill('ABAB ', long),
  brackets: fill('(', long),
  digits: fill('9', long),
  letters: fill('AB', long),
  commands: fill('\\mathrm{', long),
  'right, provable': `2(out-y)n1${list((i) => `A*${i}-${i}*A`, 1900).replace(/^/, '+')}`,
  'right, not provable': `2(out-y)n1${fill('+(z1*[z1>0]-n1)', 1900)}`,
  'right, with many kinks': `2(out-y)*z1*[z1>0]+${list((i) => `0*relu(A-${i}*B)`, 1900)}`,
  'right but for what rounding hides': `2(out-y)n1+${fill('(1e16+A-1e16)*', 1900, '0')}`,
  'right, with large functions': `2(out-y)n1+${list((i) => `0*tanh(${i}*A)`, 1900)}`,
};

/** Formulas that equal A but for what no float64 shows, or are too large to tell. */
const nearA: Readonly<Record<string, string>> = {
  'hidden powers': `A+(${unseen})-(${unseen})+10^(-500)`,
  'hidden quotients': `A+${list((i) => `A/(B+${i})-A/(B+${i})`, 1950)}+10^(-500)`,
  'hidden exponentials': `A+${list((i) => `exp(9*A)*exp(${i}e3*B)-exp(9*A+${i}e3*B)`, 1950)}`,
  'hidden logarithms': `A+${list((i) => `log(exp(${i}*A+B))-${i}*A-B`, 1950)}`,
  'right, large sines': `A+${list((i) => `sin(A+${i}e9)-sin(${i}e9+A*1)`, 1950)}`,
};

/** Arithmetic of large numbers. */
const numbers = (most: number): Readonly<Record<string, string>> => ({
  fractions: list((i) => `1/${i + 1}`, most),
  'large fractions': list((i) => `7^${300 + i}/3^${400 + i}`, most),
  'large powers': list((i) => `9^${700 + i}/2^${700 + i}`, most, '-'),
  'nested powers': `${'2^(1/7+'.repeat(Math.min(60, Math.floor(most / 8)))}1${')'.repeat(Math.min(60, Math.floor(most / 8)))}`,
  digits: `${fill('7', most / 2)}/${fill('3', most / 2 - 1)}`,
});

/** Made when first asked for. */
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

const formulaQuestion = once(() =>
  questionOf({
    answer: 'expression',
    claim: { gradient: { of: 'W2_11' } },
    key: '2(out - y) n1',
  }),
);
const exactQuestion = once(() =>
  questionOf({
    answer: 'expression',
    claim: { equals: { to: 'A', names: ['A', 'B'] } },
    key: 'A',
  }),
);
const drawn = Array.from({ length: 64 }, (_, i) => Array.from({ length: 16 }, (_, j) => ((i * j) % 5) - 2));
const outgoing = [Array.from({ length: 64 }, (_, i) => (i % 5) - 2)];
const wide = {
  inputs: Array.from({ length: 16 }, (_, i) => `x${i + 1}`),
  layers: [
    { dense: { units: 64, bias: false, activation: 'relu', weights: drawn } },
    { dense: { units: 1, bias: false, weights: outgoing } },
  ],
  loss: 'squared-error',
};
const square = {
  inputs: Array.from({ length: 8 }, (_, i) => `x${i + 1}`),
  layers: [{ dense: { units: 8, bias: false, activation: 'relu' } }, { dense: { units: 1, bias: false } }],
  loss: 'squared-error',
};
const countQuestion = once(() =>
  questionOf({ answer: 'number', claim: { parameters: 'model' }, key: 1088 }, wide),
);
const weightsQuestion = once(() =>
  questionOf(
    {
      answer: 'weights',
      claim: { 'weights-of': { of: 'model', size: 'free' } },
      key: { W1: drawn, W2: outgoing },
    },
    wide,
  ),
);
const gradientsQuestion = once(() =>
  questionOf(
    {
      answer: 'matrix',
      claim: { gradient: { of: 'W1' } },
      key: Array.from({ length: 8 }, (_, i) =>
        Array.from({ length: 8 }, (_, j) => `2(out-y) W2_1${i + 1} relu'(z${i + 1}) x${j + 1}`),
      ),
    },
    square,
  ),
);
const matrixQuestion = once(() =>
  questionOf({
    answer: 'matrix',
    claim: {
      equals: {
        to: Array.from({ length: 8 }, () => Array.from({ length: 8 }, () => 'A')),
        names: ['A', 'B'],
        size: 'free',
      },
    },
    key: Array.from({ length: 8 }, () => Array.from({ length: 8 }, () => 'A')),
  }),
);

export interface HostileResponse {
  readonly question: Question;
  readonly posted: Posted;
}

type Asked = () => Question;

const inEach = (asked: Asked, text: (place: number) => string) => (): HostileResponse => {
  const question = asked();
  const fields = question.answer.fields.filter((field) => !field.endsWith('.text'));
  return { question, posted: Object.fromEntries(fields.map((field, i) => [field, text(i)])) };
};

const named = (kind: string, question: Asked, texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([name, text]) => [`${kind}, ${name}`, inEach(question, () => text)] as const);
const pasted = (question: Asked, name: string, text: string) => (): HostileResponse => ({
  question: question(),
  posted: { [`${name}.text`]: text },
});
/** Entry i, j of the gradient of 8 × 8 weights, right, but for what is added. */
const gradientEntry = (place: number, more: string): string => {
  const [i, j] = [Math.floor(place / 8) + 1, (place % 8) + 1];
  return `2(out-y)W2_1${i}*relu'(z${i})*x${j}${more}`;
};
/** What may be added to it. */
const room = cell - gradientEntry(0, '').length;
const row = (text: string, count: number) => `[${Array.from({ length: count }, () => text).join(',')}]`;
const rowsOf = (text: string, rows: number, columns: number) =>
  `[${Array.from({ length: rows }, () => row(text, columns)).join(',')}]`;

/** By name: the longest responses that are read, each of another way to be slow. */
export const hostileResponses: ReadonlyMap<string, () => HostileResponse> = new Map<
  string,
  () => HostileResponse
>([
  ...named('a formula', formulaQuestion, formulas),
  ...named('a formula near A', exactQuestion, nearA),
  ...named('a number', countQuestion, numbers(1000)),
  ...Object.entries(numbers(18)).map(
    ([name, text]) => [`1,088 weights, ${name}`, inEach(weightsQuestion, () => text)] as const,
  ),
  ['1,088 weights', inEach(weightsQuestion, (i) => String(i))],
  ['weights pasted, fractions', pasted(weightsQuestion, 'W1', rowsOf('7^99/3^99', 40, 40))],
  ['weights pasted, 64 × 64', pasted(weightsQuestion, 'W1', rowsOf('1', 64, 64))],
  ...Object.entries({
    sums: fill('A*B+', cell, 'A'),
    powers: fill('(A+B)^9*', cell, 'A'),
    kinks: list((i) => `relu(A-${i}*B)`, cell),
    hidden: fill('(1e16+A-1e16)*', cell, 'A'),
    'right, not provable': `A+${fill('(relu(B)-B*[B>0])+', cell - 2, '0')}`,
    'near A': `A+${list((i) => `A/(B+${i})-A/(B+${i})`, cell - 12)}+10^(-500)`,
  }).map(([name, text]) => [`64 formulas, ${name}`, inEach(matrixQuestion, () => text)] as const),
  ['64 gradients, right', inEach(gradientsQuestion, (i) => gradientEntry(i, ''))],
  ['64 gradients, right and long', inEach(gradientsQuestion, (i) => gradientEntry(i, fill('+x1-x1', room)))],
  [
    '64 gradients, not provable',
    inEach(gradientsQuestion, (i) => gradientEntry(i, fill('+(n1-z1*[z1>0])', room))),
  ],
  ['64 gradients, wrong', inEach(gradientsQuestion, (i) => gradientEntry(i, fill('+x1*x2', room)))],
  ['64 gradients, wrong index', inEach(gradientsQuestion, (i) => gradientEntry((i * 9) % 64, ''))],
  ['formulas pasted', pasted(matrixQuestion, 'M', rowsOf(fill('A*B+', cell - 2, 'A'), 8, 8))],
  ['64 formulas, too long together', inEach(matrixQuestion, () => fill('A*B+', 400, 'A'))],
  ['1,088 weights, too long together', inEach(weightsQuestion, () => fill('7', 100))],
  ['formulas pasted, too many', pasted(matrixQuestion, 'M', rowsOf('A', 64, 64))],
]);
