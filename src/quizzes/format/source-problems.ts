import type { z } from 'zod';
import { nearest } from '../../expressions/index.ts';
import { say, unpacked, type Words } from '../../language/index.ts';
import { CourseSource } from './course.ts';
import { ExerciseSource, QuestionSource, QuizSource } from './schema.ts';
import type { Path } from './yaml.ts';
import { speakPlainly } from './zod-messages.ts';

/** Something wrong with a quiz's source: where in it, what, and how to mend it. */
export interface SourceProblem {
  readonly path: Path;
  readonly message: Words;
  /** Characters into the text at `path`. */
  readonly offset?: number;
  /** About the name of the field at `path`, not its value. */
  readonly named?: boolean;
}

speakPlainly();

/** Of which part of a file a field is, where it stands in another one. */
const PLACES = [
  ['course', CourseSource],
  ['quiz', QuizSource],
  ['exercise', ExerciseSource],
  ['question', QuestionSource],
] as const;

const DRAWN = ['draw', 'such-that'];

/** What Zod found, in sentences that name the field: one for each mistake. */
export function issueProblems({ issues }: z.ZodError): SourceProblem[] {
  const found = issues.flatMap((issue) => meant(issue, issue.path));
  const same = (a: Path, b: Path) => a.length === b.length && a.every((key, i) => key === b[i]);
  const missing = found.filter(
    ({ message }) =>
      typeof message === 'object' && 'text' in message && message.text.startsWith('is missing'),
  );
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
      const advice =
        lost && say('there is no field "{key}" here: did you mean "{meant}"?', { key, meant: fieldOf(lost) });
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
  readonly message: Words;
  /** Fields that there are not, each with its sentence. */
  readonly keys?: readonly { readonly key: string; readonly message: Words }[];
}

const fieldOf = ({ path }: Issue): string => String(path.at(-1));

/** Of alternatives, the one that was meant: all that is wrong with it lies inside. */
function meant(issue: z.core.$ZodIssue, path: Path): Issue[] {
  if (issue.code === 'unrecognized_keys') {
    const sentences = issue.message.split('\n');
    const keys = issue.keys.map((key, i) => ({ key, message: unpacked(sentences[i] ?? '') }));
    return [{ path, code: issue.code, message: '', keys }];
  }
  if (issue.code === 'invalid_key') return issue.issues.flatMap((inner) => meant(inner, path));
  if (issue.code === 'invalid_union') {
    const [inside, ...others] = issue.errors.filter((each) => each.every((inner) => inner.path.length > 0));
    if (inside !== undefined && others.length === 0) {
      return inside.flatMap((inner) => meant(inner, [...path, ...inner.path]));
    }
  }
  return [{ path, code: issue.code ?? '', message: unpacked(issue.message) }];
}

function elsewhere(key: string, message: Words): Words {
  const place = PLACES.find(([, { shape }]) => Object.hasOwn(shape, key))?.[0];
  if (DRAWN.includes(key))
    return say('"{key}" is a field of an exercise or a question, and does not belong here', { key });
  return place === undefined || key === 'drawn'
    ? message
    : say(
        '"{key}" is a field of {place, select, course {a course} quiz {a quiz} exercise {an exercise} other {a question}}, and does not belong here',
        { key, place },
      );
}

/** Zod speaks of a value; a person needs the name of the field with it. */
function sentence(path: Path, reason: Words): Words {
  const what = path.findLast((key) => typeof key === 'string');
  return what === undefined ? reason : say('{what}: {reason}', { what, reason });
}
