import { drawPlot } from '../../figures/index.ts';
import type { VerdictWord } from '../../grading/index.ts';
import { type Language, say } from '../../language/index.ts';
import { witnessFigure } from '../../quizzes/prepare/figure.ts';
import type { Question } from '../../quizzes/quiz.ts';
import type { Witness } from '../../values/witness.ts';

/** A verdict is an icon and a word; the colour only repeats them. */
export const VERDICTS = {
  right: { icon: '✓', word: say('Right'), tone: 'right' },
  partly: { icon: '◐', word: say('Partly right'), tone: 'warn' },
  wrong: { icon: '✗', word: say('Not right'), tone: 'wrong' },
  blank: { icon: '○', word: say('No answer'), tone: 'neutral' },
  invalid: { icon: '!', word: say('Not a valid answer'), tone: 'warn' },
  undecided: { icon: '…', word: say('A person will look at this'), tone: 'neutral' },
  broken: {
    icon: '…',
    word: say('A person will look at this: there is a mistake in the question itself'),
    tone: 'neutral',
  },
} as const satisfies Record<VerdictWord, unknown>;

const CELLS = {
  right: { icon: '✓', word: say('right') },
  wrong: { icon: '✗', word: say('wrong') },
  open: { icon: '…', word: say('not decided') },
} as const;

/** For those who are the persons that look. */
export const STAFF_VERDICTS = {
  ...VERDICTS,
  undecided: { ...VERDICTS.undecided, word: say('Needs marking by hand') },
  broken: { ...VERDICTS.broken, word: say('Mistake in the question') },
};

/** Evidence with its pictures drawn: the failing input running through the network, the curves. */
export function drawEvidence(
  { id, context }: Question,
  { says, table, network, matrix, plot }: Omit<Witness, 'expected'>,
  language: Language,
) {
  const drawn = network && context.model ? witnessFigure(context.model, network) : null;
  return {
    says,
    table,
    matrix: matrix?.map((row) => row.map((cell) => ({ ...cell, ...CELLS[cell.verdict] }))),
    network: drawn?.(`${id}-witness`, language),
    plot: plot && drawPlot(plot, { id: `${id}-plot`, language }),
  };
}
