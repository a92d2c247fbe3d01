import { z } from 'zod';
import {
  compile,
  type Difference,
  type Domain,
  equivalent,
  namesIn,
  reader,
  type Tree,
} from '../../expressions/index.ts';
import { ENGLISH, packed, say } from '../../language/index.ts';
import { random } from '../../numbers/random.ts';
import type { Verdict } from '../../values/outcome.ts';
import type { MatrixValue } from '../../values/value.ts';
import { sameEntries } from '../../values/value-types.ts';
import type { Witness } from '../../values/witness.ts';
import type { Context } from '../claim.ts';
import { defineClaim } from '../claim-kind.ts';
import { judgeEntries, MATRIX_TAGS, mistakenMatrices, type Wanted } from '../judge-matrix.ts';
import { lazy, memoizedByClaim } from '../memoize.ts';
import { decimal, equation } from '../phrases.ts';

const Entry = z.union([z.string(), z.number()]).meta({ title: 'formula' });
const Name = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]{0,15}$/, packed(say('must be a short name such as x or w_1')));

const schema = z.strictObject({
  to: z
    .union([Entry, z.array(z.array(Entry).min(1)).min(1)])
    .describe('A formula, or the rows of a matrix: `[[2 x, 1], [y, x]]`.'),
  names: z.array(Name).max(20).optional().describe('The names in it. Default: those of the model.'),
  positive: z
    .array(Name)
    .default([])
    .describe('Names that stand for numbers above 0. Others stand for any number.'),
  called: z.string().optional().describe('The name of a matrix, as LaTeX: `J`, or `\\nabla f`.'),
  size: z
    .enum(['given', 'free'])
    .default('given')
    .describe('`free`: students must find the size of the matrix too.'),
});
type Config = z.infer<typeof schema>;

/** The answer is equal to an expression, or entry by entry to a matrix, wherever its names may lie. */
export const equals = defineClaim<Config>({
  name: 'equals',
  level: 'proven',
  schema: schema.describe(
    'The answer equals a formula, or entry by entry a matrix of formulas, for all values of the names.',
  ),
  problems(config, context) {
    const rows = rowsOf(config);
    if (rows.some((row) => row.length !== rows[0]?.length)) return [say('needs rows of one length in "to"')];
    const names = namesOf(config, context);
    const stray = config.positive.filter((name) => !names.includes(name));
    const read = reader({ names, sigma: context.notation.sigma });
    return [
      ...stray.map((name) =>
        say('says that "{name}" is positive, but its names are {names}', {
          name,
          names: names.length > 0 ? names : say('none'),
        }),
      ),
      ...rows.flat().flatMap((text) => {
        const reading = read(text);
        return reading.ok
          ? []
          : [say('cannot read "{text}": {reason}', { text, reason: reading.error.message })];
      }),
    ];
  },
  accepts: ({ to }) => (Array.isArray(to) ? ['matrix'] : ['expression']),
  form(config, context) {
    const names = { names: namesOf(config, context) };
    if (!Array.isArray(config.to)) return names;
    const latex = config.called ?? 'M';
    const numbered = (count: number) => Array.from({ length: count }, (_, i) => `${i + 1}`);
    const { length } = config.to[0] ?? [];
    const matrix = {
      name: 'M',
      latex,
      plain: say('the matrix'),
      rows: numbered(config.to.length),
      columns: numbered(length),
      free: config.size === 'free',
    };
    return { ...names, matrix };
  },
  judge: {
    expression: ({ tree }, config, context) =>
      judgeTree(tree, treesOf(config, context)[0]?.[0], config, context),
    matrix: (value, config, context) => judgeMatrix(value, config, context),
  },
  misconceptions(config, context) {
    if (!Array.isArray(config.to)) return [];
    const isRight = (rows: MatrixValue['rows']) =>
      judgeMatrix({ type: 'matrix', rows }, config, context).verdict === 'right';
    return mistakenMatrices(treesOf(config, context), () => [], isRight);
  },
  same(a, b, config, context) {
    const same = (tree: Tree, other: Tree) => {
      const { verdict } = judgeTree(tree, other, config, context);
      return verdict === 'right' || verdict === 'wrong' ? verdict === 'right' : null;
    };
    if (a.type === 'expression' && b.type === 'expression') return same(a.tree, b.tree);
    return a.type === 'matrix' && b.type === 'matrix' ? sameEntries(a.rows, b.rows, same) : undefined;
  },
  tags: MATRIX_TAGS,
  unit: ({ to }) => (Array.isArray(to) ? 'cell' : null),
});

const rowsOf = ({ to }: Config): string[][] =>
  Array.isArray(to) ? to.map((row) => row.map(String)) : [[String(to)]];

const namesOf = ({ names }: Config, { notation }: Context): readonly string[] => names ?? notation.names;

const treesOf = memoizedByClaim((config: Config, context: Context): Tree[][] => {
  const read = reader({ names: namesOf(config, context), sigma: context.notation.sigma });
  return rowsOf(config).map((row) =>
    row.map((text) => {
      const reading = read(text);
      if (!reading.ok) throw new Error(`"${text}" cannot be read: ${ENGLISH.say(reading.error.message)}`);
      return reading.tree;
    }),
  );
});

function judgeTree(tree: Tree, right: Tree | undefined, config: Config, context: Context): Verdict {
  if (!right) throw new Error('The claim "equals" has no such entry.');
  const names = namesOf(config, context);
  const domainOf = (name: string): Domain => (config.positive.includes(name) ? 'positive' : 'real');
  const variables = Object.fromEntries(names.map((name) => [name, domainOf(name)]));
  const answer = equivalent(tree, right, { variables, seed: context.seed });
  if (answer.verdict === 'undecided') return { verdict: 'undecided', reason: answer.reason };
  if (answer.verdict === 'equal') return { verdict: 'right', notes: [] };
  const { witness } = answer;
  return {
    verdict: 'wrong',
    notes: [],
    // Of a matrix only one entry is shown.
    get witness() {
      return evidence(tree, right, witness);
    },
  };
}

function evidence(tree: Tree, right: Tree, { point, a, b }: Difference): Witness {
  const names = new Set([...namesIn(tree), ...namesIn(right)]);
  const used = Object.keys(point).filter((name) => names.has(name));
  const equations = used.map((name) => equation(name, point[name] ?? Number.NaN));
  const [mine, theirs] = [shown(a), shown(b)];
  // What a constant is, is what is asked for.
  return namesIn(right).size > 0
    ? {
        says: say('For {at} this is {mine}, but it should be {theirs}.', { at: equations, mine, theirs }),
      }
    : {
        says:
          equations.length === 0
            ? say('This is {mine}, which is not right.', { mine })
            : say('For {at} this is {mine}, which is not right.', { at: equations, mine }),
        expected: say('It should be {theirs}.', { theirs }),
      };
}

const shown = (value: number | 'undefined') =>
  typeof value === 'number' && Number.isFinite(value) ? decimal(value) : say('undefined');

const judgeMatrix = (value: MatrixValue, config: Config, context: Context): Verdict =>
  judgeEntries(value, wantedOf(config, context), context);

const POINTS = 24;

const wantedOf = memoizedByClaim((config: Config, context: Context): Wanted => {
  const names = namesOf(config, context);
  const right = treesOf(config, context);
  const generator = random(`points of ${context.seed}`);
  const points = Array.from({ length: POINTS }, () =>
    Float64Array.from(names, (name) => {
      const size = generator.uniform(0.3, 2.7);
      return config.positive.includes(name) || generator.uniform() < 0.5 ? size : -size;
    }),
  );
  const sample = (tree: Tree) => {
    const formula = lazy(() => compile(tree, names));
    const known: number[] = [];
    return (i: number) => {
      known[i] ??= formula()(points[i] ?? new Float64Array(names.length));
      return known[i];
    };
  };
  return {
    values: right.map((row) => row.map(sample)),
    points: POINTS,
    sample,
    judge: (tree, row, column) => judgeTree(tree, right[row]?.[column], config, context),
    tellsFactor: right.flat().some((tree) => namesIn(tree).size > 0),
  };
});
