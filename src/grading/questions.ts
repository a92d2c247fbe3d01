import type { Question, Quiz } from '../quizzes/quiz.ts';

/** The questions of a quiz by id, in the order of the sheet. */
export const questionsOf = (quiz: Quiz): ReadonlyMap<string, Question> =>
  new Map(quiz.exercises.flatMap(({ questions }) => questions.map((question) => [question.id, question])));
