import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Posted } from '../../../src/answers/kind.ts';
import {
  checkResponse,
  gradeOf,
  markAttempt,
  questionProgress,
  readRecord,
  resumeMarking,
  review,
  submitAttempt,
} from '../../../src/grading/index.ts';
import type { BehaviourSource } from '../../../src/quizzes/format/behaviour.ts';
import type { QuizSource } from '../../../src/quizzes/index.ts';
import { selectMarkings, selectQuiz, selectSteps } from '../../../src/storage/index.ts';
import { newWorld, temporaryFolder, type World } from '../course.ts';

const folder = temporaryFolder();

/** First the two weights of one unit, then its outputs, which are worth half where they follow from wrong weights. */
const EXERCISES: z.input<typeof QuizSource>['exercises'] = [
  {
    title: 'One unit',
    text: '',
    model: {
      inputs: ['A', 'B'],
      layers: [{ dense: { units: 1, bias: false, weights: [[3, 2]] } }],
    },
    questions: [
      {
        id: 'weights',
        text: 'Which weights?',
        paper: false,
        marks: 1,
        claim: { 'weights-of': 'model' },
        answer: 'weights',
        key: { W1: [[3, 2]] },
        feedback: {},
        examples: [],
      },
      {
        id: 'table',
        text: 'Which outputs?',
        paper: false,
        marks: 2,
        claim: { 'truth-table': { of: 'model' } },
        answer: 'table',
        uses: { question: 'weights', credit: 0.5 },
        key: [[0], [2], [3], [5]],
        feedback: {},
        examples: [],
      },
    ],
  },
];

const weights = (a: number, b: number): Posted => ({ 'W1.0.0': `${a}`, 'W1.0.1': `${b}` });
/** What the unit with these weights gives. */
const table = (a: number, b: number): Posted => ({
  'r0.out': '0',
  'r1.out': `${b}`,
  'r2.out': `${a}`,
  'r3.out': `${a + b}`,
});

async function opened(behaviour?: BehaviourSource) {
  const world = await newWorld(folder);
  await world.publish({ fields: { exercises: EXERCISES }, ...(behaviour && { behaviour }) });
  const { id } = await world.start();
  return { world, id };
}

const check = (world: World, attemptId: string, questionId: string, posted: Posted) =>
  world.save(attemptId, { [questionId]: posted }).then(() =>
    checkResponse(world.grading, {
      attemptId,
      personId: world.ada.id,
      questionId,
      posted,
      certainty: null,
      at: world.time.now,
    }),
  );

const record = ({ grading }: World, id: string) => readRecord(grading.storage.read, id);
const gradeNow = async (world: World, id: string) => gradeOf(await record(world, id))?.mark;

/** The markings of the table: its mark, its notes, and the weights that it was judged with. */
async function markingsOf({ grading }: World, id: string) {
  const steps = await selectSteps(grading.storage.read, id);
  const markings = await selectMarkings(grading.storage.read, id);
  return markings
    .filter(({ questionId }) => questionId === 'table')
    .map(({ mark, outcome, carriedStep }) => [
      mark,
      outcome.state === 'marked' ? outcome.notes.map(({ tag }) => tag) : outcome.state,
      steps.find(({ sequence }) => sequence === carriedStep)?.posted ?? null,
    ]);
}

describe('a question that uses an earlier answer', () => {
  it('is marked with the answer that is handed in, whatever was written before and in whatever order', async () => {
    const { world, id } = await opened();
    await world.save(id, { table: table(3, -2) });
    await world.save(id, { weights: weights(7, 7) });
    await world.save(id, { weights: weights(3, -2) });
    await world.submit(id);
    expect(await markingsOf(world, id)).toEqual([[1, ['carried-forward'], weights(3, -2)]]);
    expect(await gradeNow(world, id)).toBe(1);
  });

  it('is marked alone where the earlier one was left blank, and in full where it is right itself', async () => {
    const blank = await opened();
    await blank.world.save(blank.id, { table: table(3, -2) });
    await blank.world.submit(blank.id);
    expect(await markingsOf(blank.world, blank.id)).toEqual([[0, [], {}]]);
    const right = await opened();
    await right.world.save(right.id, { weights: weights(3, -2), table: table(3, 2) });
    await right.world.submit(right.id);
    expect(await markingsOf(right.world, right.id)).toEqual([[2, [], weights(3, -2)]]);
  });

  it('17: comes to the same when marking is resumed, and is marked once', async () => {
    const { world, id } = await opened();
    await world.save(id, { weights: weights(3, -2), table: table(3, -2) });
    const failing = { ...world.grading, now: () => Number.NaN };
    const pending = await submitAttempt(failing, { attemptId: id, personId: world.ada.id, at: 2_000 });
    expect(await markingsOf(world, id)).toEqual([]);
    await Promise.all([resumeMarking(world.grading), markAttempt(world.grading, pending)]);
    expect(await markingsOf(world, id)).toEqual([[1, ['carried-forward'], weights(3, -2)]]);
  });

  it('43: gives no solution early for what is right only with a wrong earlier answer', async () => {
    const inFull = EXERCISES.map((exercise) => ({
      ...exercise,
      questions: exercise.questions.map((each) => (each.uses ? { ...each, uses: 'weights' } : each)),
    }));
    const solved = async (posted: Readonly<Record<string, Posted>>) => {
      const world = await newWorld(folder);
      await world.publish({ attempts: 2, fields: { exercises: inFull } });
      const { id } = await world.start();
      await world.save(id, posted);
      await world.submit(id);
      const { storage, quizOf } = world.grading;
      const now = await record(world, id);
      const rules = await selectQuiz(storage.read, 'nn', 'sheet');
      const quiz = await quizOf('sheet', now.attempt.quizVersion);
      const { questions } = review(now, quiz, rules, world.time.now, 'student');
      return [gradeOf(now)?.mark, questions.map(({ solution }) => solution !== null)];
    };
    expect(await solved({ weights: weights(3, -2), table: table(3, -2) })).toEqual([2, [false, false]]);
    expect(await solved({ weights: weights(3, 2), table: table(3, 2) })).toEqual([3, [true, true]]);
  });

  it('can be checked only once the earlier one has been, so that nothing is told of that before', async () => {
    const { world, id } = await opened('immediate');
    await world.save(id, { weights: weights(3, -2) });
    expect(await check(world, id, 'table', table(3, -2))).toBe('earlier');
    expect(await markingsOf(world, id)).toEqual([]);
    expect(await check(world, id, 'weights', weights(3, -2))).toBe('checked');
    expect(await check(world, id, 'table', table(3, -2))).toBe('checked');
    expect(await markingsOf(world, id)).toEqual([[1, ['carried-forward'], weights(3, -2)]]);
  });

  it('is judged with the earlier answer that was checked last, not with one that is only written', async () => {
    const { world, id } = await opened('adaptive');
    await check(world, id, 'weights', weights(3, -2));
    await world.save(id, { weights: weights(5, -2) });
    await check(world, id, 'table', table(5, -2));
    await check(world, id, 'table', table(3, -2));
    expect(await markingsOf(world, id)).toMatchObject([
      [0, [], weights(3, -2)],
      [2 * (0.5 - 1 / 3), ['carried-forward'], weights(3, -2)],
    ]);
  });

  it('is another try with another earlier answer, and none with the same', async () => {
    const { world, id } = await opened({ adaptive: { penalty: 0.1 } });
    await check(world, id, 'weights', weights(7, 7));
    await check(world, id, 'table', table(3, -2));
    expect(await check(world, id, 'table', table(3, -2))).toBe('checked');
    expect(await markingsOf(world, id)).toHaveLength(1);
    await check(world, id, 'weights', weights(3, -2));
    expect(await check(world, id, 'table', table(3, -2))).toBe('checked');
    expect((await markingsOf(world, id)).map(([, notes, used]) => [notes, used])).toEqual([
      [[], weights(7, 7)],
      [['carried-forward'], weights(3, -2)],
    ]);
    const { steps, markings } = await record(world, id);
    const quiz = await world.grading.quizOf('sheet', (await record(world, id)).attempt.quizVersion);
    const question = quiz.exercises[0]?.questions[1];
    const submitted = steps.filter(({ kind }) => kind === 'submitted');
    expect(question && questionProgress(question, submitted, markings).tried).toHaveLength(2);
  });

  it('counts as what it was when it is handed in after its check, though the earlier one has changed', async () => {
    const { world, id } = await opened({ adaptive: { penalty: 0.1 } });
    await check(world, id, 'weights', weights(3, -2));
    await check(world, id, 'table', table(3, -2));
    await check(world, id, 'weights', weights(3, 2));
    await world.submit(id);
    const markings = await markingsOf(world, id);
    expect(markings.map(([mark, notes, used]) => [mark, notes, used])).toEqual([
      [1, ['carried-forward'], weights(3, -2)],
      [1, [], weights(3, 2)],
    ]);
    expect(await gradeNow(world, id)).toBeCloseTo(0.9 + 1);
  });
});
