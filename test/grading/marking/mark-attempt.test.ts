import { describe, expect, it } from 'vitest';
import { markAttempt, resumeMarking, submitAttempt } from '../../../src/grading/index.ts';
import { selectAttempt, selectMarkings, selectSteps } from '../../../src/storage/index.ts';
import type { Outcome } from '../../../src/values/outcome.ts';
import { newWorld, RIGHT, temporaryFolder, type World, withMarking } from '../course.ts';

const folder = temporaryFolder();

const stepsOf = ({ grading }: World, id: string) => selectSteps(grading.storage.read, id);
const markingsOf = ({ grading }: World, id: string) => selectMarkings(grading.storage.read, id);

describe('marking', () => {
  it('17: that a crash prevented leaves the attempt pending, and is made up for once', async () => {
    const world = await newWorld(folder);
    const { id } = await world.start();
    await world.save(id, RIGHT);
    const crashing = { ...world.grading, quizOf: onceThen(world.grading.quizOf, new Error('crash')) };
    const pending = await submitAttempt(crashing, { attemptId: id, personId: world.ada.id, at: 1_500 });
    expect(pending).toMatchObject({ state: 'submitted', endedAt: 1_500, markedAt: null });
    expect(world.logged).toEqual(['marking failed; it is pending']);
    await Promise.all([
      resumeMarking(world.grading),
      resumeMarking(world.grading),
      markAttempt(world.grading, pending),
    ]);
    expect((await selectAttempt(world.grading.storage.read, id)).markedAt).toBe(world.time.now);
    expect((await markingsOf(world, id)).map(({ mark }) => mark)).toEqual([2, 1, 0]);
  });

  it.each<[string, string, () => Outcome]>([
    ['throws', 'a defect', thrown],
    [
      'gives an outcome that makes no sense',
      'fraction',
      () => ({ state: 'marked', fraction: 1.5, notes: [] }),
    ],
  ] as const)(
    'of a question that %s keeps the response, tells staff, and gives no zero',
    async (_, reason, mark) => {
      const world = await newWorld(folder);
      const { id, quizVersion } = await world.start();
      await world.save(id, RIGHT);
      const quiz = withMarking(await world.grading.quizOf('sheet', quizVersion), 'count', mark);
      const broken = { ...world.grading, quizOf: async () => quiz };
      await submitAttempt(broken, { attemptId: id, personId: world.ada.id, at: 1_500 });
      const [count, pick] = await markingsOf(world, id);
      expect(count).toMatchObject({ outcome: { state: 'broken' }, fraction: null, mark: null });
      expect(JSON.stringify(count?.outcome)).toContain(reason);
      expect(pick?.mark).toBe(1);
      expect(world.logged).toEqual(['a question could not be marked']);
      expect((await stepsOf(world, id))[0]?.posted).toEqual(RIGHT.count);
    },
  );
});

function thrown(): never {
  throw new Error('a defect');
}

/** Answers the first call and fails the next ones. */
function onceThen<A extends unknown[], R>(work: (...args: A) => Promise<R>, error: Error) {
  let calls = 0;
  return async (...args: A): Promise<R> => {
    if (calls++ > 0) throw error;
    return work(...args);
  };
}
