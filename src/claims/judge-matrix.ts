import { apply, type Tree, toLatex, withShareOfBudget } from '../expressions/index.ts';
import { say } from '../language/index.ts';
import type { Note, Verdict } from '../values/outcome.ts';
import type { MatrixValue } from '../values/value.ts';
import type { MarkedMatrix } from '../values/witness.ts';
import type { Context, Misconception } from './claim.ts';
import { countParts } from './count-parts.ts';
import {
  arrangements,
  notesOf,
  SAYS,
  type Sample,
  type Sampled,
  transposed,
} from './matrix-rearrangements.ts';
import { both, decimal } from './phrases.ts';

/** The right matrix, entry by entry. */
export interface Wanted {
  /** Its values at the same points as those of `sample`, and how many these are. */
  readonly values: Sampled;
  readonly points: number;
  /** The values of an entry of an answer. */
  sample(tree: Tree): Sample;
  /** Whether an entry is right in its place. */
  judge(tree: Tree, row: number, column: number): Verdict;
  /** Whether a factor may be told: not where it would give away the numbers that are asked for. */
  readonly tellsFactor: boolean;
}

/** Tags that matrices are noted with besides those of their entries. */
export const MATRIX_TAGS = [
  'transposed',
  'rows-swapped',
  'columns-swapped',
  'sign-flipped',
  'scaled',
  'shape-differs',
] as const;

const sizeOf = (rows: readonly (readonly unknown[])[]) => `${rows.length} × ${rows[0]?.length ?? 0}`;

/** Judges a matrix entry by entry, and names what explains it as a whole or what its wrong entries have in common. */
export function judgeEntries({ rows }: MatrixValue, wanted: Wanted, { notation }: Context): Verdict {
  const right = wanted.values;
  const arranged = () =>
    arrangements(
      rows.map((row) => row.map((tree) => wanted.sample(tree))),
      right,
      wanted.points,
    );
  const tell = (factor: number) => (wanted.tellsFactor ? decimal(factor) : null);
  if (sizeOf(rows) !== sizeOf(right)) {
    const whole = arranged();
    const named = whole.length > 0 ? notesOf(whole, tell) : [SHAPE_DIFFERS];
    const says = say('Your matrix is {size} (rows × columns), which is not the size asked for.', {
      size: sizeOf(rows),
    });
    const expected = say('It is {size}.', { size: sizeOf(right) });
    return { verdict: 'wrong', notes: named, witness: { says, expected } };
  }
  const width = rows[0]?.length ?? 0;
  const verdicts = rows.map((row, i) =>
    row.map((tree, j) => withShareOfBudget((rows.length - i) * width - j, () => wanted.judge(tree, i, j))),
  );
  const wrong = verdicts.flatMap((row, i) =>
    row.flatMap((verdict, j) => (verdict.verdict === 'wrong' ? [{ verdict, row: i, column: j }] : [])),
  );
  const [first] = wrong;
  if (!first) return withoutWrong(verdicts.flat());
  const whole = arranged();
  const stateOf = ({ verdict }: Verdict) =>
    verdict === 'undecided' || verdict === 'invalid' ? 'open' : verdict;
  const matrix: MarkedMatrix = rows.map((row, i) =>
    row.map((tree, j) => {
      const verdict = verdicts[i]?.[j];
      return {
        latex: toLatex(tree, { sigma: notation.sigma }),
        verdict: verdict ? stateOf(verdict) : 'open',
      };
    }),
  );
  const { says, ...pictures } = first.verdict.witness;
  const [factor] = whole.flatMap((found) => (Math.abs(found.factor) === 1 ? [] : [found.factor]));
  const scaled =
    factor === undefined
      ? undefined
      : say('Every entry is {factor} times what it should be.', { factor: decimal(factor) });
  const expected =
    pictures.expected && scaled ? both(pictures.expected, scaled) : (pictures.expected ?? scaled);
  return {
    verdict: 'wrong',
    notes: unique([...notesOf(whole, tell), ...common(wrong.map(({ verdict }) => verdict))]),
    witness: {
      ...pictures,
      says: say('Look at row {row}, column {column}. {says}', {
        row: first.row + 1,
        column: first.column + 1,
        says: says ?? '',
      }),
      ...(expected !== undefined && { expected }),
      matrix,
    },
    ...countParts(
      verdicts.flatMap((row, i) =>
        row.map((verdict, j) => {
          const state = stateOf(verdict);
          const given = JSON.stringify(rows[i]?.[j]);
          return { given, right: state === 'open' ? ('open' as const) : state === 'right' };
        }),
      ),
    ),
  };
}

const SHAPE_DIFFERS: Note = {
  tag: 'shape-differs',
  says: say('The matrix does not have the number of rows or columns asked for.'),
};

function withoutWrong(verdicts: readonly Verdict[]): Verdict {
  const open = verdicts.find(({ verdict }) => verdict !== 'right');
  return open ?? { verdict: 'right', notes: [] };
}

const unique = (notes: readonly Note[]): Note[] =>
  notes.filter(({ tag }, i) => notes.findIndex((note) => note.tag === tag) === i);

/** What every wrong entry is noted with. */
const common = ([first, ...others]: readonly { readonly notes: readonly Note[] }[]): readonly Note[] =>
  first?.notes.filter(({ tag }) => others.every(({ notes }) => notes.some((note) => note.tag === tag))) ?? [];

/** The right matrix, wrongly arranged, and with one mistake in all entries; without those that change nothing. */
export function mistakenMatrices(
  right: readonly (readonly Tree[])[],
  mistakesOf: (row: number, column: number) => readonly { readonly note: Note; readonly tree: () => Tree }[],
  isRight: (rows: MatrixValue['rows']) => boolean,
): Misconception[] {
  const [first] = right[0] ?? [];
  const tags = new Map(first ? mistakesOf(0, 0).map(({ note }) => [note.tag, note.says]) : []);
  // What is said of all entries at once has its own words.
  const single = [...tags].filter(([tag]) => !Object.hasOwn(SAYS, tag));
  const together = single.map(([tag, says]) => ({
    tag,
    says,
    rows: right.map((row, i) =>
      row.flatMap(
        (_, j) =>
          mistakesOf(i, j)
            .find(({ note }) => note.tag === tag)
            ?.tree() ?? [],
      ),
    ),
  }));
  const arranged = (tag: keyof typeof SAYS, rows: MatrixValue['rows']) => ({ tag, says: SAYS[tag], rows });
  const negated = right.map((row) => row.map((to) => apply('neg', to)));
  const all = [
    arranged('transposed', transposed(right)),
    arranged('rows-swapped', right.toReversed()),
    arranged(
      'columns-swapped',
      right.map((row) => row.toReversed()),
    ),
    arranged('sign-flipped', negated),
    ...together,
  ];
  return all
    .filter(({ rows }) => rows.flat().length === right.flat().length && !isRight(rows))
    .map(({ tag, says, rows }) => ({ tag, says, value: { type: 'matrix', rows } }));
}
