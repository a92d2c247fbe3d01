import type { z } from 'zod';
import { nearest } from '../expressions/index.ts';
import { speakPlainly } from './plain-words.ts';
import { CourseSource, ExerciseSource, QuestionSource, QuizSource } from './schema.ts';
import type { Path } from './yaml.ts';

/** Something wrong with a quiz's source: where in it, what, and how to mend it. */
export interface SourceProblem {
  readonly path: Path;
  readonly message: string;
  /** Characters into the text at `path`. */
  readonly offset?: number;
}

speakPlainly();

const FIELDS = [QuizSource, ExerciseSource, QuestionSource, CourseSource].flatMap(({ shape }) =>
  Object.keys(shape),
);

/** What Zod found, in sentences that name the field. */
export const issueProblems = ({ issues }: z.ZodError): SourceProblem[] =>
  issues.flatMap((issue) => problemsOf(issue, issue.path));

function problemsOf(issue: z.core.$ZodIssue, path: Path): SourceProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const meant = nearest(key, FIELDS);
      const advice = meant === undefined ? 'remove it' : `did you mean "${meant}"?`;
      return { path: [...path, key], message: `there is no field "${key}" here: ${advice}` };
    });
  }
  if (issue.code === 'invalid_union') {
    // The one alternative that was meant: all that is wrong with it lies inside.
    const [meant, ...others] = issue.errors.filter((each) => each.every((inner) => inner.path.length > 0));
    if (meant !== undefined && others.length === 0) {
      return meant.flatMap((inner) => problemsOf(inner, [...path, ...inner.path]));
    }
  }
  return [{ path, message: sentence(path, issue.message) }];
}

/** Zod speaks of a value; a person needs the name of the field with it. */
function sentence(path: Path, message: string): string {
  const field = path.findLast((key) => typeof key === 'string');
  return field === undefined ? message : `${String(field)}: ${message}`;
}
