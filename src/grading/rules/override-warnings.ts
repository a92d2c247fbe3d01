import { type Message, say } from '../../language/index.ts';
import { dateWarnings, pastWarnings } from '../../quizzes/proving/warnings.ts';
import type { Override, OverrideTerms, QuizRow } from '../../storage/index.ts';
import { asOverride, whySenseless } from './overrides.ts';
import { rulesFor } from './rules-for-person.ts';

/** What an override may say, and hardly was meant to: it is asked once more before it holds. */
export interface OverrideWarning {
  readonly term: 'opens' | 'due' | 'closes' | 'timeLimit' | 'attempts';
  readonly message: Message;
}

/** What is odd about the rules that these terms make of a quiz's own, and was not odd before; of terms that can hold. */
export function overrideWarnings(
  quiz: QuizRow,
  terms: OverrideTerms,
  now: number,
): readonly OverrideWarning[] {
  if (whySenseless(quiz, terms) !== null) return [];
  const rules = rulesFor(quiz, [asOverride(quiz, terms)]);
  const usual = dateWarnings(quiz).map(({ field }) => field);
  const odd = dateWarnings(rules).filter(({ field }) => !usual.includes(field));
  const late = terms.due !== null || terms.extraTime !== null;
  const past = pastWarnings({ ...rules, due: late ? rules.due : null }, now);
  const less = LESS.filter(([term]) => isSmaller(terms[term], quiz[term]));
  return [
    ...[...odd, ...past].flatMap(({ field, message }) => {
      const term = TERMS[field];
      return term === undefined ? [] : [{ term, message }];
    }),
    ...less.map(([term, message]) => ({ term, message })),
  ];
}

/** Whether everybody else may be shown the solutions while those for whom an override holds may still work. */
export function solutionsOutBefore(quiz: QuizRow, override: Override): boolean {
  const { closes } = rulesFor(quiz, [{ ...override, appliesTo: '' }]);
  const out = quiz.solutions ?? quiz.closes;
  return closes !== null && out !== null && closes > out;
}

const TERMS: Readonly<Record<string, OverrideWarning['term']>> = {
  opens: 'opens',
  due: 'due',
  closes: 'closes',
  'time-limit': 'timeLimit',
};

const LESS = [
  ['due', say('is earlier than for everyone else')],
  ['closes', say('is earlier than for everyone else')],
  ['timeLimit', say('is shorter than for everyone else')],
  ['attempts', say('are fewer than for everyone else')],
] as const;

const isSmaller = (given: number | null, usual: number | null) =>
  given !== null && usual !== null && given < usual;
