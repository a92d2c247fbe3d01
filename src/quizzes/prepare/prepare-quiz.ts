import { answerOf, answerProblems, arranged } from '../../answers/index.ts';
import type { Setting } from '../../answers/kind.ts';
import type { Context } from '../../claims/claim.ts';
import type { Drawing } from '../../figures/index.ts';
import { ENGLISH, saidBy, say, type Words } from '../../language/index.ts';
import { modelOf } from '../../models/model.ts';
import { ModelError } from '../../models/model-error.ts';
import { namesOf } from '../../models/names.ts';
import { trainedCurvesOf } from '../../models/trained-curves.ts';
import { misplacedUses, usesProblems } from '../carried-forward/problems.ts';
import { checkContent } from '../content/check.ts';
import { behaviourFor, behaviourOf, maximumOf } from '../format/behaviour.ts';
import { creditOf, usedId } from '../format/carried-forward.ts';
import { creditProblems } from '../format/credit.ts';
import { reviewRules } from '../format/review-rules.ts';
import { type ExerciseSource, type QuestionSource, QuizSource } from '../format/schema.ts';
import { issueProblems, type SourceProblem } from '../format/source-problems.ts';
import type { Path } from '../format/yaml.ts';
import { contentHash } from '../hash.ts';
import type { Exercise, Figure, Question, Quiz } from '../quiz.ts';
import { type Drawn, drawFirst, drawQuiz } from '../template/draw.ts';
import { DrawError } from '../template/placeholders.ts';
import { isVaried, readTemplate } from '../template/template.ts';
import { strayPlaceholders, templateProblems } from '../template/template-problems.ts';
import { figureOf } from './figure.ts';
import { feedbackProblems, keyProblems } from './key-problems.ts';
import { reviewProblems } from './review-problems.ts';

export type Prepared =
  | { readonly quiz: Quiz; readonly problems: readonly [] }
  | { readonly quiz: null; readonly problems: readonly SourceProblem[] };

/** Checks a source and prepares it; equal sources give equal versions. */
export function prepareSource(id: string, data: unknown): Prepared {
  if (isVaried(data)) return prepareTemplate(id, data, 'check');
  const stray = strayPlaceholders(data);
  return stray.length > 0 ? refused(stray) : prepareDrawn(id, data, 'check');
}

/** The first variant of a quiz stands for all of them where none is drawn; its version is that of the whole. */
function prepareTemplate(id: string, data: unknown, content: Content): Prepared {
  const read = readTemplate(data);
  if ('problems' in read) return refused(read.problems);
  const { template } = read;
  const wrong = templateProblems(template);
  if (wrong.length > 0) return refused(wrong);
  try {
    const first = drawFirst(template);
    const { quiz, problems } = prepareDrawn(id, first.source, content);
    if (!quiz) return refused(placed(first, problems));
    const asked = new Set(drawQuiz(template, '1').places.flatMap(({ questions }) => questions.map(String)));
    const questions = quiz.exercises.flatMap((exercise, i) =>
      exercise.questions.filter((_, j) => asked.has(String(first.places[i]?.questions[j]))),
    );
    return {
      quiz: { ...quiz, version: contentHash(data), template: data, varied: true, ...sizeOf(questions) },
      problems: [],
    };
  } catch (error) {
    if (error instanceof DrawError) {
      return refused([{ path: error.path, message: error.says, offset: error.offset }]);
    }
    throw error;
  }
}

const refused = (problems: readonly SourceProblem[]): Prepared => ({ quiz: null, problems });

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

/**
 * Whether everything is checked that an author is told of. A stored snapshot was checked before it was stored, by what
 * was checked then: no later check may keep anybody from an attempt that has begun.
 */
type Content = 'check' | 'trust';

/** What keeps a question from being built, and what else its author is told, where somebody asks. */
interface Told {
  readonly problems: SourceProblem[];
  readonly author: (check: () => readonly SourceProblem[]) => void;
}

/** A quiz with nothing left to draw. */
export function prepareDrawn(id: string, data: unknown, content: Content): Prepared {
  const parsed = QuizSource.safeParse(data);
  if (!parsed.success) return refused(issueProblems(parsed.error));
  const source = parsed.data;
  const behaviour = behaviourOf(source.behaviour);
  const judged = behaviour.kind === 'deferred' ? 'handed-in' : 'one-by-one';
  const problems: SourceProblem[] = [];
  const author: Told['author'] = (check) => void (content === 'check' && problems.push(...check()));
  author(() => [
    ...reviewProblems(source, judged),
    ...duplicateIds(source),
    ...source.exercises.flatMap(misplacedUses),
    ...contentProblems(source),
  ]);
  const told: Told = { problems, author };
  const exercises = source.exercises.map((exercise, i) => prepareExercise(source, exercise, i, told));
  if (problems.length > 0) return { quiz: null, problems };
  const quiz: Quiz = {
    id,
    version: contentHash(source),
    source,
    template: source,
    varied: false,
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

/** Prepares a stored snapshot, which was checked when it was published. */
export function prepareQuiz(id: string, snapshot: unknown): Quiz {
  const prepare = isVaried(snapshot) ? prepareTemplate : prepareDrawn;
  const { quiz, problems } = prepare(id, snapshot, 'trust');
  if (!quiz)
    throw new Error(
      `The stored quiz "${id}" cannot be prepared: ${problems.map((p) => ENGLISH.say(p.message)).join(' ')}`,
    );
  return quiz;
}

function prepareExercise(sheet: QuizSource, source: ExerciseSource, index: number, told: Told): Exercise {
  const path = ['exercises', index];
  const { problems } = told;
  const own = attempt(path, problems, () => materialOf(source, sheet.decimals, ''));
  // What is wrong with the exercise would be told again by each question that uses it.
  const questions: Question[] = [];
  for (const [i, question] of (own ? source.questions : []).entries()) {
    const questionPath = [...path, 'questions', i];
    const place = { label: `${index + 1}${letter(i)}`, path: questionPath, earlier: questions };
    const prepare = () => prepareQuestion(sheet, source, question, place, told);
    questions.push(...(attempt(questionPath, problems, prepare) ?? []));
  }
  const figure = own && attempt([...path, 'figure'], problems, () => figureOf(source.figure, own));
  return {
    number: index + 1,
    title: source.title,
    text: source.text,
    figure: remembered(figure ?? null),
    questions,
  };
}

function prepareQuestion(
  sheet: QuizSource,
  exercise: ExerciseSource,
  source: QuestionSource,
  {
    label,
    path,
    earlier,
  }: { readonly label: string; readonly path: Path; readonly earlier: readonly Question[] },
  { problems, author }: Told,
): Question[] {
  const { questions: _, ...shared } = exercise;
  const { decimals } = sheet;
  const used = earlier.find(({ id }) => id === usedId(source.uses));
  // In whatever order its options stand, and from whatever pool it comes, it is the same question.
  const { order: __, 'from-pool': ___, ...asked } = source;
  const version = contentHash({
    decimals,
    exercise: shared,
    question: asked,
    ...(used && { uses: used.version }),
  });
  const merged = {
    model: source.model ?? exercise.model,
    fits: source.fits ?? exercise.fits,
    sigma: source.sigma ?? exercise.sigma,
  };
  const context = materialOf(merged, decimals, version);

  const found = (at: string, messages: readonly Words[]) =>
    messages.map((message) => ({ path: [...path, at], message }));
  const { claim, problems: ofClaim } = source.claim?.inContext(context) ?? { claim: null, problems: [] };
  problems.push(...found('claim', ofClaim));
  if (ofClaim.length > 0) return [];

  const setting: Setting = {
    form: claim?.form ?? {},
    notation: { ...context.notation, names: claim?.form.names ?? context.notation.names },
    accepts: claim?.accepts ?? ['words', 'text'],
  };
  const arrangement = arranged(source.answer, source.order ?? []);
  const ofAnswer = answerProblems(arrangement, setting);
  problems.push(...ofAnswer.map((fault) => ({ ...fault, path: [...path, 'answer', ...fault.path] })));
  if (ofAnswer.length > 0) return [];
  const answer = answerOf(arrangement, setting);
  author(() => found('credit', creditProblems(source.credit, claim, answer)));
  author(() => found('uses', used ? usesProblems(used, { claim, answer, context }) : []));

  const { byPerson } = answer;
  const behaviour = behaviourFor(behaviourOf(sheet.behaviour), { byPerson, penalty: source.penalty });
  const question: Question = {
    id: source.id,
    label,
    version,
    source,
    maximum: maximumOf(behaviour, source.marks),
    behaviour,
    hints: [...(source.hint === undefined ? [] : [source.hint]), ...(source.hints ?? [])],
    context,
    claim,
    answer,
    uses: source.uses && used ? { question: used, credit: creditOf(source.uses) } : null,
    figure: remembered(figureOf(source.figure, context)),
  };
  const drawn = source.drawn !== undefined || exercise.drawn !== undefined;
  author(() =>
    [...keyProblems(question, drawn), ...feedbackProblems(question, drawn)].map((problem) => ({
      ...problem,
      path: [...path, ...problem.path],
    })),
  );
  return [question];
}

/** A figure is drawn once for each place that it stands in, and each language. */
function remembered(figure: Figure | null): Figure | null {
  const drawn = new Map<string, Drawing>();
  return (
    figure &&
    ((id, language) => {
      const key = `${id} ${language.tag}`;
      const drawing = drawn.get(key) ?? figure(id, language);
      drawn.set(key, drawing);
      return drawing;
    })
  );
}

type MaterialSource = Pick<QuestionSource, 'model' | 'fits' | 'sigma'>;

function materialOf(source: MaterialSource, decimals: QuizSource['decimals'], seed: string): Context {
  const model = source.model ? modelOf(source.model) : null;
  return {
    model,
    fits: source.fits ? trainedCurvesOf(source.fits) : null,
    notation: {
      names: model ? namesOf(model) : [],
      sigma: source.sigma ?? null,
      decimalComma: decimals === 'comma',
    },
    seed,
  };
}

/** Sentences of the engine and of models (a shape that does not fit) become problems of the file. */
function attempt<T>(path: Path, problems: SourceProblem[], prepare: () => T): T | null {
  try {
    return prepare();
  } catch (error) {
    const inside = error instanceof ModelError ? ['model', ...error.path] : [];
    problems.push({ path: [...path, ...inside], message: saidBy(error) });
    return null;
  }
}

function duplicateIds(source: QuizSource): SourceProblem[] {
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

function contentProblems(source: QuizSource): SourceProblem[] {
  const problems: SourceProblem[] = [];
  const check = (path: Path, text: string | undefined) =>
    problems.push(...checkContent(text ?? '').map((problem) => ({ path, ...problem })));
  check(['text'], source.text);
  source.exercises.forEach((exercise, i) => {
    check(['exercises', i, 'text'], exercise.text);
    exercise.questions.forEach((question, j) => {
      const path = ['exercises', i, 'questions', j];
      for (const field of ['text', 'hint', 'solution', 'because'] as const)
        check([...path, field], question[field]);
      for (const [k, hint] of (question.hints ?? []).entries()) check([...path, 'hints', k], hint);
      for (const [tag, text] of Object.entries(question.feedback)) check([...path, 'feedback', tag], text);
    });
  });
  return problems;
}

/** a to z, then aa, ab, …: pools may hold more than an attempt gets of them. */
const letter = (index: number): string =>
  index < 26
    ? String.fromCharCode('a'.charCodeAt(0) + index)
    : letter(Math.floor(index / 26) - 1) + letter(index % 26);
