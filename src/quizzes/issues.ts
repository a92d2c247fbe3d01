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
  /** About the name of the field at `path`, not its value. */
  readonly named?: boolean;
}

speakPlainly();

/** Of which part of a file a field is, where it stands in another one. */
const PLACES = [
  ['a course', CourseSource],
  ['a quiz', QuizSource],
  ['an exercise', ExerciseSource],
  ['a question', QuestionSource],
] as const;

const DRAWN = ['draw', 'such-that'];

/** What Zod found, in sentences that name the field: one for each mistake. */
export function issueProblems({ issues }: z.ZodError): SourceProblem[] {
  const found = issues.flatMap((issue) => meant(issue, issue.path));
  const same = (a: Path, b: Path) => a.length === b.length && a.every((key, i) => key === b[i]);
  const missing = found.filter(({ message }) => message.startsWith('is missing'));
  const explained = new Set<Issue>();
  const unknown = found.flatMap(({ path, keys }) => {
    if (keys === undefined) return [];
    // A field that is missing beside one that is unknown is the same mistake, and so is what they lack together.
    const absent = missing.filter((issue) => same(issue.path.slice(0, -1), path));
    for (const issue of found) if (issue.code === 'custom' && same(issue.path, path)) explained.add(issue);
    return keys.map(({ key, message }) => {
      const only = keys.length === 1 && absent.length === 1 ? absent[0] : undefined;
      const lost =
        absent.find((issue) => String(issue.path.at(-1)) === nearest(key, absent.map(fieldOf))) ?? only;
      if (lost) explained.add(lost);
      const advice = lost && `there is no field "${key}" here: did you mean "${fieldOf(lost)}"?`;
      return { path: [...path, key], message: advice ?? elsewhere(key, message), named: true };
    });
  });
  const others = found
    .filter((issue) => issue.keys === undefined && !explained.has(issue))
    .map(({ path, message }) => ({ path, message: sentence(path, message) }));
  return [...others, ...unknown];
}

interface Issue {
  readonly path: Path;
  readonly code: string;
  readonly message: string;
  /** Fields that there are not, each with its sentence. */
  readonly keys?: readonly { readonly key: string; readonly message: string }[];
}

const fieldOf = ({ path }: Issue): string => String(path.at(-1));

/** Of alternatives, the one that was meant: all that is wrong with it lies inside. */
function meant(issue: z.core.$ZodIssue, path: Path): Issue[] {
  if (issue.code === 'unrecognized_keys') {
    const sentences = issue.message.split('\n');
    const keys = issue.keys.map((key, i) => ({ key, message: sentences[i] ?? issue.message }));
    return [{ path, code: issue.code, message: issue.message, keys }];
  }
  if (issue.code === 'invalid_union') {
    const [inside, ...others] = issue.errors.filter((each) => each.every((inner) => inner.path.length > 0));
    if (inside !== undefined && others.length === 0) {
      return inside.flatMap((inner) => meant(inner, [...path, ...inner.path]));
    }
  }
  return [{ path, code: issue.code ?? '', message: issue.message }];
}

function elsewhere(key: string, message: string): string {
  const place = PLACES.find(([, { shape }]) => Object.hasOwn(shape, key))?.[0];
  if (DRAWN.includes(key)) return `"${key}" is a field of an exercise or a question, not of this`;
  return place === undefined || key === 'drawn' ? message : `"${key}" is a field of ${place}, not of this`;
}

/** Zod speaks of a value; a person needs the name of the field with it. */
function sentence(path: Path, message: string): string {
  const field = path.findLast((key) => typeof key === 'string');
  return field === undefined ? message : `${String(field)}: ${message}`;
}
