import { ENGLISH } from '../../language/index.ts';
import { misplacedUses } from '../carried-forward/problems.ts';
import { type Environment, openEnvironment } from '../environment.ts';
import { behaviourOf } from '../format/behaviour.ts';
import { reviewRules } from '../format/review-rules.ts';
import { issueProblems, type SourceProblem } from '../format/source-problems.ts';
import { contentHash } from '../hash.ts';
import type { Question, Quiz } from '../quiz.ts';
import { type Drawn, drawFirst, drawQuiz } from '../template/draw.ts';
import { DrawError } from '../template/placeholders.ts';
import { isVaried, readTemplate } from '../template/template.ts';
import { strayPlaceholders, templateProblems } from '../template/template-problems.ts';
import { duplicateIds } from './duplicate-ids.ts';
import { prepareExercise } from './prepare-exercise.ts';
import { Problems, type Strictness } from './problems.ts';
import { reviewProblems } from './review-problems.ts';
import { textProblems } from './text-problems.ts';

export type Prepared =
  | { readonly quiz: Quiz; readonly problems: readonly [] }
  | { readonly quiz: null; readonly problems: readonly SourceProblem[] };

const refused = (problems: readonly SourceProblem[]): Prepared => ({ quiz: null, problems });

/** Checks a source and prepares it; equal sources give equal versions. */
export function prepareSource(id: string, data: unknown, environment = openEnvironment()): Prepared {
  if (isVaried(data)) return prepareTemplate(id, data, 'check', environment);
  const stray = strayPlaceholders(data);
  return stray.length > 0 ? refused(stray) : prepareDrawn(id, data, 'check', environment);
}

/** Prepares a stored snapshot, which was checked when it was published. */
export function prepareQuiz(id: string, snapshot: unknown, environment = openEnvironment()): Quiz {
  const prepare = isVaried(snapshot) ? prepareTemplate : prepareDrawn;
  const { quiz, problems } = prepare(id, snapshot, 'trust', environment);
  if (!quiz)
    throw new Error(
      `The stored quiz "${id}" cannot be prepared: ${problems.map((p) => ENGLISH.say(p.message)).join(' ')}`,
    );
  return quiz;
}

/** The first variant of a quiz stands for all of them where none is drawn; its version is that of the whole. */
function prepareTemplate(
  id: string,
  data: unknown,
  strictness: Strictness,
  environment: Environment,
): Prepared {
  const read = readTemplate(data);
  if ('problems' in read) return refused(read.problems);
  const { template } = read;
  const wrong = templateProblems(template);
  if (wrong.length > 0) return refused(wrong);
  try {
    const first = drawFirst(template);
    const { quiz, problems } = prepareDrawn(id, first.source, strictness, environment);
    if (!quiz) return refused(placed(first, problems));
    const asked = new Set(drawQuiz(template, '1').places.flatMap(({ questions }) => questions.map(String)));
    const questions = quiz.exercises.flatMap((exercise, i) =>
      exercise.questions.filter((_, j) => asked.has(String(first.places[i]?.questions[j]))),
    );
    const version = contentHash(data);
    return {
      quiz: { ...quiz, version, snapshot: data, varied: true, template, ...sizeOf(questions) },
      problems: [],
    };
  } catch (error) {
    if (error instanceof DrawError) {
      return refused([{ path: error.path, message: error.says, offset: error.offset }]);
    }
    throw error;
  }
}

/** Problems of a drawn quiz, where they are in the file that it was drawn from. */
function placed({ places }: Drawn, problems: readonly SourceProblem[]): readonly SourceProblem[] {
  return problems.map((problem) => {
    const [, i, , j, ...rest] = problem.path;
    const exercise = places[Number(i)];
    if (problem.path[0] !== 'exercises' || exercise === undefined) return problem;
    const question = problem.path[2] === 'questions' ? exercise.questions[Number(j)] : undefined;
    return {
      ...problem,
      path: question ? [...question, ...rest] : [...exercise.path, ...problem.path.slice(2)],
    };
  });
}

/** A quiz with nothing left to draw. */
export function prepareDrawn(
  id: string,
  data: unknown,
  strictness: Strictness,
  environment: Environment,
): Prepared {
  const parsed = environment.format.QuizSource.safeParse(data);
  if (!parsed.success) return refused(issueProblems(parsed.error));
  const source = parsed.data;
  const behaviour = behaviourOf(source.behaviour);
  const judged = behaviour.kind === 'deferred' ? 'handed-in' : 'one-by-one';
  const problems = new Problems(strictness);
  problems.whenChecking(() => [
    ...reviewProblems(source, judged),
    ...duplicateIds(source),
    ...source.exercises.flatMap(misplacedUses),
    ...textProblems(source, environment.caches.formulas),
  ]);
  const exercises = source.exercises.map((exercise, i) =>
    prepareExercise(source, exercise, i, { problems, caches: environment.caches }),
  );
  if (problems.found.length > 0) return refused(problems.found);
  const quiz: Quiz = {
    id,
    version: contentHash(source),
    source,
    snapshot: source,
    environment,
    varied: false,
    template: null,
    ...sizeOf(exercises.flatMap((exercise) => exercise.questions)),
    title: source.title,
    text: source.text,
    attempts: source.attempts ?? null,
    behaviour,
    review: reviewRules(source.review, judged),
    exercises,
  };
  return { quiz, problems: [] };
}

const sizeOf = (questions: readonly Question[]) => ({
  questions: questions.length,
  maximum: questions.reduce((sum, { maximum }) => sum + maximum, 0),
});
