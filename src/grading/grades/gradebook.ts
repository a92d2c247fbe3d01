import { group } from 'd3-array';
import {
  type Queries,
  type QuizRow,
  selectMarksByQuestion,
  selectQuizzes,
  selectStudents,
} from '../../storage/index.ts';
import { rulesOfMany } from '../rules/rules-for-person.ts';
import { type GradedAttempt, handedInAttempts } from './graded-attempts.ts';
import { meanMark, type QuizGrade, quizGradeOf } from './quiz-grade.ts';

interface Student {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

export interface Gradebook {
  readonly quizzes: readonly QuizRow[];
  /** `cells` by quiz id; absent where nothing was handed in. */
  readonly students: readonly (Student & { readonly cells: ReadonlyMap<string, QuizGrade> })[];
}

/** The grades of a course: for each student and quiz what counts of the attempts that were handed in. Four queries. */
export async function gradebook(db: Queries, courseId: string): Promise<Gradebook> {
  const [quizzes, students, handedIn, rules] = await Promise.all([
    selectQuizzes(db, courseId),
    selectStudents(db, courseId),
    handedInAttempts(db, { courseId }),
    rulesOfMany(db, { courseId }),
  ]);
  const attempts = group(handedIn, ({ personId, quizId }: GradedAttempt) => `${personId} ${quizId}`);
  return {
    quizzes,
    students: students.map((student) => ({
      ...student,
      cells: new Map(
        quizzes.flatMap((quiz) => {
          const own = attempts.get(`${student.id} ${quiz.id}`) ?? [];
          const grade = quizGradeOf(rules(quiz, student.id), own);
          return grade === null ? [] : [[quiz.id, grade] as const];
        }),
      ),
    })),
  };
}

export interface QuizGradebook {
  /** Ids of the questions that anybody has a marking of, also of earlier versions of the quiz. */
  readonly questions: ReadonlySet<string>;
  readonly students: readonly (Student & {
    /** How many attempts were handed in. */
    readonly attempts: number;
    readonly quizGrade: QuizGrade | null;
    /** By question id: its mean mark in the attempts that count; null where a person has to decide. */
    readonly marks: ReadonlyMap<string, number | null>;
  })[];
}

/** The grades of one quiz, with the marks of its questions. Four queries. */
export async function quizGradebook(db: Queries, quiz: QuizRow): Promise<QuizGradebook> {
  const of = { courseId: quiz.courseId, quizId: quiz.id };
  const [students, handedIn, marks, rules] = await Promise.all([
    selectStudents(db, quiz.courseId),
    handedInAttempts(db, of),
    selectMarksByQuestion(db, of),
    rulesOfMany(db, of),
  ]);
  const attempts = group(handedIn, ({ personId }: GradedAttempt) => personId);
  const questions = new Set([...marks.values()].flatMap((each) => [...each.keys()]));
  return {
    questions,
    students: students.map((student) => {
      const own = attempts.get(student.id) ?? [];
      const quizGrade = quizGradeOf(rules(quiz, student.id), own);
      const counting = quizGrade?.attempts.flatMap(({ id }) => marks.get(id) ?? []) ?? [];
      const means = [...questions].flatMap((question) => {
        const mean = meanMark(
          counting.flatMap((each) => (each.has(question) ? [each.get(question) ?? null] : [])),
        );
        return mean === undefined ? [] : [[question, mean] as const];
      });
      return { ...student, attempts: own.length, quizGrade, marks: new Map(means) };
    }),
  };
}
