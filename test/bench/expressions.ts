import { compile, equivalent, parse, reader, toText } from '../../src/expressions/index.ts';

/** The answers of the homework, as a class would type them. */
const names = ['out', 'y', 'n1', 'W2_11', 'W1_11', 'W1_12', 'A', 'B'];
const plain = [
  '2*(out-y)*n1',
  '2*(out-y)*W2_11*sigmoid(W1_11*A+W1_12*B)*B',
  '-2*(y-out)*n1',
  '1/(1+exp(-A))',
];
const loose = [
  '2(out − y)·n₁',
  "2(out - y) \\cdot W_{11}^{(2)} \\cdot \\sigma'(W_{11}^{(1)} A + W_{12}^{(1)} B) * B",
];

/** Calls a second, the best of several rounds: the machine is shared. */
function rate(work: () => unknown, calls = 1): number {
  let best = 0;
  for (let round = 0; round < 7; round++) {
    const start = performance.now();
    let done = 0;
    while (performance.now() - start < 150) {
      work();
      done += calls;
    }
    best = Math.max(best, (done * 1000) / (performance.now() - start));
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
  readonly parse: (text: string) => { compile(): { evaluate(scope: Record<string, number>): unknown } };
}

/** mathjs is compared where it is installed; its module is not typed here. */
async function mathJs(): Promise<MathJs | undefined> {
  try {
    const module: MathJs = await import(['math', 'js'].join(''));
    return module;
  } catch {
    return undefined;
  }
}

const read = reader({ names, sigma: 'relu' });
const other = await mathJs();
if (!other) console.log('mathjs is not installed: no comparison with it.');

const parseAll = (texts: readonly string[]) => () => texts.map((text) => read(text));
const mathJsParse = other && rate(() => plain.map((text) => other.parse(text)), plain.length);
report('parse, plain text', rate(parseAll(plain), plain.length), mathJsParse ? { mathjs: mathJsParse } : {});
report('parse, Unicode and LaTeX', rate(parseAll(loose), loose.length));
report(
  'parse, declaring the names anew',
  rate(() => plain.map((text) => parse(text, { names })), plain.length),
);

const many = 1000;
for (const text of ['2*(out-y)*n1', '2*(out-y)*W2_11*sigmoid(W1_11*A+W1_12*B)*B']) {
  const parsed = read(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  const values = Float64Array.from(names, (_, i) => 0.1 + i);
  const compiled = compile(parsed.tree, names);
  let sum = 0;
  const ours = rate(() => {
    for (let i = 0; i < many; i++) {
      values[0] = i;
      sum += compiled(values);
    }
  }, many);
  const hand = rate(() => {
    for (let i = 0; i < many; i++) {
      values[0] = i;
      sum += text.length < 20 ? short(values) : long(values);
    }
  }, many);
  const others: Record<string, number> = { 'a closure written by hand': hand };
  if (other) {
    const code = other
      .parse(text.replace('sigmoid(W1_11*A+W1_12*B)', '(1/(1+exp(-(W1_11*A+W1_12*B))))'))
      .compile();
    const scope = Object.fromEntries(names.map((name, i) => [name, values[i] ?? 0]));
    others['mathjs'] = rate(() => {
      for (let i = 0; i < many; i++) {
        scope['out'] = i;
        sum += Number(code.evaluate(scope));
      }
    }, many);
  }
  report(`evaluate ${toText(parsed.tree)}`, ours, others);
  if (Number.isNaN(sum)) console.log('not a number');
}

function short(v: Float64Array): number {
  return 2 * ((v[0] ?? 0) - (v[1] ?? 0)) * (v[2] ?? 0);
}
function long(v: Float64Array): number {
  const z = (v[4] ?? 0) * (v[6] ?? 0) + (v[5] ?? 0) * (v[7] ?? 0);
  return 2 * ((v[0] ?? 0) - (v[1] ?? 0)) * (v[3] ?? 0) * (1 / (1 + Math.exp(-z))) * (v[7] ?? 0);
}

for (const [title, a, b] of [
  ['proven equal', '2*(out-y)*n1', '-2*(y-out)*n1'],
  ['proven equal, with a kink', "B*2*(out-y)*σ'(A*W1_11+B*W1_12)", "2*(out-y)*σ'(W1_11*A+W1_12*B)*B"],
  ['different', '2*(out-y)*n1', '2*(y-out)*n1'],
  ['equal at all points', 'log(1+exp(A))', 'A+log(1+exp(-A))'],
  ['equal at all points, with kinks', 'max(A,B)', 'A+relu(B-A)+0*exp(A)'],
] as const) {
  const [left, right] = [read(a), read(b)];
  if (!left.ok || !right.ok) throw new Error(title);
  report(
    `compare, ${title}`,
    rate(() => equivalent(left.tree, right.tree)),
  );
}
