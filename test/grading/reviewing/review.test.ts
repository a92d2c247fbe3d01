import { describe, expect, it } from 'vitest';
import {
  type AttemptReview,
  markByHand,
  publishCourse,
  readRecord,
  review,
} from '../../../src/grading/index.ts';
import { ON_ITS_WAY } from '../../../src/quizzes/index.ts';
import { type Role, selectQuiz } from '../../../src/storage/index.ts';
import { english } from '../../language/english.ts';
import { courseOf, newWorld, RIGHT, temporaryFolder, type World, WRONG } from '../course.ts';

const folder = temporaryFolder();

async function reviewed(world: World, attemptId: string, role: Role = 'student'): Promise<AttemptReview> {
  const { storage, quizOf } = world.grading;
  const record = await readRecord(storage.read, attemptId);
  const rules = await selectQuiz(storage.read, 'nn', 'sheet');
  const quiz = await quizOf('sheet', record.attempt.quizVersion);
  return review(record, quiz, rules, world.time.now, role);
}

const question = ({ questions }: AttemptReview, id: string) => questions.find((q) => q.id === id);
const solved = ({ questions }: AttemptReview) =>
  questions.filter(({ solution }) => solution !== null).map(({ id }) => id);

describe('the review for a student', () => {
  it('40: shows nothing of right or wrong while the attempt is open, not even after the solutions date', async () => {
    const world = await newWorld(folder);
    await world.publish({ solutions: 500 });
    const { id } = await world.start();
    await world.save(id, WRONG);
    const open = await reviewed(world, id);
    expect(open).toMatchObject({ state: 'open', grade: null, receipt: null });
    expect(open.questions.map(({ judgement, solution }) => [judgement, solution])).toEqual(
      Array(3).fill([null, null]),
    );
    expect(question(open, 'count')).toMatchObject({
      response: { posted: { value: '6' }, reading: { state: 'read' } },
    });
  });

  it('40: is the same while open, whether the response is right or wrong, but for the response itself', async () => {
    const world = await newWorld(folder);
    const shapeOf = async (value: string) => {
      const { id } = await world.start();
      await world.save(id, { count: { value } });
      return JSON.stringify(await reviewed(world, id)).replaceAll(value, '_');
    };
    expect(await shapeOf('9')).toBe(await shapeOf('6'));
  });

  it('shows verdict, witness, notes, feedback and hint once marked, but not what is expected', async () => {
    const world = await newWorld(folder);
    await world.publish({ solutions: 5_000 });
    const { id } = await world.sit(WRONG);
    const marked = await reviewed(world, id);
    expect(marked).toMatchObject({ state: 'marked', grade: { mark: 0, maximum: 6, undecided: 0 } });
    const count = question(marked, 'count');
    expect(count?.judgement).toMatchObject({
      result: 'wrong',
      mark: 0,
      feedback: ['Count the biases.'],
      hint: 'Biases are parameters too.',
    });
    expect(english(count?.judgement?.witness?.says)).toContain('6');
    expect(JSON.stringify(marked)).not.toContain('expected');
    expect(question(marked, 'pick')?.judgement?.feedback).toEqual(['A line does separate OR.']);
    expect(solved(marked)).toEqual([]);
  });

  it('shows the solution from its date on', async () => {
    const world = await newWorld(folder);
    await world.publish({ solutions: 5_000 });
    const { id } = await world.sit(WRONG);
    world.time.now = 4_999 + ON_ITS_WAY;
    expect(solved(await reviewed(world, id))).toEqual([]);
    world.time.now = 5_000 + ON_ITS_WAY;
    const shown = await reviewed(world, id);
    expect(solved(shown)).toEqual(['count', 'pick', 'why']);
    expect(question(shown, 'count')?.solution).toMatchObject({ key: expect.stringContaining('9') });
    expect(english(question(shown, 'count')?.solution?.expected)).toContain('9');
    expect(question(shown, 'pick')?.solution).toMatchObject({ because: 'No line separates XOR.' });
  });

  it('41: without a date, a blank attempt reveals nothing while another one can be made', async () => {
    const world = await newWorld(folder);
    await world.publish({ attempts: 2 });
    const first = await world.sit({});
    expect(solved(await reviewed(world, first.id))).toEqual([]);
    const second = await world.start();
    expect(solved(await reviewed(world, first.id))).toEqual([]);
    await world.save(second.id, RIGHT);
    await world.submit(second.id);
    expect(solved(await reviewed(world, first.id))).toEqual(['count', 'pick', 'why']);
  });

  it('41: without a date, a quiz whose file is away reveals nothing: its tries may come back with it', async () => {
    const world = await newWorld(folder);
    const { id } = await world.sit({});
    const { storage } = world.grading;
    const course = courseOf([]);
    await publishCourse(storage, course, { now: world.time.now, complete: true });
    expect((await selectQuiz(storage.read, 'nn', 'sheet')).archivedAt).not.toBeNull();
    expect(solved(await reviewed(world, id))).toEqual([]);
  });

  it("41: who types a tag does not get the author's feedback on it", async () => {
    const world = await newWorld(folder);
    const { id } = await world.sit({
      count: { value: 'no-bias' },
      pick: { option: 'a' },
      why: { text: 'b' },
    });
    const { questions } = await reviewed(world, id);
    expect(questions.flatMap(({ judgement }) => judgement?.feedback ?? [])).toEqual([]);
  });

  it('without a date, shows the solution of what was answered right, or when the quiz has closed', async () => {
    const world = await newWorld(folder);
    await world.publish({ closes: 3_000 });
    const { id } = await world.sit({ count: RIGHT.count, pick: WRONG.pick });
    expect(solved(await reviewed(world, id))).toEqual(['count']);
    world.time.now = 3_000 + ON_ITS_WAY;
    expect(solved(await reviewed(world, id))).toEqual(['count']);
    world.time.now = 3_001 + ON_ITS_WAY;
    expect(solved(await reviewed(world, id))).toEqual(['count', 'pick', 'why']);
  });

  it('says of an unreadable response what is wrong with it, and of an undecided one that a person marks it', async () => {
    const world = await newWorld(folder);
    const { id } = await world.sit({ count: { value: '1/0' }, why: { text: 'Because.' } });
    const marked = await reviewed(world, id);
    expect(question(marked, 'count')?.judgement).toMatchObject({ result: 'invalid', hint: null });
    expect(question(marked, 'count')?.response?.reading).toMatchObject({ state: 'invalid' });
    expect(question(marked, 'why')?.judgement).toMatchObject({
      result: 'undecided',
      mark: null,
      reason: null,
    });
    expect(marked.grade).toEqual({ mark: 0, maximum: 6, undecided: 1 });
  });

  it("shows an instructor's mark and comment in place of the program's", async () => {
    const world = await newWorld(folder);
    const { id } = await world.sit({ why: { text: 'Because.' } });
    await markByHand(world.grading, {
      attemptId: id,
      questionId: 'why',
      mark: 1.5,
      comment: 'Half of it.',
      by: world.ines.id,
    });
    const marked = await reviewed(world, id);
    expect(question(marked, 'why')?.judgement).toMatchObject({
      result: 'partly',
      mark: 1.5,
      comment: 'Half of it.',
      byPerson: true,
    });
    expect(marked.grade).toEqual({ mark: 1.5, maximum: 6, undecided: 0 });
  });
});

describe('the review for an instructor', () => {
  it('shows everything, and the solution at any time', async () => {
    const world = await newWorld(folder);
    await world.publish({ solutions: 5_000 });
    const { id } = await world.start();
    expect(solved(await reviewed(world, id, 'instructor'))).toEqual(['count', 'pick', 'why']);
    await world.save(id, { ...WRONG, why: { text: 'So.' } });
    await world.submit(id);
    const marked = await reviewed(world, id, 'instructor');
    expect(english(question(marked, 'why')?.judgement?.reason)).toContain('person');
    expect(english(question(marked, 'count')?.solution?.expected)).toContain('9');
  });
});
