import { answers } from '../../answers/index.ts';
import { say } from '../../language/index.ts';
import { random } from '../../numbers/random.ts';
import type { Path } from '../format/yaml.ts';
import { type Assignment, assign, countOf, type Pick } from './parameters.ts';
import { DrawError, fillFields, type Values } from './placeholders.ts';
import {
  type ExerciseTemplate,
  everyQuestion,
  isPool,
  type QuestionTemplate,
  type QuizTemplate,
  type Scope,
  withUsed,
} from './template.ts';

/** A quiz without anything left to draw, and where its exercises and questions stand in the file. */
export interface Drawn {
  readonly source: Readonly<Record<string, unknown>> & { readonly exercises: readonly unknown[] };
  readonly places: readonly {
    readonly path: Path;
    readonly questions: readonly Path[];
    /** What was drawn, in words. */
    readonly says: string;
  }[];
}

/** How a drawing chooses. */
interface Chances {
  assign(scope: Scope, name: string, outer: Values): Assignment;
  /** The items in the order in which they are shown. */
  shuffle<T>(items: readonly T[], name: string): readonly T[];
  /** Which of a pool's questions are asked. */
  pick<T>(items: readonly T[], count: number, name: string): readonly T[];
}

const MOST_TRIES = 1000;
const NOTHING: Values = new Map();

/**
 * A pure function of the seed. Each exercise and question draws from a seed of its own (this one, with the exercise's
 * title or the question's id), so that a change to one leaves what the others draw.
 */
export function drawQuiz(template: QuizTemplate, seed: string): Drawn {
  const generator = (name: string) => random(`${seed}\0${name}`);
  return drawWith(template, {
    assign(scope, name, outer) {
      const { integer } = generator(name);
      return firstThatHolds(scope, outer, MOST_TRIES, () => integer);
    },
    shuffle: (items, name) => generator(`order of ${name}`).shuffle(items),
    pick(items, count, name) {
      const picked = new Set(generator(`pool of ${name}`).shuffle(items).slice(0, count));
      return items.filter((item) => picked.has(item));
    },
  });
}

/**
 * The first variant: the first of all choices that are allowed together, in the order of the file, pools entire. Where it
 * does not come soon, some variant.
 */
export const drawFirst = (template: QuizTemplate): Drawn =>
  drawWith(template, {
    assign(scope, name, outer) {
      const count = Math.max(countOf(scope), 1);
      const { integer } = random(`first\0${name}`);
      // Counting through what a file may ask for could take days.
      return count <= MOST_TRIES
        ? firstThatHolds(scope, outer, count, digitsOf)
        : firstThatHolds(scope, outer, 2 * MOST_TRIES, (i) => (i < MOST_TRIES ? digitsOf(i) : integer));
    },
    shuffle: (items) => items,
    pick: (items) => items,
  });

/** One question alone with its exercise, as these assignments have it. */
export const drawQuestion = (
  template: QuizTemplate,
  exercise: ExerciseTemplate,
  question: QuestionTemplate,
  [outer, inner]: Assignments,
): Drawn =>
  drawWith(only(template, exercise, question), {
    assign(scope, _, shared) {
      if (scope === question) return inner;
      // A question that is used draws nothing itself.
      return 'questions' in scope ? outer : firstThatHolds(scope, shared, 1, digitsOf);
    },
    shuffle: (items) => items,
    pick: (items) => items,
  });

/** The quiz with one question alone, after those that it uses; it draws what it draws among the others. */
export const only = (
  template: QuizTemplate,
  exercise: ExerciseTemplate,
  question: QuestionTemplate,
): QuizTemplate => ({ ...template, exercises: [{ ...exercise, questions: withUsed(exercise, question) }] });

/** What an exercise drew, and a question of it. */
type Assignments = readonly [exercise: Assignment, question: Assignment];

/** Every assignment of an exercise and a question, in the order of their choices. */
export function* everyAssignment(
  exercise: ExerciseTemplate,
  question: QuestionTemplate,
): Generator<Assignments> {
  for (let i = 0; i < countOf(exercise); i++) {
    const outer = assign(exercise, NOTHING, digitsOf(i));
    if (outer === null) continue;
    for (let j = 0; j < countOf(question); j++) {
      const inner = assign(question, outer.values, digitsOf(j));
      if (inner !== null) yield [outer, inner];
    }
  }
}

/** The choices of the combination of this number, when all are counted through. */
function digitsOf(number: number): Pick {
  let rest = number;
  return (choices) => {
    const digit = rest % choices;
    rest = Math.floor(rest / choices);
    return digit;
  };
}

function firstThatHolds(
  scope: Scope,
  outer: Values,
  tries: number,
  pickOf: (attempt: number) => Pick,
): Assignment {
  for (let i = 0; i < tries; i++) {
    const assignment = assign(scope, outer, pickOf(i));
    if (assignment) return assignment;
  }
  throw new DrawError(say('no draw satisfies the conditions, in {tries} tries', { tries }), ['draw']);
}

function drawWith(template: QuizTemplate, chances: Chances): Drawn {
  const { deploy: _, shuffle, exercises, ...plain } = template;
  const drawn = exercises.map((exercise, i) =>
    within(['exercises', i], () => drawExercise(exercise, shuffle === 'options', chances)),
  );
  return {
    source: { ...plain, exercises: drawn.map(({ source }) => source) },
    places: drawn.map(({ paths, says }, i) => ({
      says,
      path: ['exercises', i],
      questions: paths.map((path) => ['exercises', i, 'questions', ...path]),
    })),
  };
}

function drawExercise(exercise: ExerciseTemplate, shuffleAll: boolean, chances: Chances) {
  const { draw: _, 'such-that': __, shuffle: of, questions: ___, ...plain } = exercise;
  const shuffles = [of].flat();
  const assignment = chances.assign(exercise, exercise.title, NOTHING);
  const placed = everyQuestion(exercise);
  const picked = exercise.questions.flatMap((item, i) => {
    const own = placed.filter(({ path }) => path[0] === i);
    return isPool(item) ? chances.pick(own, item.pool.pick, `${exercise.title} ${i}`) : own;
  });
  const ordered = shuffles.includes('questions') ? chances.shuffle(picked, exercise.title) : picked;
  const options = shuffleAll || shuffles.includes('options');
  const questions = ordered.map(({ question, path, pool }) =>
    within(['questions', ...path], () => {
      const { source, says } = drawOne(question, assignment.values, options, chances);
      return { source: { ...source, ...(pool && { 'from-pool': pool }) }, says };
    }),
  );
  return {
    source: {
      ...fillFields(plain, assignment.values),
      ...saying(assignment),
      questions: questions.map(({ source }) => source),
    },
    paths: ordered.map(({ path }) => path),
    says: [assignment, ...questions]
      .map(({ says }) => says)
      .filter((says) => says !== '')
      .join(', '),
  };
}

function drawOne(question: QuestionTemplate, outer: Values, shuffleAll: boolean, chances: Chances) {
  const { draw: _, 'such-that': __, shuffle, ...plain } = question;
  const assignment = chances.assign(question, question.id, outer);
  const ids =
    (shuffle ?? (shuffleAll ? 'options' : 'none')) === 'options'
      ? Object.keys(answers.optionsIn(plain['answer']))
      : [];
  const order = chances.shuffle(ids, question.id);
  const source = {
    ...fillFields(plain, assignment.values),
    ...saying(assignment),
    ...(order.some((id, i) => id !== ids[i]) && { order }),
  };
  return { source, says: assignment.says };
}

const saying = ({ says }: Assignment) => (says === '' ? {} : { drawn: says });

/** Errors of what stands at `path` name their place from the root. */
function within<T>(path: Path, draw: () => T): T {
  try {
    return draw();
  } catch (error) {
    if (!(error instanceof DrawError)) throw error;
    throw new DrawError(error.says, [...path, ...error.path], error.offset);
  }
}
