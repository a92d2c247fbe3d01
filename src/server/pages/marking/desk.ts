import {
  type AttemptRecord,
  attemptFor,
  latestMarkings,
  type QuestionReview,
  recordOf,
  review,
} from '../../../grading/index.ts';
import { say } from '../../../language/index.ts';
import type { Exercise, Question } from '../../../quizzes/quiz.ts';
import { type Marking, selectUndecidedResponses } from '../../../storage/index.ts';
import type { CourseQuiz } from '../../http/access/course-access.ts';
import type { PageRequest } from '../../http/page.ts';
import { Conflict, NotFound } from '../../http/page-errors.ts';
import type { Server } from '../../server.ts';

/** A question of a quiz, with the attempts whose response to it a person has to mark, by name. */
export interface Pile extends CourseQuiz {
  readonly questionId: string;
  readonly waiting: readonly string[];
}

/** One response of it, in the version of the quiz that was answered. */
export interface Desk extends Pile {
  readonly record: AttemptRecord;
  readonly exercise: Exercise;
  readonly question: Question;
  readonly reviewed: QuestionReview;
  /** The marking that counts so far. */
  readonly marking: Marking;
}

export async function pileOf({ storage }: Server, quiz: CourseQuiz, questionId: string): Promise<Pile> {
  const undecided = await selectUndecidedResponses(storage.read, quiz.course.id);
  const waiting = undecided
    .filter((each) => each.quizId === quiz.row.id && each.questionId === questionId)
    .map(({ attemptId }) => attemptId);
  return { ...quiz, questionId, waiting };
}

/** 404 for an attempt at another quiz, or one without this question. */
export async function deskOf(
  { storage, quizOf }: Server,
  pile: Pile,
  attemptId: string,
  { who, now }: Pick<PageRequest, 'who' | 'now'>,
): Promise<Desk> {
  const { attempt } = await attemptFor(storage.read, attemptId, who.id);
  if (attempt.courseId !== pile.course.id || attempt.quizId !== pile.row.id) throw new NotFound();
  if (attempt.state !== 'marked') {
    throw new Conflict(
      say('This attempt has not been handed in and marked yet.'),
      say('Mark it once it has been; what is saved so far is in its history.'),
      { href: `/attempts/${attempt.id}/history`, text: say('Its history') },
    );
  }
  const [record, quiz] = await Promise.all([
    recordOf(storage.read, attempt),
    quizOf(attempt.quizId, attempt.quizVersion),
  ]);
  const isAsked = ({ id }: { readonly id: string }) => id === pile.questionId;
  const exercise = quiz.exercises.find(({ questions }) => questions.some(isAsked));
  const question = exercise?.questions.find(isAsked);
  const reviewed = review(record, quiz, pile.row, now, 'instructor').questions.find(isAsked);
  const marking = latestMarkings(record).get(pile.questionId);
  if (!exercise || !question || !reviewed || !marking) {
    throw new NotFound(say('This attempt has no such question.'));
  }
  return { ...pile, record, exercise, question, reviewed, marking };
}

/** The attempt that waits after this one, beginning again after the last; null: nothing else waits. */
export function nextAfter({ waiting }: Pile, attemptId: string): string | null {
  const others = waiting.filter((id) => id !== attemptId);
  return others[waiting.indexOf(attemptId)] ?? others[0] ?? null;
}
