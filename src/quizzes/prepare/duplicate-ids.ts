import { say } from '../../language/index.ts';
import type { QuizSource } from '../format/schema.ts';
import type { SourceProblem } from '../format/source-problems.ts';

/** Questions are told apart by their ids, in the whole quiz. */
export function duplicateIds(source: QuizSource): SourceProblem[] {
  const seen = new Set<string>();
  return source.exercises.flatMap((exercise, i) =>
    exercise.questions.flatMap(({ id }, j) => {
      const message = say('the id "{id}" is used twice in this quiz: choose another', { id });
      const problem = seen.has(id) ? [{ path: ['exercises', i, 'questions', j, 'id'], message }] : [];
      seen.add(id);
      return problem;
    }),
  );
}
