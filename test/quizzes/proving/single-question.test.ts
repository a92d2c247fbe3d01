import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  loadCourses,
  prepareSingleQuestion,
  type Quiz,
  statedVersion,
  variantOf,
} from '../../../src/quizzes/index.ts';

const DATA = fileURLToPath(new URL('../../../data/', import.meta.url));

const Snapshot = z.looseObject({
  exercises: z.array(z.looseObject({ questions: z.array(z.looseObject({})) })),
});

let quiz: Quiz;
let variant: Quiz;
beforeAll(async () => {
  const { courses } = await loadCourses(DATA);
  const varied = courses.flatMap(({ quizzes }) => quizzes).find((each) => each.quiz.varied)?.quiz;
  const drawn = varied && variantOf(varied, 'some attempt');
  if (!varied || !drawn) throw new Error('There is no varied quiz in data/.');
  [quiz, variant] = [varied, drawn];
});

const questionsIn = ({ exercises }: Quiz) => exercises.flatMap(({ questions }) => questions);

describe('a question of a variant alone', () => {
  it('has the version that it has among the others, also where it uses another one', () => {
    const snapshot: unknown = JSON.parse(JSON.stringify(variant.snapshot));
    const questions = questionsIn(variant);
    expect(questions.some(({ uses }) => uses !== null)).toBe(true);
    for (const { id, version } of questions)
      expect([id, prepareSingleQuestion(quiz.id, snapshot, id)?.question.version]).toEqual([id, version]);
    expect(prepareSingleQuestion(quiz.id, snapshot, 'none')).toBeNull();
  });

  it('is the same in another order of its options, and from whatever pool', () => {
    const versionOf = (changes: Readonly<Record<string, unknown>>) => {
      const snapshot: unknown = JSON.parse(JSON.stringify(variant.source));
      const { exercises, ...rest } = Snapshot.parse(snapshot);
      const changed = exercises.map((exercise) => ({
        ...exercise,
        questions: exercise.questions.map((each) => ({ ...each, ...changes })),
      }));
      return prepareSingleQuestion(quiz.id, { ...rest, exercises: changed }, 'boolean-function')?.question
        .version;
    };
    const version = versionOf({});
    expect(version).toBeDefined();
    expect(versionOf({ order: ['xor', 'or', 'nand', 'and'] })).toBe(version);
    expect(versionOf({ 'from-pool': { pick: 1, of: 9 } })).toBe(version);
    expect(versionOf({ marks: 7 })).not.toBe(version);
  });

  it('is told apart from every other one by what its file says', () => {
    const stated = new Set(questionsIn(quiz).map(({ id }) => statedVersion(quiz, id)));
    expect(stated.size).toBe(questionsIn(quiz).length);
    expect(statedVersion(quiz, 'none')).toBeNull();
  });
});
