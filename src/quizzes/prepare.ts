import { answerOf, answerProblems } from '../answers/index.ts';
import type { Setting } from '../answers/kind.ts';
import type { Context } from '../claims/claim.ts';
import { claimProblems, stateClaim } from '../claims/index.ts';
import type { Drawing } from '../figures/index.ts';
import { fitsOf } from '../models/fits.ts';
import { modelOf } from '../models/model.ts';
import { namesOf } from '../models/names.ts';
import { behaviourFor, behaviourOf, maximumOf } from './behaviour.ts';
import { checkContent } from './content.ts';
import { creditProblems } from './credit.ts';
import { figureOf } from './figure.ts';
import { contentHash } from './hash.ts';
import { issueProblems, type SourceProblem } from './issues.ts';
import type { Exercise, Figure, Question, Quiz } from './quiz.ts';
import { reviewRules } from './review.ts';
import { reviewProblems } from './review-problems.ts';
import { type ExerciseSource, type QuestionSource, QuizSource } from './schema.ts';
import type { Path } from './yaml.ts';

export type Prepared =
  | { readonly quiz: Quiz; readonly problems: readonly [] }
  | { readonly quiz: null; readonly problems: readonly SourceProblem[] };

/** Checks a source and prepares it; equal sources give equal versions. */
export function prepareSource(id: string, data: unknown): Prepared {
  const parsed = QuizSource.safeParse(data);
  if (!parsed.success) {
    return { quiz: null, problems: issueProblems(parsed.error) };
  }
  const source = parsed.data;
  const behaviour = behaviourOf(source.behaviour);
  const judged = behaviour.kind === 'deferred' ? 'handed-in' : 'one-by-one';
  const problems: SourceProblem[] = [
    ...reviewProblems(source, judged),
    ...duplicateIds(source),
    ...contentProblems(source),
  ];
  const exercises = source.exercises.map((exercise, i) => prepareExercise(source, exercise, i, problems));
  if (problems.length > 0) return { quiz: null, problems };
  const quiz: Quiz = {
    id,
    version: contentHash(source),
    source,
    title: source.title,
    text: source.text,
    attempts: source.attempts ?? null,
    behaviour,
    review: reviewRules(source.review, judged),
    exercises,
  };
  return { quiz, problems: [] };
}

const prepared = new Map<string, Quiz>();
const MOST_PREPARED = 200;

/** Prepares a stored snapshot, which was checked when it was published; kept by its content. */
export function prepareQuiz(id: string, snapshot: unknown): Quiz {
  const key = `${id} ${contentHash(snapshot)}`;
  const known = prepared.get(key);
  if (known) return known;
  const { quiz, problems } = prepareSource(id, snapshot);
  if (!quiz)
    throw new Error(
      `The stored quiz "${id}" cannot be prepared: ${problems.map((p) => p.message).join(' ')}`,
    );
  if (prepared.size >= MOST_PREPARED) prepared.delete(prepared.keys().next().value ?? '');
  prepared.set(key, quiz);
  return quiz;
}

function prepareExercise(
  sheet: QuizSource,
  source: ExerciseSource,
  index: number,
  problems: SourceProblem[],
): Exercise {
  const path = ['exercises', index];
  const own = attempt(path, problems, () => materialOf(source, sheet.decimals, ''));
  // What is wrong with the exercise would be told again by each question that uses it.
  const questions = (own ? source.questions : []).flatMap((question, i) => {
    const questionPath = [...path, 'questions', i];
    const prepare = () =>
      prepareQuestion(sheet, source, question, `${index + 1}${letter(i)}`, questionPath, problems);
    return attempt(questionPath, problems, prepare) ?? [];
  });
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
  label: string,
  path: Path,
  problems: SourceProblem[],
): Question[] {
  const { questions: _, ...shared } = exercise;
  const { decimals } = sheet;
  const version = contentHash({ decimals, exercise: shared, question: source });
  const merged = {
    model: source.model ?? exercise.model,
    fits: source.fits ?? exercise.fits,
    sigma: source.sigma ?? exercise.sigma,
  };
  const context = materialOf(merged, decimals, version);

  const found = (at: string, messages: readonly string[]) =>
    messages.map((message) => ({ path: [...path, at], message }));
  const ofClaim = source.claim ? claimProblems(source.claim, context) : [];
  problems.push(...found('claim', ofClaim));
  if (ofClaim.length > 0) return [];
  const claim = source.claim ? stateClaim(source.claim, context) : null;

  const setting: Setting = {
    form: claim?.form ?? {},
    notation: { ...context.notation, names: claim?.form.names ?? context.notation.names },
    accepts: claim?.accepts ?? ['words', 'text'],
  };
  const ofAnswer = answerProblems(source.answer, setting);
  problems.push(...found('answer', ofAnswer));
  if (ofAnswer.length > 0) return [];
  const answer = answerOf(source.answer, setting);
  problems.push(...found('credit', creditProblems(source.credit, claim, answer)));

  // Nothing evaluates it and nothing vouches for a key: a person reads it.
  const byPerson = claim === null && answer.options.length === 0;
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
    figure: remembered(figureOf(source.figure, context)),
  };
  problems.push(
    ...keyProblems(question).map((problem) => ({ ...problem, path: [...path, ...problem.path] })),
  );
  return [question];
}

/** A key must be one that a student could post; without a claim it needs somebody's reason. */
function keyProblems({ source, claim, answer }: Question): SourceProblem[] {
  const problems: SourceProblem[] = [];
  const human = answer.kind === 'text';
  if (!claim && !source.because) {
    problems.push({
      path: [],
      message: 'has no claim that decides it: give it one, or say why the key is right in "because"',
    });
  }
  if (!claim && !human && answer.options.length === 0) {
    problems.push({
      path: ['answer'],
      message: `an answer of kind "${answer.kind}" needs a claim that decides it`,
    });
  }
  if (source.key === undefined) {
    if (!human && !(claim && answer.options.length > 0)) problems.push({ path: [], message: 'needs a key' });
  } else {
    const written = answer.write(source.key);
    const reading = 'posted' in written ? answer.read(written.posted) : null;
    if ('problem' in written) problems.push({ path: ['key'], message: written.problem });
    if (reading?.state === 'invalid') {
      problems.push({ path: ['key'], message: reading.problems.map((problem) => problem.message).join(' ') });
    }
  }
  source.examples.forEach((example, i) => {
    const written = answer.write(example.answer);
    if ('problem' in written && example.outcome !== 'invalid') {
      problems.push({ path: ['examples', i, 'answer'], message: written.problem });
    }
  });
  return problems;
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
    fits: source.fits ? fitsOf(source.fits) : null,
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
    problems.push({ path, message: error instanceof Error ? error.message : String(error) });
    return null;
  }
}

function duplicateIds(source: QuizSource): SourceProblem[] {
  const seen = new Set<string>();
  return source.exercises.flatMap((exercise, i) =>
    exercise.questions.flatMap(({ id }, j) => {
      const message = `the id "${id}" is used twice in this quiz: choose another`;
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

const letter = (index: number) => String.fromCharCode('a'.charCodeAt(0) + index);
