import { z } from 'zod';
import { answers } from '../../answers/index.ts';
import { openEnvironment } from '../environment.ts';
import { UsesSource, usedId } from '../format/carried-forward.ts';
import { contentHash } from '../hash.ts';
import type { Exercise, Question, Quiz } from '../quiz.ts';
import { placeholdersIn, textsIn } from '../template/placeholders.ts';
import { everyQuestion, withUsed } from '../template/template.ts';
import { prepareDrawn } from './prepare-quiz.ts';

const Snapshot = z.looseObject({
  exercises: z.array(z.looseObject({ questions: z.array(z.looseObject({ id: z.string() })) })),
});

/** A question of a quiz without the others, but for those that it uses. */
export interface SingleQuestion {
  readonly source: Quiz['source'];
  readonly exercise: Exercise;
  readonly question: Question;
}

/**
 * One question of what an attempt keeps, with the version that it has there. The others are not prepared, so that
 * many variants can be looked at at once. null: there is no such question.
 */
export function prepareSingleQuestion(
  quizId: string,
  snapshot: unknown,
  questionId: string,
  environment = openEnvironment(),
): SingleQuestion | null {
  const { exercises, ...rest } = Snapshot.parse(snapshot);
  const own = exercises.find(({ questions }) => questions.some(({ id }) => id === questionId));
  if (own === undefined) return null;
  // With those that it uses, one through another.
  const kept = new Set<string>();
  for (let id: string | undefined = questionId; id !== undefined && !kept.has(id); ) {
    kept.add(id);
    const used: Readonly<Record<string, unknown>> | undefined = own.questions.find((each) => each.id === id);
    id = usedId(UsesSource.safeParse(used?.['uses']).data);
  }
  const questions = own.questions.filter(({ id }) => kept.has(id));
  const { quiz } = prepareDrawn(
    quizId,
    { ...rest, exercises: [{ ...own, questions }] },
    'trust',
    environment,
  );
  const [exercise] = quiz?.exercises ?? [];
  const question = exercise?.questions.find(({ id }) => id === questionId);
  return quiz && exercise && question ? { source: quiz.source, exercise, question } : null;
}

/** The same as long as a question and its exercise say the same before anything is drawn; null: there is none. */
export function statedVersion(quiz: Quiz, questionId: string): string | null {
  if (quiz.template === null) return questionsIn(quiz).find(({ id }) => id === questionId)?.version ?? null;
  const stated = statedQuestion(quiz, questionId);
  return stated && contentHash([quiz.source.decimals, stated.exercise, stated.questions]);
}

/** Whether options stand for something else in each variant, so that their ids say nothing across variants. */
export function hasDrawnOptions(quiz: Quiz, questionId: string): boolean {
  const answer = statedQuestion(quiz, questionId)?.questions.at(-1)?.['answer'];
  return [...textsIn(answers.optionsIn(answer))].some(({ text }) => placeholdersIn(text).length > 0);
}

/** A question of a varied quiz as its file has it, after those that it uses, and its exercise but for the questions. */
function statedQuestion({ template }: Quiz, questionId: string) {
  for (const exercise of template?.exercises ?? []) {
    const placed = everyQuestion(exercise).find(({ question }) => question.id === questionId);
    const { questions: _, ...shared } = exercise;
    if (placed) return { exercise: shared, questions: withUsed(exercise, placed.question) };
  }
  return null;
}

const questionsIn = ({ exercises }: Quiz): readonly Question[] =>
  exercises.flatMap(({ questions }) => questions);
