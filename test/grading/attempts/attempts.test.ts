import { describe, expect, it } from 'vitest';
import { closeOverdueAttempts, handedIn, receiptOf } from '../../../src/grading/index.ts';
import {
  deleteEnrolment,
  selectAttempts,
  selectLatestSteps,
  selectMarkings,
  selectSteps,
  updateDisabled,
} from '../../../src/storage/index.ts';
import { codeOf, newWorld, RIGHT, temporaryFolder, type World, WRONG } from '../course.ts';

const folder = temporaryFolder();
const TEN = Array.from({ length: 10 });

const attemptsOf = ({ grading, ada }: World) =>
  selectAttempts(grading.storage.read, { courseId: 'nn', quizId: 'sheet', personId: ada.id });
const stepsOf = ({ grading }: World, id: string) => selectSteps(grading.storage.read, id);
const markingsOf = ({ grading }: World, id: string) => selectMarkings(grading.storage.read, id);

describe('starting', () => {
  it('5: ten clicks at once make one attempt', async () => {
    const world = await newWorld(folder);
    const started = await Promise.all(TEN.map(() => world.start()));
    expect(new Set(started.map(({ id }) => id)).size).toBe(1);
    expect(await attemptsOf(world)).toHaveLength(1);
  });

  it('is refused before the quiz opens and after it closes', async () => {
    const world = await newWorld(folder);
    await world.publish({ opens: 2_000, closes: 3_000 });
    expect(await codeOf(world.start())).toBe('not-open');
    world.time.now = 3_001;
    expect(await codeOf(world.start())).toBe('closed');
    world.time.now = 3_000;
    expect((await world.start()).number).toBe(1);
  });

  it('is refused when all attempts are used, and numbers those that are not', async () => {
    const world = await newWorld(folder);
    await world.publish({ attempts: 2 });
    expect((await world.sit({})).number).toBe(1);
    expect((await world.sit({})).number).toBe(2);
    expect(await codeOf(world.start())).toBe('no-attempts-left');
  });

  it('draws a seed and a secret of its own for every attempt', async () => {
    const world = await newWorld(folder);
    const [first, second] = [await world.sit({}), await world.start()];
    expect(first.seed).not.toBe(second.seed);
    expect(first.secret).not.toBe(second.secret);
  });

  it('51, 52: is refused to whoever is disabled or no longer enrolled', async () => {
    const world = await newWorld(folder);
    const { storage } = world.grading;
    const { id } = await world.start();
    await storage.write((db) => deleteEnrolment(db, 'nn', world.ada.id));
    expect(await codeOf(world.start())).toBe('absent');
    expect(await codeOf(world.save(id, RIGHT))).toBe('absent');
    await storage.write((db) => updateDisabled(db, world.ben.id, 1));
    expect(await codeOf(world.start(world.ben))).toBe('absent');
  });

  it('of a quiz that was archived is refused, while running attempts go on', async () => {
    const world = await newWorld(folder);
    const { id } = await world.start();
    await world.grading.storage.write((db) => db.updateTable('quizzes').set({ archivedAt: 5 }).execute());
    expect(await codeOf(world.start(world.ben))).toBe('closed');
    expect(await world.save(id, RIGHT)).toHaveLength(2);
  });
});

describe('saving', () => {
  it('stores a step for each question that changed, as posted, and nothing for what did not', async () => {
    const world = await newWorld(folder);
    const { id } = await world.start();
    expect(await world.save(id, { count: { value: ' 9,0 ' }, pick: {} })).toMatchObject([
      { questionId: 'count', sequence: 1, posted: { value: ' 9,0 ' }, kind: 'saved', by: world.ada.id },
    ]);
    expect(await world.save(id, { count: { value: ' 9,0 ' }, pick: { option: '' } })).toEqual([]);
    expect(await world.save(id, { count: { value: '' }, pick: { option: 'b' } })).toHaveLength(2);
    const latest = await selectLatestSteps(world.grading.storage.read, id);
    expect(latest.get('count')?.posted).toEqual({ value: '' });
  });

  it('4: a request that is sent again is one record, even after the attempt is handed in', async () => {
    const world = await newWorld(folder);
    const { id } = await world.start();
    const first = await world.save(id, RIGHT, { key: 'k1' });
    await world.save(id, WRONG, { key: 'k2' });
    expect(await world.save(id, RIGHT, { key: 'k1' })).toEqual(first);
    const ten = await Promise.all(TEN.map(() => world.save(id, { why: { text: 'so' } }, { key: 'k3' })));
    expect(new Set(ten.map((steps) => steps[0]?.sequence))).toEqual(new Set([5]));
    await world.submit(id);
    expect(await world.save(id, RIGHT, { key: 'k1' })).toEqual(first);
    expect((await stepsOf(world, id)).filter(({ kind }) => kind === 'saved')).toHaveLength(5);
  });

  it('4: a request that is sent again takes nothing back of what it had left as it was', async () => {
    const world = await newWorld(folder);
    const { id } = await world.start();
    const first = await world.save(id, { count: RIGHT.count, pick: {} }, { key: 'k1' });
    await world.save(id, { pick: RIGHT.pick });
    expect(await world.save(id, { count: RIGHT.count, pick: {} }, { key: 'k1' })).toEqual(first);
    expect((await selectLatestSteps(world.grading.storage.read, id)).get('pick')?.posted).toEqual(RIGHT.pick);
  });

  it('4: a request under the key of another one is refused, be it of other answers or of other questions', async () => {
    const world = await newWorld(folder);
    const { id } = await world.start();
    await world.save(id, RIGHT, { key: 'k1' });
    expect(await codeOf(world.save(id, { ...RIGHT, ...WRONG }, { key: 'k1' }))).toBe('key-reused');
    expect(await codeOf(world.save(id, { why: { text: 'so' } }, { key: 'k1' }))).toBe('key-reused');
    expect(await stepsOf(world, id)).toHaveLength(2);
  });

  it('7: after handing in changes nothing', async () => {
    const world = await newWorld(folder);
    const { id } = await world.sit(RIGHT);
    expect(await codeOf(world.save(id, WRONG))).toBe('submitted');
    expect((await selectLatestSteps(world.grading.storage.read, id)).get('count')?.posted).toEqual(
      RIGHT.count,
    );
  });

  it('8: counts by when it arrived, however late it is handled', async () => {
    const world = await newWorld(folder);
    await world.publish({ closes: 2_000 });
    const { id } = await world.start();
    world.time.now = 22_000;
    expect(await world.save(id, RIGHT, { at: 2_000 })).toHaveLength(2);
  });

  it('9: after the quiz has closed is refused, and what was saved in time is marked', async () => {
    const world = await newWorld(folder);
    await world.publish({ closes: 2_000 });
    const { id } = await world.start();
    await world.save(id, RIGHT);
    world.time.now = 2_001;
    expect(await codeOf(world.save(id, WRONG))).toBe('closed');
    expect(await world.submit(id)).toMatchObject({ state: 'marked', endedAt: 2_000 });
    expect((await markingsOf(world, id)).map(({ mark }) => mark)).toEqual([2, 1, 0]);
  });

  it('12: an extension holds at once, for running attempts too', async () => {
    const world = await newWorld(folder);
    await world.publish({ closes: 2_000 });
    const { id } = await world.start();
    await world.publish({ closes: 4_000 });
    expect(await world.save(id, RIGHT, { at: 3_000 })).toHaveLength(2);
  });

  it('44: another person finds no such attempt, be it a student or the instructor', async () => {
    const world = await newWorld(folder);
    const { id } = await world.start();
    expect(await codeOf(world.save(id, WRONG, { by: world.ben }))).toBe('absent');
    expect(await codeOf(world.save(id, WRONG, { by: world.ines }))).toBe('absent');
    expect(await codeOf(world.submit(id, world.ben))).toBe('absent');
    expect(await codeOf(world.save('no-such-attempt', WRONG))).toBe('absent');
  });

  it('45: a question or field that the quiz does not have is refused, and nothing of the request is stored', async () => {
    const world = await newWorld(folder);
    const { id } = await world.start();
    expect(await codeOf(world.save(id, { ...RIGHT, secret: { value: '1' } }))).toBe('unknown-question');
    expect(await codeOf(world.save(id, { ...RIGHT, why: { mark: '3' } }))).toBe('unknown-field');
    expect(await codeOf(world.save(id, JSON.parse('{"__proto__": {"value": "1"}}')))).toBe(
      'unknown-question',
    );
    expect(await stepsOf(world, id)).toEqual([]);
  });

  it('16: goes on with the version that the attempt began with when the file is edited', async () => {
    const world = await newWorld(folder);
    const attempt = await world.start();
    const edited = await world.publish({ title: 'Sheet 1, corrected' });
    expect(edited.version).not.toBe(attempt.quizVersion);
    await world.save(attempt.id, RIGHT);
    expect((await world.submit(attempt.id)).quizVersion).toBe(attempt.quizVersion);
    const before = await world.grading.quizOf('sheet', attempt.quizVersion);
    expect(before.title).toBe('Sheet 1');
    expect((await world.start()).quizVersion).toBe(edited.version);
  });
});

describe('handing in', () => {
  it('5, 18: ten clicks at once hand in once, with the same result for all', async () => {
    const world = await newWorld(folder);
    const { id } = await world.start();
    await world.save(id, RIGHT);
    const results = await Promise.all(TEN.map(() => world.submit(id)));
    world.time.now += 5_000;
    results.push(await world.submit(id));
    expect(new Set(results.map((attempt) => JSON.stringify(attempt))).size).toBe(1);
    expect((await stepsOf(world, id)).filter(({ kind }) => kind === 'submitted')).toHaveLength(3);
    expect(await markingsOf(world, id)).toHaveLength(3);
  });

  it('7: wins over a save that races it: afterwards all steps are of before', async () => {
    const world = await newWorld(folder);
    const { id } = await world.start();
    const racing = TEN.map((_, i) => world.save(id, { count: { value: String(i) } }).catch(() => []));
    const submitted = world.submit(id);
    await Promise.all([...racing, submitted]);
    const steps = await stepsOf(world, id);
    expect(steps.slice(-3).map(({ kind }) => kind)).toEqual(['submitted', 'submitted', 'submitted']);
    expect(steps.slice(0, -3).every(({ kind }) => kind === 'saved')).toBe(true);
  });

  it('marks every question, the blank ones too, with the versions of question and program', async () => {
    const world = await newWorld(folder);
    const { id } = await world.sit({ count: { value: '6' }, why: { text: 'Because.' } });
    const [count, pick, why] = await markingsOf(world, id);
    expect(count).toMatchObject({ reason: 'submit', fraction: 0, mark: 0, maximum: 2, by: null });
    expect(count?.outcome).toMatchObject({
      state: 'marked',
      notes: expect.arrayContaining([expect.objectContaining({ tag: 'no-bias' })]),
    });
    expect(pick).toMatchObject({ outcome: { state: 'blank' }, mark: 0, maximum: 1 });
    expect(why).toMatchObject({ outcome: { state: 'undecided' }, fraction: null, mark: null });
    expect(count?.questionVersion).toMatch(/.{20}/);
    expect(count?.engineVersion).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('gives a receipt that anybody can compute again from what was handed in', async () => {
    const world = await newWorld(folder);
    const attempt = await world.sit(RIGHT);
    const steps = (await stepsOf(world, attempt.id)).filter(({ kind }) => kind === 'submitted');
    const responses = new Map(steps.map(({ questionId, posted }) => [questionId, posted]));
    expect(receiptOf(handedIn(attempt, attempt.endedAt ?? 0, responses))).toBe(attempt.receipt);
    responses.set('count', { value: '8' });
    expect(receiptOf(handedIn(attempt, attempt.endedAt ?? 0, responses))).not.toBe(attempt.receipt);
  });

  it('11: happens by itself when the quiz has closed, with the closing time', async () => {
    const world = await newWorld(folder);
    await world.publish({ closes: 2_000 });
    const { id } = await world.start();
    await world.save(id, RIGHT);
    world.time.now = 2_000;
    await closeOverdueAttempts(world.grading);
    expect((await attemptsOf(world))[0]?.state).toBe('open');
    world.time.now = 62_000;
    await closeOverdueAttempts(world.grading);
    expect((await attemptsOf(world))[0]).toMatchObject({ state: 'marked', endedAt: 2_000 });
    expect((await stepsOf(world, id)).at(-1)).toMatchObject({ kind: 'submitted', by: null, at: 2_000 });
  });
});
