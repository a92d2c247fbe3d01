import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  attemptPage,
  type Grade,
  gradedAttemptsOf,
  gradeOf,
  handedInAttempts,
  latestMarkings,
} from '../../../src/grading/index.ts';
import {
  type AttemptFilter,
  insertPerson,
  insertVersion,
  openStorage,
  type Person,
  type Storage,
  selectAttempt,
  selectMarkings,
  selectMarksByQuestion,
  selectStudents,
  upsertCourse,
  upsertEnrolment,
  upsertQuiz,
} from '../../../src/storage/index.ts';
import { temporaryFolder } from '../../storage/folder.ts';
import { type Drawn, drawnAttempt, insertDrawn, quizRow } from './random-attempts.ts';

// Lists of attempts sum, sort and filter in the database. Here that is compared, for random attempts, with the grade
// that grading makes of the same markings.

const folder = temporaryFolder();
const PEOPLE = 6;
let storage: Storage;
let people: readonly Person[];

beforeAll(async () => {
  storage = await openStorage(join(folder, 'grades.sqlite'));
  people = await storage.write(async (db) => {
    await upsertCourse(db, { id: 'nn', title: 'Networks', text: '', timezone: 'UTC', language: 'en' });
    await insertVersion(db, 'v', {});
    const made = [];
    for (let i = 0; i < PEOPLE; i++) {
      const email = `p${i}@example.org`;
      const person = await insertPerson(db, {
        email,
        name: `P${i}`,
        passwordHash: null,
        admin: false,
        at: 1,
      });
      if (person === null) throw new Error(`${email} is taken`);
      // The last is staff: what they try out is in no list of students.
      const role = i === PEOPLE - 1 ? 'instructor' : 'student';
      await upsertEnrolment(db, { courseId: 'nn', personId: person.id, role });
      made.push(person);
    }
    return made;
  });
});
afterAll(() => storage.close());

let quizzes = 0;

/** Puts attempts into a quiz of their own; an open one is the last of its person, and the only one. */
async function stored(all: readonly Drawn[]) {
  const quizId = `q${++quizzes}`;
  const numbers = new Map<number, number>();
  const opened = new Set<number>();
  const ids = await storage.write(async (db) => {
    await upsertQuiz(db, quizRow(quizId));
    const ids: string[] = [];
    const last = all.toSorted((a, b) => Number(a.state === 'open') - Number(b.state === 'open'));
    for (const [i, attempt] of last.entries()) {
      if (attempt.state === 'open' && opened.has(attempt.person)) continue;
      if (attempt.state === 'open') opened.add(attempt.person);
      const number = (numbers.get(attempt.person) ?? 0) + 1;
      numbers.set(attempt.person, number);
      const personId = people[attempt.person]?.id ?? '';
      ids.push(await insertDrawn(db, { quizId, personId, number, at: 10 * i }, attempt));
    }
    return ids;
  });
  const students = new Map((await selectStudents(storage.read, 'nn')).map(({ id, name }) => [id, name]));
  const attempts = await Promise.all(
    ids.map(async (id) => {
      const attempt = await selectAttempt(storage.read, id);
      const markings = await selectMarkings(storage.read, id);
      return {
        attempt,
        markings,
        grade: gradeOf({ attempt, markings }),
        name: students.get(attempt.personId),
      };
    }),
  );
  return { quizId, attempts, ofStudents: attempts.filter(({ name }) => name !== undefined) };
}

type Stored = Awaited<ReturnType<typeof stored>>['attempts'][number];

const usual = (quizId: string): AttemptFilter => ({
  courseId: 'nn',
  quizId,
  sort: 'name',
  direction: 'asc',
  page: 1,
  size: 100,
});

/** What a grade is sorted by; null, which is last, where nothing is decided. */
function shareIn({ grade, markings }: Stored): number | null {
  const decided = [...latestMarkings({ markings }).values()].some(({ mark }) => mark !== null);
  return grade === null || !decided ? null : grade.mark / grade.maximum;
}

const stateIn = ({ attempt, grade }: Stored): number => {
  if (attempt.state === 'marked') return grade !== null && grade.undecided > 0 ? 2 : 3;
  return { open: 0, submitted: 1, abandoned: 4 }[attempt.state];
};

function sorted(all: readonly Stored[], key: (of: Stored) => number | null, sign: 1 | -1): readonly string[] {
  const byName = (a: Stored, b: Stored) =>
    String(a.name).localeCompare(String(b.name)) || a.attempt.number - b.attempt.number;
  return all
    .toSorted((a, b) => {
      const [x, y] = [key(a), key(b)];
      if (x === y) return byName(a, b);
      return x === null ? 1 : y === null ? -1 : sign * (x - y);
    })
    .map(({ attempt }) => attempt.id);
}

const gradesBy = (all: readonly { readonly id: string; readonly grade: Grade | null }[]) =>
  new Map(all.map(({ id, grade }) => [id, grade]));
const idsOf = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);

describe('grades in lists', () => {
  it('are what grading makes of the markings, and sort and filter as they do', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(drawnAttempt(PEOPLE), { maxLength: 10 }), async (all) => {
        const { quizId, attempts, ofStudents } = await stored(all);
        const expected = gradesBy(attempts.map(({ attempt: { id }, grade }) => ({ id, grade })));
        const { read } = storage;

        const own = await Promise.all(
          people.map(({ id }) => gradedAttemptsOf(read, { courseId: 'nn', personId: id })),
        );
        expect(gradesBy(own.flat().filter((each) => each.quizId === quizId))).toEqual(expected);
        const list = async (filter: Partial<AttemptFilter>) =>
          (await attemptPage(read, { ...usual(quizId), ...filter })).attempts;
        for (const { id, grade } of await list({})) expect(grade).toEqual(expected.get(id));
        const handedIn = await handedInAttempts(read, { courseId: 'nn', quizId });
        for (const { id, grade } of handedIn) expect(grade).toEqual(expected.get(id));
        expect(new Set(idsOf(handedIn))).toEqual(
          new Set(
            ofStudents.filter((each) => [1, 2, 3].includes(stateIn(each))).map(({ attempt }) => attempt.id),
          ),
        );

        for (const direction of ['asc', 'desc'] as const) {
          const sign = direction === 'asc' ? 1 : -1;
          expect(idsOf(await list({ sort: 'grade', direction }))).toEqual(sorted(ofStudents, shareIn, sign));
          expect(idsOf(await list({ sort: 'state', direction }))).toEqual(sorted(ofStudents, stateIn, sign));
        }
        for (const [i, state] of (
          ['open', 'pending', 'undecided', 'marked', 'abandoned'] as const
        ).entries()) {
          const those = ofStudents.filter((each) => stateIn(each) === i);
          expect(idsOf(await list({ state }))).toEqual(sorted(those, () => 0, 1));
        }

        const marks = await selectMarksByQuestion(read, { courseId: 'nn', quizId });
        const marked = ofStudents.filter(
          ({ attempt, markings }) => attempt.state === 'marked' && markings.length > 0,
        );
        expect(new Map(marks)).toEqual(
          new Map(
            marked.map(({ attempt, markings }) => [
              attempt.id,
              new Map([...latestMarkings({ markings })].map(([id, { mark }]) => [id, mark])),
            ]),
          ),
        );
      }),
      { numRuns: 40 },
    );
  });
});
