import type { Result } from '../../grading/index.ts';
import { type Message, say } from '../../language/index.ts';

/** A verdict is an icon and a word; the colour only repeats them. */
export interface VerdictLook {
  readonly icon: string;
  readonly word: Message;
  readonly tone: 'right' | 'wrong' | 'warn' | 'neutral';
}

export const VERDICTS: Readonly<Record<Result, VerdictLook>> = {
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
};

/** For those who are the persons that look. */
export const STAFF_VERDICTS: Readonly<Record<Result, VerdictLook>> = {
  ...VERDICTS,
  undecided: { ...VERDICTS.undecided, word: say('Needs marking by hand') },
  broken: { ...VERDICTS.broken, word: say('Mistake in the question') },
};
