import { describe, expect, it } from 'vitest';
import {
  closeOverdueAttempts,
  gradebook,
  gradedAttemptsOf,
  readRecord,
  resumeMarking,
  review,
} from '../../../src/grading/index.ts';
import { QuizSource } from '../../../src/quizzes/index.ts';
import {
  selectAttempts,
  selectLatestSteps,
  selectMarkings,
  selectPendingAttempts,
  selectQuiz,
  selectSteps,
} from '../../../src/storage/index.ts';
import { codeOf, newWorld, RIGHT, temporaryFolder, type World, WRONG } from '../course.ts';

const folder = temporaryFolder();
const MINUTE = 60_000;

const attemptsOf = ({ grading, ada }: World) =>
  selectAttempts(grading.storage.read, { courseId: 'nn', quizId: 'sheet', personId: ada.id });
const marksOf = async ({ grading }: World, id: string) =>
  (await selectMarkings(grading.storage.read, id)).map(({ mark }) => mark);

const LIMIT = { 'time-limit': '10 min' } as const;
const GRACE = { ...LIMIT, 'when-time-runs-out': 'grace', grace: '2 min' } as const;
const ABANDON = { ...LIMIT, 'when-time-runs-out': 'abandon' } as const;

/** An attempt of Ada's that began at 1,000, with right answers saved; the time is a millisecond after its end. */
async function outOfTime(fields: Parameters<World['publish']>[0]): Promise<{ world: World; id: string }> {
  const world = await newWorld(folder);
  await world.publish(fields);
  const { id } = await world.start();
  await world.save(id, RIGHT);
  world.time.now = 1_001 + 10 * MINUTE;
  return { world, id };
}

describe('when the time limit runs out', () => {
  it('8: what arrived in the last moment counts, handled 20 s later', async () => {
    const { world, id } = await outOfTime({ fields: LIMIT });
    world.time.now += 20_000;
    await closeOverdueAttempts(world.grading);
    expect(await world.save(id, WRONG, { at: 1_000 + 10 * MINUTE })).toHaveLength(2);
  });

  it('9: a save is refused, and what was saved last is marked', async () => {
    const { world, id } = await outOfTime({ fields: LIMIT });
    expect(await codeOf(world.save(id, WRONG))).toBe('time-up');
    expect(await world.submit(id)).toMatchObject({ state: 'marked', endedAt: 1_000 + 10 * MINUTE });
    expect(await marksOf(world, id)).toEqual([2, 1, 0]);
  });

  it('11: an attempt that nobody hands in closes by itself within a minute, finished when time ran out', async () => {
    const { world, id } = await outOfTime({ fields: LIMIT });
    // Upkeep comes every half minute: once within the last half of this one.
    world.time.now += 30_000;
    await closeOverdueAttempts(world.grading);
    const ends = 1_000 + 10 * MINUTE;
    expect((await attemptsOf(world))[0]).toMatchObject({ state: 'marked', endedAt: ends });
    const last = (await selectSteps(world.grading.storage.read, id)).at(-1);
    expect(last).toMatchObject({ kind: 'submitted', by: null, at: ends });
    expect(await marksOf(world, id)).toEqual([2, 1, 0]);
  });

  it('16: the limit that holds is the one of now, whichever version of the quiz the attempt has', async () => {
    const { world, id } = await outOfTime({ fields: LIMIT });
    await world.publish({ title: 'Longer', fields: { 'time-limit': '20 min' } });
    expect(await world.save(id, WRONG)).toHaveLength(2);
  });
});

describe('with a period of grace', () => {
  it('9: nothing can be changed in it, and handing in is handing in then', async () => {
    const { world, id } = await outOfTime({ fields: GRACE });
    expect(await codeOf(world.save(id, WRONG))).toBe('time-up');
    world.time.now = 1_000 + 12 * MINUTE;
    expect(await world.submit(id)).toMatchObject({ endedAt: 1_000 + 12 * MINUTE });
    expect(await marksOf(world, id)).toEqual([2, 1, 0]);
  });

  it('9, 11: after it what was saved last is handed in, at its end', async () => {
    const { world, id } = await outOfTime({ fields: GRACE });
    world.time.now += 60_000;
    await closeOverdueAttempts(world.grading);
    expect((await attemptsOf(world))[0]?.state).toBe('open');
    world.time.now += 90_000;
    expect(await codeOf(world.save(id, WRONG))).toBe('time-up');
    await closeOverdueAttempts(world.grading);
    expect((await attemptsOf(world))[0]).toMatchObject({ endedAt: 1_000 + 12 * MINUTE });
    expect(await marksOf(world, id)).toEqual([2, 1, 0]);
  });
});

describe('where attempts must be handed in before', () => {
  it('one that was is marked as any other', async () => {
    const world = await newWorld(folder);
    await world.publish({ fields: ABANDON });
    expect(await world.sit(RIGHT)).toMatchObject({ state: 'marked' });
  });

  it.each([
    ['by itself', (world: World) => closeOverdueAttempts(world.grading)],
    ['by handing in too late', async (world: World) => world.submit((await attemptsOf(world))[0]?.id ?? '')],
  ])('one that was not ends %s, keeps its answers, and is never marked nor counted', async (_, end) => {
    const { world, id } = await outOfTime({ fields: ABANDON });
    world.time.now += 40_000;
    await end(world);
    await resumeMarking(world.grading);
    const { read } = world.grading.storage;
    expect((await attemptsOf(world))[0]).toMatchObject({
      state: 'abandoned',
      endedAt: 1_000 + 10 * MINUTE,
      markedAt: null,
      receipt: null,
    });
    expect(await marksOf(world, id)).toEqual([]);
    expect(await selectPendingAttempts(read)).toEqual([]);
    expect((await selectLatestSteps(read, id)).get('count')?.posted).toEqual(RIGHT.count);
    const book = await gradebook(read, 'nn');
    expect(book.students.find(({ id }) => id === world.ada.id)?.cells.size).toBe(0);
    const quiz = await world.grading.quizOf('sheet', (await attemptsOf(world))[0]?.quizVersion ?? '');
    const rules = await selectQuiz(read, 'nn', 'sheet');
    const seen = review(await readRecord(read, id), quiz, rules, world.time.now, 'instructor');
    expect(seen).toMatchObject({ state: 'abandoned', grade: null, receipt: null });
    expect(seen.questions[0]?.response?.posted).toEqual(RIGHT.count);
  });

  it('it has used up an attempt', async () => {
    const { world } = await outOfTime({ fields: ABANDON, attempts: 1 });
    world.time.now += 40_000;
    await closeOverdueAttempts(world.grading);
    expect(await codeOf(world.start())).toBe('no-attempts-left');
  });
});

it('the next attempt waits for its delay from the end of the last one', async () => {
  const world = await newWorld(folder);
  await world.publish({ fields: { 'between-attempts': '10 min' } });
  await world.sit({});
  world.time.now += 10 * MINUTE - 1;
  expect(await codeOf(world.start())).toBe('too-soon');
  world.time.now += 1;
  expect((await world.start()).number).toBe(2);
});

describe('an attempt that is built on the last one', () => {
  const BUILT = { fields: { 'build-on-last': true } } as const;

  it('begins with its answers and its seed, which can be changed without changing the last one', async () => {
    const world = await newWorld(folder);
    await world.publish(BUILT);
    const first = await world.sit({ ...RIGHT, why: { text: 'Because.' } });
    const second = await world.start();
    const latest = await selectLatestSteps(world.grading.storage.read, second.id);
    expect([...latest.values()].map(({ posted }) => posted)).toEqual([
      RIGHT.count,
      RIGHT.pick,
      { text: 'Because.' },
    ]);
    expect(second.seed).toBe(first.seed);
    expect(second.secret).not.toBe(first.secret);
    await world.save(second.id, WRONG);
    await world.submit(second.id);
    expect(await marksOf(world, first.id)).toEqual([2, 1, null]);
    expect(await marksOf(world, second.id)).toEqual([0, 0, null]);
  });

  it('leaves out what its version of the quiz does not ask any more', async () => {
    const world = await newWorld(folder);
    await world.publish(BUILT);
    await world.sit(RIGHT);
    const { exercises } = QuizSource.parse({
      title: 'Other',
      exercises: [
        { title: 'Other', questions: [{ id: 'pick', text: 'Which?', answer: 'text', because: '.' }] },
      ],
    });
    await world.publish({ fields: { ...BUILT.fields, exercises } });
    const { id } = await world.start();
    expect([...(await selectLatestSteps(world.grading.storage.read, id)).keys()]).toEqual([]);
  });

  it('is not what a quiz does that says nothing of it', async () => {
    const world = await newWorld(folder);
    await world.sit(RIGHT);
    const { id } = await world.start();
    expect((await selectLatestSteps(world.grading.storage.read, id)).size).toBe(0);
  });
});

describe('what counts of several attempts', () => {
  const counted = async (
    grade: 'highest' | 'average' | 'first' | 'last' | undefined,
    due: number | null = null,
  ) => {
    const world = await newWorld(folder);
    await world.publish({ fields: { grade }, due });
    await world.sit(WRONG);
    world.time.now += MINUTE;
    await world.sit(RIGHT);
    world.time.now += MINUTE;
    await world.sit({ count: RIGHT.count });
    const book = await gradebook(world.grading.storage.read, 'nn');
    return book.students.find(({ id }) => id === world.ada.id)?.cells.get('sheet');
  };

  it.each([
    [undefined, 3, [2]],
    ['highest', 3, [2]],
    ['average', 5 / 3, [1, 2, 3]],
    ['first', 0, [1]],
    ['last', 2, [3]],
  ] as const)('%s: %d marks', async (grade, mark, numbers) => {
    const cell = await counted(grade);
    expect(cell?.grade?.mark).toBeCloseTo(mark, 12);
    expect(cell?.attempts.map(({ number }) => number)).toEqual(numbers);
    expect(cell?.late).toBe(false);
  });

  it('is late where one of them was handed in after it was due', async () => {
    const due = 1_000 + MINUTE;
    expect((await counted('first', due))?.late).toBe(false);
    expect((await counted('highest', due))?.late).toBe(false);
    expect((await counted('highest', due - 1))?.late).toBe(true);
    expect((await counted('average', due))?.late).toBe(true);
    expect((await counted('last', due))?.late).toBe(true);
  });

  it('the last attempt while it is being marked is waited for, and an open one is not', async () => {
    const world = await newWorld(folder);
    await world.publish({ fields: { grade: 'last' } });
    await world.sit(RIGHT);
    await world.start();
    const { read } = world.grading.storage;
    const book = await gradebook(read, 'nn');
    expect(book.students.find(({ id }) => id === world.ada.id)?.cells.get('sheet')?.grade?.mark).toBe(3);
    expect(await gradedAttemptsOf(read, { courseId: 'nn', personId: world.ada.id })).toHaveLength(2);
  });
});
