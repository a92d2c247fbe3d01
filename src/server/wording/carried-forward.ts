import { type Message, say } from '../../language/index.ts';
import type { Question } from '../../quizzes/quiz.ts';

/** What students are told of a question that uses their answer to an earlier one. */
export function usesWords({ uses }: Question): Message | null {
  if (!uses) return null;
  const { label } = uses.question;
  if (uses.credit === 0) return say('Uses your answer to {label}.', { label });
  return uses.credit === 1
    ? say('Uses your answer to {label}: if that is wrong, what is right for it counts all the same.', {
        label,
      })
    : say(
        'Uses your answer to {label}: if that is wrong, what is right for it brings {percent, number} % of the marks.',
        { label, percent: uses.credit * 100 },
      );
}
