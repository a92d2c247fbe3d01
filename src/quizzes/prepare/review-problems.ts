import { type Message, say } from '../../language/index.ts';
import { type ReviewItem, type ReviewRules, reviewRules, statedRules } from '../format/review-rules.ts';
import type { QuizSource } from '../format/schema.ts';
import type { SourceProblem } from '../format/source-problems.ts';

/** What one item tells of others, so that keeping those back would be vain. */
const TELLS: Partial<Record<ReviewItem, readonly ReviewItem[]>> = {
  mark: ['right'],
  witness: ['response', 'right'],
  feedback: ['response', 'right'],
};

/** Rules that contradict each other or can never hold. */
export function reviewProblems(
  { review, practice, closes, solutions }: QuizSource,
  judged: 'one-by-one' | 'handed-in',
): SourceProblem[] {
  const given = statedRules(review);
  const rules = reviewRules(review, judged);
  const problems: SourceProblem[] = [];
  const found = (moment: keyof ReviewRules, message: Message) => {
    const path = typeof review === 'object' && moment in review ? ['review', moment] : ['review'];
    if (review !== undefined) problems.push({ path, message });
  };

  if (rules.during.includes('solution')) {
    found('during', say('a solution is never shown while the attempt is open: leave it out here'));
  } else if (judged === 'handed-in' && rules.during.length > 1) {
    found(
      'during',
      say('nothing is judged before the attempt is handed in: only "response" is allowed here'),
    );
  }
  if (
    judged === 'one-by-one' &&
    (!rules.during.includes('right') || (typeof review === 'string' && !rules.after.includes('right')))
  ) {
    found(
      'during',
      say(
        'this behaviour says at once what is right: show "right" during the attempt and after it, or choose a deferred behaviour',
      ),
    );
  }
  for (const moment of ['during', 'after', 'later', 'closed', 'solutions'] as const) {
    if (moment !== 'during' && given[moment] === undefined) continue;
    const shown = new Set(moment === 'solutions' ? [...rules.after, ...rules.solutions] : rules[moment]);
    for (const item of shown) {
      const missing = TELLS[item]?.find((other) => !shown.has(other));
      if (missing !== undefined)
        found(
          moment,
          say('"{item}" gives away "{missing}" too: add it, or leave "{item}" out', { item, missing }),
        );
    }
  }
  if (closes === undefined && given.closed !== undefined) {
    found('closed', say('this quiz never closes: say when in "closes"'));
  }
  if (solutions === undefined && rules.solutions.length > 0) {
    found('solutions', say('this quiz has no day for its solutions: say when in "solutions"'));
  }
  const everSolved = [rules.after, rules.later, rules.closed, rules.solutions].some((items) =>
    items.includes('solution'),
  );
  if (solutions !== undefined && !everSolved) {
    problems.push({
      path: ['solutions'],
      message: say('the solutions have a day, but "review" never shows them: add "solution" to it'),
    });
  }
  if (practice === 'after-close' && closes === undefined) {
    problems.push({
      path: ['practice'],
      message: say(
        'this quiz never closes, so practice after it would never start: say when in "closes", or write yes',
      ),
    });
  }
  return problems;
}
