import type { Posted } from '../../../answers/kind.ts';
import { hasChecks, type QuestionProgress, questionProgress, rulesOf } from '../../../grading/index.ts';
import type { Message } from '../../../language/index.ts';
import type { Question, Quiz } from '../../../quizzes/quiz.ts';
import {
  type Attempt,
  type Course,
  type Marking,
  type QuizRow,
  type Step,
  selectCourse,
  selectFlags,
  selectLatestSteps,
  selectMarkings,
  selectSubmittedSteps,
} from '../../../storage/index.ts';
import type { PageRequest } from '../../http/page.ts';
import type { Server } from '../../server.ts';
import { type Clock, clockOf } from '../../wording/clock.ts';

/** An attempt with everything that its pages show: its version of the quiz, the course, and what was saved last. */
export interface Sheet {
  readonly attempt: Attempt;
  readonly quiz: Quiz;
  readonly course: Course;
  /** The rules as they hold for its student now. */
  readonly rules: QuizRow;
  readonly steps: ReadonlyMap<string, Step>;
  /** The questions that the student flagged. */
  readonly flags: ReadonlySet<string>;
  /** What was checked, and what came of it; empty where nothing can be checked. */
  readonly checks: { readonly steps: readonly Step[]; readonly markings: readonly Marking[] };
}

export async function sheetOf({ storage, quizOf }: Server, attempt: Attempt): Promise<Sheet> {
  const [quiz, course, rules, steps, flags] = await Promise.all([
    quizOf(attempt.quizId, attempt.quizVersion),
    selectCourse(storage.read, attempt.courseId),
    rulesOf(storage.read, attempt),
    selectLatestSteps(storage.read, attempt.id),
    selectFlags(storage.read, attempt.id),
  ]);
  const checks =
    quiz.behaviour.kind === 'deferred'
      ? { steps: [], markings: [] }
      : {
          steps: await selectSubmittedSteps(storage.read, attempt.id),
          markings: await selectMarkings(storage.read, attempt.id),
        };
  return { attempt, quiz, course, rules, steps, flags, checks };
}

export const postedOf = ({ steps }: Sheet, questionId: string): Posted => steps.get(questionId)?.posted ?? {};

/** Where a question stands; null where nothing is judged before the attempt is handed in. */
export const progressOf = ({ checks, steps }: Sheet, question: Question): QuestionProgress | null =>
  hasChecks(question)
    ? questionProgress(question, checks.steps, checks.markings, steps.get(question.id))
    : null;

/** A question as the bar and the last look list it. */
export interface ListedQuestion {
  readonly id: string;
  readonly label: string;
  /** Of the label: `e` of `1e`. */
  readonly letter: string;
  readonly href: string;
  readonly flagged: boolean;
  /** Whether an answer is there, can be read, and what a check made of it. */
  readonly state: string;
  readonly stateWord: Message;
}

export interface ListedExercise<Q> {
  readonly number: number;
  readonly title: string;
  readonly questions: readonly Q[];
}

/** Every exercise with its questions and what is told of their answers, as the bar and the last look list them. */
export const exercisesOf = <T extends Pick<ListedQuestion, 'state' | 'stateWord'>>(
  sheet: Sheet,
  tell: (question: Question, posted: Posted) => T,
): readonly ListedExercise<ListedQuestion & T>[] =>
  sheet.quiz.exercises.map(({ number, title, questions }) => ({
    number,
    title,
    questions: questions.map((question) => ({
      id: question.id,
      label: question.label,
      letter: question.label.replace(/^\d+/, ''),
      href: `/attempts/${sheet.attempt.id}/exercises/${number}#${question.id}`,
      flagged: sheet.flags.has(question.id),
      ...tell(question, postedOf(sheet, question.id)),
    })),
  }));

/** What the head of an attempt's pages says. */
export interface AttemptHead {
  readonly href: string;
  readonly number: number;
  readonly quiz: { readonly title: string; readonly href: string };
  readonly clock: Clock | null;
}

export const headOf = (
  { attempt, quiz, course, rules }: Sheet,
  { now, language }: Pick<PageRequest, 'now' | 'language'>,
): AttemptHead => ({
  href: `/attempts/${attempt.id}`,
  number: attempt.number,
  quiz: { title: quiz.title, href: `/courses/${course.id}/quizzes/${rules.id}` },
  clock: clockOf(rules, attempt, {
    now,
    timezone: course.timezone,
    language: language(course.language),
  }),
});
