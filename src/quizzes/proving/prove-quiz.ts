import type { Path } from '../format/yaml.ts';
import type { Question, Quiz } from '../quiz.ts';
import { countOf } from '../template/parameters.ts';
import {
  type ExerciseTemplate,
  everyQuestion,
  type QuestionTemplate,
  type QuizTemplate,
} from '../template/template.ts';
import type { Proof } from './proof.ts';
import { proveQuestion } from './prove-question.ts';
import { proveVariants } from './prove-variants.ts';
import { type ProvingOptions, sampleOf, type VariedQuestion } from './sample.ts';

/** A question about to be proven: `run` yields after each of its variants, so that others get their turn. */
export interface Proving {
  readonly question: Question;
  readonly path: Path;
  /** How many variants there are to prove, about; 1 for a question that does not vary. */
  readonly count: number;
  run(): Generator<void, Proof>;
}

/** Puts key, options, examples and named mistakes of every question through the marking that students get. */
export function* proveQuiz(quiz: Quiz, options: ProvingOptions = {}): Generator<Proof> {
  for (const proving of provingsOf(quiz, options)) yield proven(proving);
}

function proven(proving: Proving): Proof {
  const steps = proving.run();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

export function* provingsOf(quiz: Quiz, options: ProvingOptions = {}): Generator<Proving> {
  const { template } = quiz;
  for (const [i, exercise] of quiz.exercises.entries()) {
    const source = template?.exercises[i];
    const placed = source ? everyQuestion(source) : [];
    for (const [j, question] of exercise.questions.entries()) {
      const own = placed[j];
      const path = ['exercises', i, 'questions', ...(own?.path ?? [j])];
      yield template && source && own && varies(source, own.question, template)
        ? provingOf({ quiz, template, exercise: source, source: own.question, question, path }, options)
        : provingOfOne(question, path);
    }
  }
}

const provingOfOne = (question: Question, path: Path): Proving => ({
  question,
  path,
  count: 1,
  *run() {
    yield;
    return proveQuestion(question, path);
  },
});

const varies = (exercise: ExerciseTemplate, question: QuestionTemplate, { deploy }: QuizTemplate) =>
  countOf(exercise) * countOf(question) > 1 || deploy !== undefined;

function provingOf(varied: VariedQuestion, options: ProvingOptions): Proving {
  const { question, path } = varied;
  const sample = sampleOf(varied, options);
  return { question, path, count: sample.count, run: () => proveVariants(varied, sample) };
}
