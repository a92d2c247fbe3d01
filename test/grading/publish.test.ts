import { describe, expect, it } from 'vitest';
import { publishCourse } from '../../src/grading/index.ts';
import { type Dates, prepareQuiz } from '../../src/quizzes/index.ts';
import { selectCourse, selectQuizzes } from '../../src/storage/index.ts';
import { courseOf, newWorld, SHEET, temporaryFolder } from './course.ts';

const folder = temporaryFolder();
const NEVER: Dates = { opens: null, due: null, closes: null, solutions: null };
const quiz = (id: string, title = SHEET.title, dates = NEVER) => ({
  id,
  quiz: prepareQuiz(id, { ...SHEET, title }),
  dates,
});

async function setUp() {
  const { grading } = await newWorld(folder);
  const { storage } = grading;
  return {
    storage,
    publish: (quizzes: readonly ReturnType<typeof quiz>[], complete = true) =>
      publishCourse(storage, courseOf(quizzes), { now: 7, complete }),
    quizzes: async () =>
      (await selectQuizzes(storage.read, 'nn')).map(({ id, archivedAt }) => [id, archivedAt]),
  };
}

describe('publishing a course', () => {
  it('63: the same files again changes nothing', async () => {
    const { publish } = await setUp();
    expect(await publish([quiz('sheet')])).toEqual([]);
    expect(await publish([quiz('sheet')])).toEqual([]);
  });

  it('tells what is new and what has changed, in content, dates or order', async () => {
    const { publish, quizzes } = await setUp();
    expect(await publish([quiz('sheet'), quiz('two', 'Two')])).toEqual([{ quizId: 'two', change: 'new' }]);
    expect(await publish([quiz('sheet', 'New title'), quiz('two', 'Two')])).toEqual([
      { quizId: 'sheet', change: 'changed' },
    ]);
    const dated = quiz('two', 'Two', { ...NEVER, closes: 99 });
    expect(await publish([quiz('sheet', 'New title'), dated])).toEqual([
      { quizId: 'two', change: 'changed' },
    ]);
    expect(await publish([dated, quiz('sheet', 'New title')])).toHaveLength(2);
    expect(await quizzes()).toEqual([
      ['two', null],
      ['sheet', null],
    ]);
  });

  it('archives a quiz that was removed, and brings it back when its file returns', async () => {
    const { publish, quizzes } = await setUp();
    expect(await publish([])).toEqual([{ quizId: 'sheet', change: 'archived' }]);
    expect(await quizzes()).toEqual([['sheet', 7]]);
    expect(await publish([])).toEqual([]);
    expect(await publish([quiz('sheet')])).toEqual([{ quizId: 'sheet', change: 'changed' }]);
    expect(await quizzes()).toEqual([['sheet', null]]);
  });

  it('keeps a quiz whose file cannot be read at the moment', async () => {
    const { publish, quizzes } = await setUp();
    expect(await publish([], false)).toEqual([]);
    expect(await quizzes()).toEqual([['sheet', null]]);
  });

  it('may share content with another quiz: a snapshot is kept once', async () => {
    const { storage, publish } = await setUp();
    await publish([quiz('sheet'), quiz('copy')]);
    const versions = await storage.read.selectFrom('versions').select('hash').execute();
    expect(versions).toHaveLength(1);
  });

  it('keeps the facts of the course', async () => {
    const { storage } = await setUp();
    expect(await selectCourse(storage.read, 'nn')).toEqual({
      id: 'nn',
      title: 'Neural networks',
      text: '',
      timezone: 'UTC',
      language: 'en',
    });
  });
});
