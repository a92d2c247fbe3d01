import type { KyselyPlugin } from 'kysely';
import { describe, expect, it } from 'vitest';
import {
  attemptFor,
  attemptPage,
  createAccount,
  gradebook,
  gradedAttemptsOf,
  gradeOf,
  historyOf,
  markByHand,
  quizGradeOf,
  readRecord,
  responseSplit,
} from '../../../src/grading/index.ts';
import {
  type AttemptFilter,
  type Person,
  type Queries,
  selectUndecidedResponses,
} from '../../../src/storage/index.ts';
import { codeOf, newWorld, RIGHT, temporaryFolder, type World, WRONG } from '../course.ts';

const folder = temporaryFolder();
const WHY = { why: { text: 'Because.' } };

const byHand = ({ grading, ines }: World, attemptId: string, mark: number, by: Person = ines) =>
  markByHand(grading, { attemptId, questionId: 'why', mark, comment: null, by: by.id });

async function student(world: World, name: string): Promise<Person> {
  const account = { name, email: `${name}@example.org`, password: 'a long password', admin: false };
  const person = await createAccount(world.grading.storage, account, 1);
  await world.enrol(person, 'student');
  return person;
}

describe('marking by hand', () => {
  it('appends a marking that counts, and keeps those before', async () => {
    const world = await newWorld(folder);
    const { id } = await world.sit({ ...RIGHT, ...WHY });
    await byHand(world, id, 1);
    await byHand(world, id, 2.5);
    const record = await readRecord(world.grading.storage.read, id);
    const why = record.markings.filter(({ questionId }) => questionId === 'why');
    expect(why.map(({ mark, reason, by }) => [mark, reason, by])).toEqual([
      [null, 'submit', null],
      [1, 'human', world.ines.id],
      [2.5, 'human', world.ines.id],
    ]);
    expect(gradeOf(record)).toEqual({ mark: 5.5, maximum: 6, undecided: 0 });
  });

  it('6: of two who decide at once one is stored, and the other is told; the same pressed twice is stored once', async () => {
    const world = await newWorld(folder);
    const other = await createAccount(
      world.grading.storage,
      { name: 'Ivo', email: 'ivo@example.org', password: 'a long password', admin: false },
      1,
    );
    await world.enrol(other, 'instructor');
    const { id } = await world.sit(WHY);
    const why = async () =>
      (await readRecord(world.grading.storage.read, id)).markings.filter((each) => each.questionId === 'why');
    const seen = (await why())[0]?.sequence ?? 0;
    const decide = (by: Person, mark: number) =>
      markByHand(world.grading, { attemptId: id, questionId: 'why', mark, comment: null, by: by.id, seen });
    const done = await Promise.all([decide(world.ines, 1), decide(other, 2), decide(world.ines, 1)]);
    expect(done).toEqual(['marked', 'overtaken', 'same']);
    expect((await why()).map(({ mark }) => mark)).toEqual([null, 1]);
  });

  it.each([-0.1, 3.01, Number.NaN, Number.POSITIVE_INFINITY])(
    '45: refuses a mark of %d out of 3',
    async (mark) => {
      const world = await newWorld(folder);
      const { id } = await world.sit(WHY);
      expect(await codeOf(byHand(world, id, mark))).toBe('mark');
      expect((await readRecord(world.grading.storage.read, id)).markings).toHaveLength(3);
    },
  );

  it('44, 45: is for instructors of the course, and for attempts that are marked', async () => {
    const world = await newWorld(folder);
    const { id } = await world.sit(WHY);
    expect(await codeOf(byHand(world, id, 3, world.ada))).toBe('not-instructor');
    expect(await codeOf(byHand(world, id, 3, world.ben))).toBe('absent');
    const open = await world.start();
    expect(await codeOf(byHand(world, open.id, 3))).toBe('not-marked');
  });

  it('44: an attempt is shown to its student and to instructors, and is absent for everybody else', async () => {
    const world = await newWorld(folder);
    const { id } = await world.start();
    const { read } = world.grading.storage;
    expect((await attemptFor(read, id, world.ada.id)).role).toBe('student');
    expect((await attemptFor(read, id, world.ines.id)).role).toBe('instructor');
    expect(await codeOf(attemptFor(read, id, world.ben.id))).toBe('absent');
    await world.enrol(world.ines, 'student');
    expect(await codeOf(attemptFor(read, id, world.ines.id))).toBe('absent');
  });
});

describe('the gradebook', () => {
  it('has every student, and for each quiz the best attempt that was handed in', async () => {
    const world = await newWorld(folder);
    await world.sit(WRONG);
    const best = await world.sit(RIGHT);
    await world.sit({ pick: RIGHT.pick });
    await world.start();
    const { students, quizzes } = await gradebook(world.grading.storage.read, 'nn');
    expect(quizzes.map(({ id }) => id)).toEqual(['sheet']);
    expect(students.map(({ name, cells }) => [name, cells.get('sheet')])).toMatchObject([
      ['Ada', { attempts: [{ id: best.id }], grade: { mark: 3, maximum: 6, undecided: 0 }, late: false }],
      ['Ben', undefined],
    ]);
    const own = await gradedAttemptsOf(world.grading.storage.read, {
      courseId: 'nn',
      personId: world.ada.id,
    });
    expect(own.map(({ grade }) => grade?.mark)).toEqual([0, 3, 1, undefined]);
    expect(quizGradeOf({ gradeMethod: 'highest', due: null }, own)?.attempts).toMatchObject([
      { id: best.id },
    ]);
  });

  it('counts what a person has still to mark, and lists it', async () => {
    const world = await newWorld(folder);
    const { id } = await world.sit({ ...RIGHT, ...WHY });
    const { read } = world.grading.storage;
    const cell = async () => (await gradebook(read, 'nn')).students[0]?.cells.get('sheet');
    expect((await cell())?.grade).toEqual({ mark: 3, maximum: 6, undecided: 1 });
    expect(await selectUndecidedResponses(read, 'nn')).toMatchObject([
      { attemptId: id, name: 'Ada', quizId: 'sheet', questionId: 'why', posted: WHY.why, maximum: 3 },
    ]);
    await byHand(world, id, 3);
    expect((await cell())?.grade).toEqual({ mark: 6, maximum: 6, undecided: 0 });
    expect(await selectUndecidedResponses(read, 'nn')).toEqual([]);
  });

  it('47: knows nothing of what an instructor tried out, nor do the lists and statistics', async () => {
    const world = await newWorld(folder);
    await world.sit({ ...WRONG, ...WHY }, world.ines);
    const { read } = world.grading.storage;
    const { students } = await gradebook(read, 'nn');
    expect(students.map(({ name, cells }) => [name, cells.size])).toEqual([
      ['Ada', 0],
      ['Ben', 0],
    ]);
    expect((await attemptPage(read, everything)).total).toBe(0);
    expect((await responseSplit(read, { courseId: 'nn', quizId: 'sheet', questionId: 'count' })).total).toBe(
      0,
    );
    expect(await selectUndecidedResponses(read, 'nn')).toEqual([]);
  });
});

const everything: AttemptFilter = {
  courseId: 'nn',
  quizId: 'sheet',
  sort: 'name',
  direction: 'asc',
  page: 1,
  size: 100,
};

/** The same database, with a count of the queries that it was asked. */
function counting(db: Queries): { readonly db: Queries; readonly count: { queries: number } } {
  const count = { queries: 0 };
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      count.queries++;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return { db: db.withPlugin(plugin), count };
}

it('pages for instructors need the same number of queries for one student as for many', async () => {
  const world = await newWorld(folder);
  const { read } = world.grading.storage;
  const queries = async () => {
    const { db, count } = counting(read);
    await gradebook(db, 'nn');
    await attemptPage(db, everything);
    await responseSplit(db, { courseId: 'nn', quizId: 'sheet', questionId: 'count' });
    await selectUndecidedResponses(db, 'nn');
    return count.queries;
  };
  await world.sit({ ...RIGHT, ...WHY });
  const few = await queries();
  for (const name of ['Cy', 'Di', 'Ed']) await world.sit({ ...WRONG, ...WHY }, await student(world, name));
  await world.sit(WRONG);
  expect(await queries()).toBe(few);
});

describe('the list of attempts', () => {
  it('is sorted, filtered and paged by the database', async () => {
    const world = await newWorld(folder);
    const [zoe, asa] = [await student(world, 'Zoë'), await student(world, 'Åsa')];
    await world.sit(RIGHT, zoe);
    world.time.now += 10;
    await world.sit({ ...WRONG, ...WHY }, world.ben);
    world.time.now += 10;
    await world.sit({ count: RIGHT.count }, world.ada);
    world.time.now += 10;
    await world.start(asa);
    const list = async (filter: Partial<AttemptFilter>) => {
      const { attempts, total } = await attemptPage(world.grading.storage.read, {
        ...everything,
        ...filter,
      });
      return [attempts.map(({ name }) => name).join(' '), total];
    };
    expect(await list({})).toEqual(['Ada Åsa Ben Zoë', 4]);
    expect(await list({ direction: 'desc' })).toEqual(['Zoë Ben Åsa Ada', 4]);
    expect(await list({ sort: 'grade', direction: 'desc' })).toEqual(['Zoë Ada Ben Åsa', 4]);
    expect(await list({ sort: 'started' })).toEqual(['Zoë Ben Ada Åsa', 4]);
    expect(await list({ sort: 'submitted', direction: 'desc' })).toEqual(['Ada Ben Zoë Åsa', 4]);
    expect(await list({ sort: 'state' })).toEqual(['Åsa Ben Ada Zoë', 4]);
    expect(await list({ text: 'ZOE' })).toEqual(['Zoë', 1]);
    expect(await list({ text: '@example' })).toEqual(['Ada Åsa Ben Zoë', 4]);
    expect(await list({ state: 'open' })).toEqual(['Åsa', 1]);
    expect(await list({ state: 'undecided' })).toEqual(['Ben', 1]);
    expect(await list({ state: 'marked' })).toEqual(['Ada Zoë', 2]);
    expect(await list({ state: 'pending' })).toEqual(['', 0]);
    expect(await list({ page: 2, size: 3 })).toEqual(['Zoë', 4]);
  });
});

describe('how responses split', () => {
  it('counts equal responses together, with what each came to', async () => {
    const world = await newWorld(folder);
    for (const value of ['6', '9', '6', '', '1/0']) await world.sit({ count: { value } });
    await world.sit({ count: { value: '6' } }, world.ben);
    const split = await responseSplit(world.grading.storage.read, {
      courseId: 'nn',
      quizId: 'sheet',
      questionId: 'count',
    });
    expect(split.total).toBe(6);
    expect(split.results).toEqual([
      { result: 'right', count: 1 },
      { result: 'wrong', count: 3 },
      { result: 'blank', count: 1 },
      { result: 'invalid', count: 1 },
    ]);
    expect(split.notes[0]).toMatchObject({ tag: 'no-bias', count: 3 });
    expect(split.groups[0]).toMatchObject({ posted: { value: '6' }, count: 3, result: 'wrong' });
  });
});

describe('the history of an attempt', () => {
  it('tells every save, the handing in and every marking in the order of time', async () => {
    const world = await newWorld(folder);
    const { id } = await world.start();
    for (const value of ['1', '9']) {
      world.time.now += 10;
      await world.save(id, { count: { value } });
    }
    world.time.now += 10;
    await world.submit(id);
    world.time.now += 10;
    await byHand(world, id, 2);
    const history = historyOf(await readRecord(world.grading.storage.read, id));
    const told = history.map(
      (entry) => `${entry.at} ${entry.questionId} ${entry.entry === 'step' ? entry.kind : entry.reason}`,
    );
    expect(told).toEqual([
      '1010 count saved',
      '1020 count saved',
      '1030 count submitted',
      '1030 pick submitted',
      '1030 why submitted',
      '1030 count submit',
      '1030 pick submit',
      '1030 why submit',
      '1040 why human',
    ]);
  });
});
