import { compile, equivalent, parse, reader, toText } from '../../src/expressions/index.ts';
import { english } from '../language/english.ts';

/** The answers of the homework, as a class would type them. */
const names = ['out', 'y', 'n1', 'W2_11', 'W1_11', 'W1_12', 'A', 'B'];
const gradient = '2*(out-y)*W2_11*(1/(1+exp(-(W1_11*A+W1_12*B))))*B';
const plain = ['2*(out-y)*n1', gradient, '-2*(y-out)*n1', '1/(1+exp(-A))'];
const loose = [
  '2(out − y)·n₁',
  "2(out - y) \\cdot W_{11}^{(2)} \\cdot \\sigma'(W_{11}^{(1)} A + W_{12}^{(1)} B) * B",
];

/** Calls a second of processor time, the best of several rounds: the machine is shared. */
function rate(work: () => unknown, calls = 1): number {
  const seconds = (): number => process.cpuUsage().user / 1e6;
  let best = 0;
  for (let round = 0; round < 5; round++) {
    const start = seconds();
    let done = 0;
    while (seconds() - start < 0.2) {
      for (let i = 0; i < 20; i++) work();
      done += 20 * calls;
    }
    best = Math.max(best, done / (seconds() - start));
  }
  return best;
}

const shown = (perSecond: number): string =>
  perSecond > 1e6 ? `${(perSecond / 1e6).toFixed(1)} M/s` : `${(perSecond / 1e3).toFixed(1)} k/s`;
const report = (title: string, perSecond: number, others: Readonly<Record<string, number>> = {}): void => {
  const ratios = Object.entries(others).map(
    ([name, other]) => `${(perSecond / other).toFixed(2)} times ${name} (${shown(other)})`,
  );
  console.log([`${title}: ${shown(perSecond)}`, ...ratios].join(', '));
};

interface MathJs {
  parse(text: string): { compile(): { evaluate(scope: Record<string, number>): unknown } };
}

/** mathjs is compared where it is installed. */
async function mathJs(): Promise<MathJs | undefined> {
  const specifier = 'mathjs';
  try {
    const module: MathJs = await import(specifier);
    return module;
  } catch {
    console.log('mathjs is not installed: no comparison with it.');
    return undefined;
  }
}

const read = reader({ names, sigma: 'relu' });
const other = await mathJs();
const each = (texts: readonly string[], parser: (text: string) => unknown): number =>
  rate(() => texts.map((text) => parser(text)), texts.length);

report('parse, plain text', each(plain, read), other && { mathjs: each(plain, other.parse) });
report('parse, Unicode and LaTeX', each(loose, read));
report(
  'parse, declaring the names anew',
  each(plain, (text) => parse(text, { names })),
);

const byHand: Readonly<Record<string, (v: Float64Array) => number>> = {
  '2*(out-y)*n1': (v) => 2 * ((v[0] ?? 0) - (v[1] ?? 0)) * (v[2] ?? 0),
  [gradient]: (v) => {
    const z = (v[4] ?? 0) * (v[6] ?? 0) + (v[5] ?? 0) * (v[7] ?? 0);
    return 2 * ((v[0] ?? 0) - (v[1] ?? 0)) * (v[3] ?? 0) * (1 / (1 + Math.exp(-z))) * (v[7] ?? 0);
  },
};
const many = 1000;
for (const [text, hand] of Object.entries(byHand)) {
  const parsed = read(text);
  if (!parsed.ok) throw new Error(english(parsed.error.message));
  const values = Float64Array.from(names, (_, i) => 0.1 + i);
  const scope = Object.fromEntries(names.map((name, i) => [name, values[i] ?? 0]));
  let sum = 0;
  const each = (f: () => unknown): number =>
    rate(() => {
      for (let i = 0; i < many; i++) {
        values[0] = i;
        scope['out'] = i;
        sum += Number(f());
      }
    }, many);
  const compiled = compile(parsed.tree, names);
  const ours = each(() => compiled(values));
  const code = other?.parse(text).compile();
  const others = { 'a function written by hand': each(() => hand(values)) };
  report(
    `evaluate ${toText(parsed.tree)}`,
    ours,
    code ? { ...others, mathjs: each(() => code.evaluate(scope)) } : others,
  );
  if (Number.isNaN(sum)) throw new Error('every value is a number here');
}

for (const [title, a, b] of [
  ['proven equal', '2*(out-y)*n1', '-2*(y-out)*n1'],
  ['proven equal, with a kink', "B*2*(out-y)*σ'(A*W1_11+B*W1_12)", "2*(out-y)*σ'(W1_11*A+W1_12*B)*B"],
  ['different', '2*(out-y)*n1', '2*(y-out)*n1'],
  ['equal at all points', 'log(1+exp(A))', 'A+log(1+exp(-A))'],
  ['equal at all points, with a kink', 'σ(A)*B', 'if(A>0, A, 0)*B'],
] as const) {
  const [left, right] = [read(a), read(b)];
  if (!left.ok || !right.ok) throw new Error(title);
  report(
    `compare, ${title}`,
    rate(() => equivalent(left.tree, right.tree)),
  );
}
