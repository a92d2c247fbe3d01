import type { Posted } from '../../../answers/kind.ts';
import { rulesOf } from '../../../grading/index.ts';
import type { Question, Quiz } from '../../../quizzes/quiz.ts';
import {
  type Attempt,
  type Course,
  type QuizRow,
  type Step,
  selectCourse,
  selectLatestSteps,
} from '../../../storage/index.ts';
import { clockOf } from '../../clock.ts';
import type { Visit } from '../../page.ts';
import type { Server } from '../../server.ts';

/** An attempt with everything that its pages show: its version of the quiz, the course, and what was saved last. */
export interface Sheet {
  readonly attempt: Attempt;
  readonly quiz: Quiz;
  readonly course: Course;
  /** The rules as they hold for its student now. */
  readonly rules: QuizRow;
  readonly steps: ReadonlyMap<string, Step>;
}

export async function sheetOf({ storage, quizOf }: Server, attempt: Attempt): Promise<Sheet> {
  const [quiz, course, rules, steps] = await Promise.all([
    quizOf(attempt.quizId, attempt.quizVersion),
    selectCourse(storage.read, attempt.courseId),
    rulesOf(storage.read, attempt),
    selectLatestSteps(storage.read, attempt.id),
  ]);
  return { attempt, quiz, course, rules, steps };
}

export const postedOf = ({ steps }: Sheet, questionId: string): Posted => steps.get(questionId)?.posted ?? {};

/** Every exercise with its questions and what is told of their answers, as the bar and the last look list them. */
export const partsOf = <T extends object>(sheet: Sheet, tell: (question: Question, posted: Posted) => T) =>
  sheet.quiz.exercises.map(({ number, title, questions }) => ({
    number,
    title,
    questions: questions.map((question) => ({
      id: question.id,
      label: question.label,
      letter: question.label.replace(/^\d+/, ''),
      href: `/attempts/${sheet.attempt.id}/exercises/${number}#${question.id}`,
      ...tell(question, postedOf(sheet, question.id)),
    })),
  }));

/** What the head of an attempt's pages says. */
export const headOf = (
  { attempt, quiz, course, rules }: Sheet,
  { now, language }: Pick<Visit, 'now' | 'language'>,
) => ({
  href: `/attempts/${attempt.id}`,
  number: attempt.number,
  quiz: { title: quiz.title, href: `/courses/${course.id}/quizzes/${rules.id}` },
  clock: clockOf(rules, attempt, {
    now,
    timezone: course.timezone,
    language: language(course.language),
  }),
  timezone: course.timezone,
  language: course.language,
});
