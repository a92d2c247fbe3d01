import { type Message, say } from '../language/index.ts';
import { selectAttemptCounts, selectWaitingResponses } from '../storage/index.ts';
import type { Server } from './server.ts';

/** What the partial `staff/waiting` reads: responses that a person has to mark, and where the first of them is marked. */
export interface Waiting {
  readonly count: number;
  readonly href: string;
}

/** What students did in a quiz, and what of it waits. */
export interface QuizActivity {
  readonly attempts: Message;
  /** Handed in, and not yet marked by the program. */
  readonly pending: number;
  readonly waiting: Waiting | null;
}

/** What of a course waits for a person; null: nothing. */
export async function waitingIn({ storage }: Server, courseId: string): Promise<Waiting | null> {
  return summaryOf(courseId, await selectWaitingResponses(storage.read, courseId));
}

/** How far the students of a course are, by quiz. */
export async function activityIn(
  { storage }: Server,
  courseId: string,
): Promise<(quizId: string) => QuizActivity> {
  const [counts, waiting] = await Promise.all([
    selectAttemptCounts(storage.read, courseId),
    selectWaitingResponses(storage.read, courseId),
  ]);
  return (quizId) => {
    const { all: n = 0, open = 0, pending = 0 } = counts.find((each) => each.quizId === quizId) ?? {};
    return {
      attempts:
        open === 0
          ? say('{n, plural, =0 {no attempts yet} one {# attempt} other {# attempts}}', { n })
          : say('{n, plural, one {# attempt} other {# attempts}}, {open} in progress', { n, open }),
      pending,
      waiting: summaryOf(
        courseId,
        waiting.filter((each) => each.quizId === quizId),
      ),
    };
  };
}

function summaryOf(
  courseId: string,
  piles: Awaited<ReturnType<typeof selectWaitingResponses>>,
): Waiting | null {
  const [first] = piles;
  if (first === undefined) return null;
  return {
    count: piles.reduce((sum, { count }) => sum + count, 0),
    href: `/courses/${courseId}/quizzes/${first.quizId}/questions/${first.questionId}/marking`,
  };
}
