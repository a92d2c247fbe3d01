import type { Change } from '../../grading/index.ts';
import { type Message, say } from '../../language/index.ts';
import { REVIEW_ITEMS, type ReviewItem } from '../../quizzes/index.ts';

const WORDS: Readonly<Record<ReviewItem, Message>> = {
  response: say('your answers'),
  right: say('what is right or wrong'),
  mark: say('the marks'),
  witness: say('where your answers go wrong'),
  feedback: say('the feedback'),
  solution: say('the solutions'),
};

/** What together is called the result. */
const RESULT: readonly ReviewItem[] = ['right', 'mark', 'witness', 'feedback'];

/** `the result and the solutions`; null for nothing. */
export function itemsInWords(items: ReadonlySet<ReviewItem> | readonly ReviewItem[]): Message | null {
  const shown = new Set(items);
  // Nobody needs to be told of their own answers where there is more.
  if (shown.size > 1) shown.delete('response');
  const all = RESULT.every((item) => shown.has(item));
  const words = REVIEW_ITEMS.filter((item) => shown.has(item)).flatMap((item) => {
    if (!all || !RESULT.includes(item)) return [WORDS[item]];
    return item === 'right' ? [say('the result')] : [];
  });
  return words.length === 0 ? null : say('{list}', { list: words });
}

/** What the partial `review/ahead` reads of a change of what may be seen. */
export interface ChangePart {
  readonly at: number;
  readonly closed: boolean;
  readonly due: boolean;
  readonly shows: Message | null;
  readonly hides: Message | null;
}

export const changesInWords = (changes: readonly Change[]): readonly ChangePart[] =>
  changes.map(({ at, when, shows, hides }) => ({
    // The moment of closing itself, which still counts, is the one that the dates of the quiz name.
    at: when === 'closed' ? at - 1 : at,
    closed: when === 'closed',
    due: when === 'solutions',
    shows: itemsInWords(shows),
    hides: itemsInWords(hides),
  }));
