import { type Message, say } from '../../language/index.ts';
import type { Question } from '../../quizzes/quiz.ts';

/** What students are told of a question that uses their answer to an earlier one. */
export function usesWords({ uses }: Question): Message | null {
  if (!uses) return null;
  const { label } = uses.question;
  if (uses.credit === 0) return say('Builds on {label}.', { label });
  return uses.credit === 1
    ? say(
        'Builds on {label}. If {label} is wrong but you carry it on correctly, you still get all the marks.',
        {
          label,
        },
      )
    : say(
        'Builds on {label}. If {label} is wrong but you carry it on correctly, you still get {percent, number} % of the marks.',
        { label, percent: uses.credit * 100 },
      );
}
