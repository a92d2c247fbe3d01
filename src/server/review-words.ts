import type { Change } from '../grading/index.ts';
import { REVIEW_ITEMS, type ReviewItem } from '../quizzes/index.ts';

const WORDS: Readonly<Record<ReviewItem, string>> = {
  response: 'your answers',
  right: 'what is right or wrong',
  mark: 'the marks',
  witness: 'where your answers fail',
  feedback: 'the feedback',
  solution: 'the solutions',
};

/** What together is called the result. */
const RESULT: readonly ReviewItem[] = ['right', 'mark', 'witness', 'feedback'];

const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** `the result and the solutions`; empty for nothing. */
export function itemsInWords(items: ReadonlySet<ReviewItem> | readonly ReviewItem[]): string {
  const shown = new Set(items);
  // Nobody needs to be told of their own answers where there is more.
  if (shown.size > 1) shown.delete('response');
  const all = RESULT.every((item) => shown.has(item));
  const words = REVIEW_ITEMS.filter((item) => shown.has(item)).flatMap((item) => {
    if (!all || !RESULT.includes(item)) return [WORDS[item]];
    return item === 'right' ? ['the result'] : [];
  });
  return LIST.format(words);
}

/** The changes for the partial `ahead`. */
export const changesInWords = (changes: readonly Change[]) =>
  changes.map(({ at, when, shows, hides }) => ({
    // The moment of closing itself, which still counts, is the one that the dates of the quiz name.
    at: when === 'closed' ? at - 1 : at,
    closed: when === 'closed',
    due: when === 'solutions',
    shows: itemsInWords(shows),
    hides: itemsInWords(hides),
  }));
