import type { z } from 'zod';
import { nearest } from '../expressions/index.ts';
import { CourseSource, ExerciseSource, QuestionSource, QuizSource } from './schema.ts';
import type { Path } from './yaml.ts';

/** Something wrong with a quiz's source: where in it, what, and how to mend it. */
export interface SourceProblem {
  readonly path: Path;
  readonly message: string;
  /** Characters into the text at `path`. */
  readonly offset?: number;
}

const FIELDS = [QuizSource, ExerciseSource, QuestionSource, CourseSource].flatMap(({ shape }) =>
  Object.keys(shape),
);

/** What Zod found, in sentences that name the field. */
export function issueProblems({ issues }: z.ZodError): SourceProblem[] {
  return issues.flatMap((issue): SourceProblem[] => {
    const { path, message } = issue;
    if (issue.code !== 'unrecognized_keys') return [{ path, message: sentence(path, message) }];
    return issue.keys.map((key) => {
      const meant = nearest(key, FIELDS);
      const advice = meant === undefined ? 'remove it' : `did you mean "${meant}"?`;
      return { path: [...path, key], message: `there is no field "${key}" here: ${advice}` };
    });
  });
}

/** Zod speaks of a value; a person needs the name of the field with it. */
function sentence(path: Path, message: string): string {
  const field = path.findLast((key) => typeof key === 'string');
  return field === undefined ? message : `${String(field)}: ${message}`;
}
