import { describe, expect, it } from 'vitest';
import type { Posted } from '../../../src/answers/kind.ts';
import {
  attemptPage,
  checkResponse,
  gradeOf,
  markByHand,
  readRecord,
  responseSplit,
  resumeMarking,
} from '../../../src/grading/index.ts';
import type { BehaviourSource, Certainty } from '../../../src/quizzes/format/behaviour.ts';
import {
  selectAttemptsBeingChecked,
  selectMarkings,
  selectSteps,
  selectUndecidedResponses,
} from '../../../src/storage/index.ts';
import { codeOf, newWorld, temporaryFolder, type World, withMarking } from '../course.ts';

const folder = temporaryFolder();
const count = (value: string) => ({ value });

async function opened(behaviour: BehaviourSource) {
  const world = await newWorld(folder);
  await world.publish({ behaviour });
  const { id } = await world.start();
  return { world, id };
}

const check = (
  { grading, ada, time }: World,
  attemptId: string,
  posted: Posted,
  { questionId = 'count', certainty = null }: { questionId?: string; certainty?: Certainty | null } = {},
) => checkResponse(grading, { attemptId, personId: ada.id, questionId, posted, certainty, at: time.now });

const checksOf = async ({ grading }: World, id: string) =>
  (await selectSteps(grading.storage.read, id)).filter((step) => step.try !== null);
const marksOf = async ({ grading }: World, id: string) =>
  (await selectMarkings(grading.storage.read, id)).map(({ outcome, mark }) => [outcome.state, mark]);
const gradeNow = async ({ grading }: World, id: string) =>
  gradeOf(await readRecord(grading.storage.read, id));

describe('checking while the attempt is open', () => {
  it('stores each try with its number, judges it once, and lets the grade follow', async () => {
    const { world, id } = await opened({ interactive: { tries: 3, penalty: 0.25 } });
    await check(world, id, count('6'));
    await check(world, id, count('7'));
    await check(world, id, count('9'));
    expect((await checksOf(world, id)).map((step) => step.try)).toEqual([1, 2, 3]);
    expect(await marksOf(world, id)).toEqual([
      ['marked', 0],
      ['marked', 0],
      ['marked', 1],
    ]);
    expect(await gradeNow(world, id)).toBeNull();
    await world.submit(id);
    expect(await gradeNow(world, id)).toEqual({ mark: 1, maximum: 6, undecided: 0 });
  });

  it('5: ten clicks at once are one try, judged once', async () => {
    const { world, id } = await opened('interactive');
    await Promise.all(Array.from({ length: 10 }, () => check(world, id, count('6'))));
    expect(await checksOf(world, id)).toHaveLength(1);
    expect(await marksOf(world, id)).toEqual([['marked', 0]]);
  });

  it('5: different responses at once are one try each, and never more than there are', async () => {
    const { world, id } = await opened('interactive');
    const done = await Promise.allSettled(
      ['1', '2', '3', '4', '5'].map((value) => check(world, id, count(value))),
    );
    expect((await checksOf(world, id)).map((step) => step.try)).toEqual([1, 2, 3]);
    expect(done.filter(({ status }) => status === 'rejected')).toHaveLength(2);
  });

  it('34: what is blank or cannot be read costs nothing, nor does the same again', async () => {
    const { world, id } = await opened('interactive');
    await check(world, id, count(''));
    await check(world, id, count('nine'));
    await check(world, id, count('6'));
    await check(world, id, count('6'));
    await check(world, id, count('7'));
    await check(world, id, count('6'));
    expect((await checksOf(world, id)).map(({ posted }) => posted)).toEqual([count('6'), count('7')]);
  });

  it('37: a fault of the question costs nothing, and staff are told', async () => {
    const { world, id } = await opened('interactive');
    const { quizOf } = world.grading;
    const broken = async (quizId: string, version: string) =>
      withMarking(await quizOf(quizId, version), 'count', () => ({ state: 'broken', reason: 'oops' }));
    await check({ ...world, grading: { ...world.grading, quizOf: broken } }, id, count('6'));
    await check(world, id, count('9'));
    expect(await marksOf(world, id)).toEqual([
      ['broken', null],
      ['marked', 2],
    ]);
    expect((await checksOf(world, id)).map((step) => step.try)).toEqual([1, 1]);
    expect(world.logged).toEqual(['a question could not be marked']);
  });

  it('17: a check that was committed and not judged is judged later, once', async () => {
    const { world, id } = await opened('interactive');
    const { grading } = world;
    const failing = { ...grading, now: () => Number.NaN };
    await check({ ...world, grading: failing }, id, count('6'));
    expect(await marksOf(world, id)).toEqual([]);
    expect(world.logged).toEqual(['a check could not be judged; it is pending']);
    expect(await selectAttemptsBeingChecked(grading.storage.read)).toEqual([id]);
    await Promise.all([resumeMarking(grading), check(world, id, count('6')), resumeMarking(grading)]);
    expect(await marksOf(world, id)).toEqual([['marked', 0]]);
    expect(await selectAttemptsBeingChecked(grading.storage.read)).toEqual([]);
  });

  it('another answer is told to wait while a check cannot be judged, and is no try', async () => {
    const { world, id } = await opened('interactive');
    const failing = { ...world, grading: { ...world.grading, now: () => Number.NaN } };
    expect(await check(failing, id, count('6'))).toBe('checked');
    expect(await check(failing, id, count('9'))).toBe('waiting');
    expect((await checksOf(world, id)).map(({ posted }) => posted)).toEqual([count('6')]);
    expect(await check(world, id, count('9'))).toBe('checked');
    expect((await checksOf(world, id)).map((step) => step.try)).toEqual([1, 2]);
  });

  it('17: a check that is still pending when the attempt is handed in counts as the try that it was', async () => {
    const { world, id } = await opened('interactive');
    await check({ ...world, grading: { ...world.grading, now: () => Number.NaN } }, id, count('6'));
    await world.save(id, { count: count('9') });
    await world.submit(id);
    expect((await gradeNow(world, id))?.mark).toBeCloseTo(2 * (2 / 3), 10);
  });

  it('is refused where nothing is checked, when it is finished, handed in or closed, and to others', async () => {
    const { world, id } = await opened('interactive');
    expect(await codeOf(check(world, id, { text: 'So.' }, { questionId: 'why' }))).toBe('no-checks');
    expect(await codeOf(check(world, id, {}, { questionId: 'none' }))).toBe('unknown-question');
    expect(await codeOf(check({ ...world, ada: world.ben }, id, count('9')))).toBe('absent');
    await check(world, id, count('9'));
    expect(await codeOf(check(world, id, count('8')))).toBe('finished');
    expect(await codeOf(world.save(id, { count: count('8') }))).toBe('finished');
    expect(await world.save(id, { count: count('9'), pick: { option: 'a' } })).toHaveLength(1);
    await world.submit(id);
    expect(await codeOf(check(world, id, { option: 'b' }, { questionId: 'pick' }))).toBe('submitted');
    const { world: other, id: open } = await opened('immediate');
    await other.publish({ behaviour: 'immediate', closes: 500 });
    expect(await codeOf(check(other, open, count('9')))).toBe('closed');
    const { world: deferred, id: third } = await opened('deferred');
    expect(await codeOf(check(deferred, third, count('9')))).toBe('no-checks');
  });

  it('keeps the order of checks and saves: what was written last is handed in', async () => {
    const { world, id } = await opened({ adaptive: { penalty: 0.1 } });
    await world.save(id, { count: count('6') });
    await check(world, id, count('6'));
    await world.save(id, { count: count('9') });
    await world.submit(id);
    expect((await gradeNow(world, id))?.mark).toBeCloseTo(1.8, 10);
    const markings = await selectMarkings(world.grading.storage.read, id);
    expect(markings.filter(({ questionId }) => questionId === 'count').map(({ mark }) => mark)).toEqual([
      0, 1.8,
    ]);
  });
});

describe('certainty', () => {
  it('is saved with the response, counts thrice at most, and a loss is taken from the other questions', async () => {
    const { world, id } = await opened('certainty');
    const { grading, ada } = world;
    const { saveResponses } = await import('../../../src/grading/index.ts');
    const save = (
      responses: Readonly<Record<string, Posted>>,
      certainties: Readonly<Record<string, Certainty>>,
    ) =>
      saveResponses(grading, { attemptId: id, personId: ada.id, responses, certainties, key: null, at: 1 });
    await save({ count: count('9'), pick: { option: 'b' } }, { count: 2, pick: 1 });
    expect(await save({ pick: { option: 'b' } }, { pick: 2 })).toHaveLength(1);
    expect(await save({ pick: { option: 'b' }, why: {} }, { pick: 2, why: 1 })).toHaveLength(0);
    await world.submit(id);
    const marks = (await selectMarkings(grading.storage.read, id)).map(({ mark, maximum }) => [
      mark,
      maximum,
    ]);
    expect(marks).toEqual([
      [4, 6],
      [-2, 3],
      [0, 3],
    ]);
    expect(await gradeNow(world, id)).toEqual({ mark: 2, maximum: 12, undecided: 0 });
  });

  it('never makes a grade less than nothing, in the lists as in the record', async () => {
    const { world, id } = await opened('immediate-certainty');
    await check(world, id, count('6'), { certainty: 3 });
    await world.submit(id);
    const markings = await selectMarkings(world.grading.storage.read, id);
    expect(
      markings
        .filter(({ questionId }) => questionId === 'count')
        .map(({ mark, fraction }) => [mark, fraction]),
    ).toEqual([
      [-12, 0],
      [-12, 0],
    ]);
    expect(await gradeNow(world, id)).toEqual({ mark: 0, maximum: 12, undecided: 0 });
    const page = await attemptPage(world.grading.storage.read, {
      courseId: 'nn',
      quizId: 'sheet',
      sort: 'grade',
      direction: 'desc',
      page: 1,
      size: 10,
    });
    expect(page.attempts.map(({ grade }) => grade?.mark)).toEqual([0]);
  });
});

describe('what instructors see of checks', () => {
  it('statistics, lists and marking by hand know only what was handed in, each response once', async () => {
    const { world, id } = await opened('interactive');
    const { read } = world.grading.storage;
    const of = { courseId: 'nn', quizId: 'sheet', questionId: 'count' };
    await check(world, id, count('6'));
    await world.save(id, { why: { text: 'So.' } });
    expect((await responseSplit(read, of)).total).toBe(0);
    await check(world, id, count('9'));
    await world.submit(id);
    expect((await responseSplit(read, of)).groups).toMatchObject([{ posted: count('9'), count: 1 }]);
    expect((await selectUndecidedResponses(read, 'nn')).map(({ questionId }) => questionId)).toEqual(['why']);
    await markByHand(world.grading, {
      attemptId: id,
      questionId: 'count',
      mark: 2,
      comment: null,
      by: world.ines.id,
    });
    expect(await gradeNow(world, id)).toEqual({ mark: 2, maximum: 6, undecided: 1 });
  });
});
