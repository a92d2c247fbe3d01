import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishedWarnings } from '../../../src/grading/index.ts';
import { loadCourses, readDuration, writeDuration } from '../../../src/quizzes/index.ts';
import { toAuthors } from '../../language/english.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('a duration', () => {
  it.each([
    ['90 min', 90 * MINUTE],
    ['1 h 30 min', 90 * MINUTE],
    ['1h30min', 90 * MINUTE],
    ['2 d', 48 * HOUR],
    ['45 s', 45_000],
    ['366 d', 366 * 24 * HOUR],
  ])('%s is read', (text, milliseconds) => {
    expect(readDuration(text)).toBe(milliseconds);
  });

  it.each(['', '90', '0 min', '1.5 h', '-1 h', '30 min 1 h', '367 d', '1 month', `${'9'.repeat(400)} min`])(
    '"%s" is none',
    (text) => {
      expect(readDuration(text)).toBeNull();
    },
  );

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 366 * 24 * 3600 }), (seconds) => {
        expect(readDuration(writeDuration(seconds * 1_000))).toBe(seconds * 1_000);
      }),
    );
  });
});

describe('13: before it is published, a quiz is warned of', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'markprop-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const REST =
    'title: Sheet\nexercises:\n  - title: E\n    questions:\n      - { id: a, text: Why?, answer: text, because: A person reads it. }\n';

  async function load(rules: string) {
    await writeFile(join(folder, 'course.yaml'), 'title: C\ntimezone: Europe/Zurich\n');
    await writeFile(join(folder, 'sheet.yaml'), `${rules}\n${REST}`);
    const { courses, problems } = await loadCourses(folder);
    const [course] = courses;
    if (course === undefined) throw new Error('There is no course.');
    return { course, problems };
  }

  const WINDOW = 'opens: 2026-03-02 08:00\ncloses: 2026-03-02 09:00';
  it.each([
    [
      'a limit that is longer than its window',
      `${WINDOW}\ntime-limit: 90 min`,
      '3:13: time-limit: is longer than the 1 h between opens and closes: no one gets all of it',
    ],
    [
      'closing before it opens',
      'opens: 2026-03-02\ncloses: 2026-03-01',
      '2:9: closes: closes before it opens, so no one can ever start',
    ],
    [
      'being due before it opens',
      'opens: 2026-03-02\ndue: 2026-03-01',
      '2:6: due: is before it opens, so everything will be late',
    ],
    [
      'being due after it closes',
      `${WINDOW}\ndue: 2026-03-03`,
      '3:6: due: is after it closes, so nothing can be late',
    ],
    [
      'solutions while others still answer',
      `${WINDOW}\nsolutions: 2026-03-02 08:30`,
      '3:12: solutions: are shown before it closes, while others may still answer',
    ],
    [
      'a rule about an end that never comes',
      'when-time-runs-out: abandon',
      '1:21: when-time-runs-out: never happens: there is neither a time-limit nor a closes',
    ],
    [
      'grace without its length',
      'time-limit: 1 h\nwhen-time-runs-out: grace',
      '2:21: when-time-runs-out: is grace, but does not say how long: add grace: 5 min',
    ],
    [
      'grace that does not hold',
      'time-limit: 1 h\ngrace: 5 min',
      '2:8: grace: has an effect only with when-time-runs-out: grace',
    ],
    [
      'a delay before an attempt that there is not',
      'attempts: 1\nbetween-attempts: 1 d',
      '2:19: between-attempts: has no effect: there is only one attempt',
    ],
    [
      'building on an attempt that there is not',
      'attempts: 1\nbuild-on-last: true',
      '2:16: build-on-last: has no effect: there is only one attempt',
    ],
    [
      'practising the few variants that are given',
      'deploy: [3, 17]\npractice: yes',
      '2:11: practice: uses the few deployed variants, so students can look up the numbers of their own attempts: write after-close, or remove deploy',
    ],
  ])('%s', async (_, rules, warning) => {
    const { course, problems } = await load(rules);
    expect(problems).toEqual([]);
    const warnings = course.quizzes.flatMap((quiz) => quiz.warnings);
    expect(warnings.map(({ line, column, message }) => `${line}:${column}: ${toAuthors(message)}`)).toEqual([
      warning,
    ]);
  });

  it('nothing where the limit just fits, over a change of the clock too', async () => {
    const { course } = await load('opens: 2026-10-25 02:00\ncloses: 2026-10-25 03:00\ntime-limit: 2 h');
    expect(course.quizzes[0]?.warnings).toEqual([]);
  });

  it('dates in the past, where it is new', async () => {
    const { course } = await load(`${WINDOW}\ndue: 2026-03-02 08:30`);
    const at = (text: string, change: 'new' | 'changed') =>
      publishedWarnings(course, [{ quizId: 'sheet', change }], Date.parse(text)).map(({ message }) =>
        toAuthors(message),
      );
    expect(at('2026-03-02T07:29Z', 'new')).toEqual([]);
    expect(at('2026-03-02T07:31Z', 'new')).toEqual(['due: is in the past, so everything will be late']);
    expect(at('2026-03-02T08:01Z', 'new')).toEqual(['closes: is in the past, so no one can start']);
    expect(at('2026-03-02T08:01Z', 'changed')).toEqual([]);
  });

  it.each(['90', '90 minutes', 'true', '[1 h]'])(
    'a limit of %s is a problem, with where and how to mend it',
    async (limit) => {
      const { course, problems } = await load(`time-limit: ${limit}`);
      expect(course.quizzes).toEqual([]);
      expect(problems.map(({ line, column, message }) => `${line}:${column}: ${toAuthors(message)}`)).toEqual(
        ['1:13: time-limit: must be a duration of at most a year, such as "90 min", "1 h 30 min" or "2 d"'],
      );
    },
  );
});
