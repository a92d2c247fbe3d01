import { drawPlot } from '../figures/index.ts';
import type { VerdictWord } from '../grading/index.ts';
import { witnessFigure } from '../quizzes/figure.ts';
import type { Question } from '../quizzes/quiz.ts';
import type { Witness } from '../values/witness.ts';

/** A verdict is an icon and a word; the colour only repeats them. */
export const VERDICTS = {
  right: { icon: '✓', word: 'Right', tone: 'right' },
  partly: { icon: '◐', word: 'Partly right', tone: 'warn' },
  wrong: { icon: '✗', word: 'Not right', tone: 'wrong' },
  blank: { icon: '○', word: 'No answer', tone: 'neutral' },
  invalid: { icon: '!', word: 'Could not be read', tone: 'warn' },
  undecided: { icon: '…', word: 'A person will look at this', tone: 'neutral' },
  broken: { icon: '…', word: 'A person will look at this: the question itself has a fault', tone: 'neutral' },
} as const satisfies Record<VerdictWord, unknown>;

/** For those who are the persons that look. */
export const STAFF_VERDICTS = {
  ...VERDICTS,
  undecided: { ...VERDICTS.undecided, word: 'Waits for a person' },
  broken: { ...VERDICTS.broken, word: 'The question has a fault' },
};

/** Evidence with its pictures drawn: the failing input running through the network, the curves. */
export function drawEvidence(
  { id, context }: Question,
  { says, table, network, plot }: Omit<Witness, 'expected'>,
) {
  const drawn = network && context.model ? witnessFigure(context.model, network) : null;
  return {
    says,
    table,
    network: drawn?.(`${id}-witness`),
    plot: plot && drawPlot(plot, { id: `${id}-plot` }),
  };
}
