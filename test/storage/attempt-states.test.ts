import { join } from 'node:path';
import SqliteFile from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { openStorage, selectPendingAttempts } from '../../src/storage/index.ts';
import { migrationsIn, temporaryFolder } from './folder.ts';

// Migration 0010 makes the table `attempts` anew, to which others refer. Here it runs on a database with everything in
// it that the program before could have written.

const folder = temporaryFolder();
const path = join(folder, 'old.sqlite');

const OUTCOME = '{"state":"marked","fraction":1,"notes":[]}';

/** In each state that there was: [id, state, submitted, marked, abandoned, receipt]. */
const ATTEMPTS = [
  ['running', 'open', null, null, null, null],
  ['handed-in', 'submitted', 20, null, null, 'r1'],
  ['marked', 'submitted', 30, 35, null, 'r2'],
  ['waiting', 'submitted', 40, 45, null, 'r3'],
  ['too-late', 'submitted', 50, null, 50, ''],
] as const;

const REFERRING = ['steps', 'markings', 'uploads', 'flags', 'versions', 'enrolments', 'quizzes'] as const;

function fill(file: SqliteFile.Database): void {
  file.exec(`
    insert into people (id, email, name, folded, created_at) values ('ada', 'a@example.org', 'Ada', 'ada', 1);
    insert into courses (id, title, text, timezone) values ('nn', 'Networks', '', 'UTC');
    insert into enrolments values ('nn', 'ada', 'student');
    insert into versions values ('v', 'quiz', '{}'), ('drawn', 'quiz', '{}');
  `);
  const quiz = file.prepare(
    "insert into quizzes (course_id, id, title, version, position) values ('nn', ?, 'Quiz', 'v', 1)",
  );
  const attempt = file.prepare(
    `insert into attempts (id, state, submitted_at, marked_at, abandoned_at, receipt, quiz_id, drawn_from, course_id,
      quiz_version, person_id, number, seed, secret, started_at)
    values (?, ?, ?, ?, ?, ?, ?, ?, 'nn', 'drawn', 'ada', 1, 'seed', 'secret', 10)`,
  );
  const step = file.prepare(
    `insert into steps (attempt_id, sequence, course_id, question_id, kind, at, "by", fields, "try", certainty)
    values (?, ?, 'nn', 'q', ?, ?, 'ada', '{"value":"1"}', ?, 2)`,
  );
  const marking = file.prepare(
    `insert into markings (attempt_id, sequence, course_id, question_id, step, question_version, engine_version, reason,
      at, "by", outcome, fraction, mark, maximum, comment, used_step)
    values (?, ?, 'nn', 'q', ?, 'qv', '0.1.0', ?, 33, ?, '${OUTCOME}', ?, ?, 2, ?, 1)`,
  );
  for (const [i, [id, state, ...times]] of ATTEMPTS.entries()) {
    quiz.run(id);
    attempt.run(id, state, ...times, id, i % 2 === 0 ? 'v' : null);
    step.run(id, 1, 'saved', 11, null);
    step.run(id, 2, 'submitted', 12, 1);
    marking.run(id, 1, 2, 'submit', null, 1, 2, null);
    file.prepare("insert into uploads values (?, 'hash', 'image/jpeg', 3, x'010203', 13)").run(id);
    file.prepare("insert into flags values (?, 'nn', 'q')").run(id);
  }
  for (const id of ['handed-in', 'marked', 'waiting']) step.run(id, 3, 'submitted', 20, null);
  marking.run('marked', 2, 3, 'submit', null, 0.5, 1, null);
  marking.run('marked', 3, 3, 'human', 'ada', 1, 2, 'Well done.');
  marking.run('waiting', 2, 3, 'submit', null, null, null, null);
}

const rowsOf = (file: SqliteFile.Database, table: string) => file.prepare(`select * from ${table}`).all();
const everything = (file: SqliteFile.Database) => REFERRING.map((table) => [table, rowsOf(file, table)]);
const attemptsIn = (file: SqliteFile.Database) => file.prepare('select * from attempts order by rowid').all();

let before: { readonly others: unknown; readonly attempts: readonly unknown[] };
let file: SqliteFile.Database;

beforeAll(async () => {
  const old = migrationsIn(join(folder, 'before'), { before: '0010' });
  await (await openStorage(path, old)).close();
  const filled = new SqliteFile(path);
  fill(filled);
  before = { others: everything(filled), attempts: attemptsIn(filled) };
  filled.close();
  const upTo = migrationsIn(join(folder, 'after'), { before: '0011' });
  await (await openStorage(path, upTo)).close();
  file = new SqliteFile(path);
  return () => file.close();
});

const fails = (source: string) => expect(() => file.exec(source), source);

describe('the migration that makes states of an attempt', () => {
  it('says of each how far it is, and keeps the rest of it', () => {
    const states = [
      { state: 'open', ended_at: null, marked_at: null, receipt: null },
      { state: 'submitted', ended_at: 20, marked_at: null, receipt: 'r1' },
      { state: 'marked', ended_at: 30, marked_at: 35, receipt: 'r2' },
      { state: 'marked', ended_at: 40, marked_at: 45, receipt: 'r3' },
      { state: 'abandoned', ended_at: 50, marked_at: null, receipt: null },
    ];
    expect(before.attempts).toHaveLength(states.length);
    const expected = before.attempts.map((attempt, i) => {
      const { submitted_at, abandoned_at, ...rest } = Object(attempt);
      return { ...rest, ...states[i] };
    });
    expect(attemptsIn(file)).toEqual(expected);
  });

  it('keeps every step, marking, upload and flag, and what refers to an attempt finds it', () => {
    expect(everything(file)).toEqual(before.others);
    expect(file.pragma('foreign_key_check')).toEqual([]);
    expect(file.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  it('leaves references in force', () => {
    expect(file.pragma('foreign_keys', { simple: true })).toBe(1);
    fails("delete from attempts where id = 'marked'").toThrow('FOREIGN KEY');
    fails("insert into flags values ('nobodys', 'nn', 'q')").toThrow('FOREIGN KEY');
    fails("insert into uploads values ('nobodys', 'h', 'image/jpeg', 1, x'01', 1)").toThrow('FOREIGN KEY');
    const columns = 'attempt_id, sequence, course_id, question_id, kind, at, fields';
    fails(`insert into steps (${columns}) values ('nobodys', 1, 'nn', 'q', 'saved', 1, '{}')`).toThrow(
      'FOREIGN KEY',
    );
    fails("update attempts set quiz_version = 'no such' where id = 'marked'").toThrow('FOREIGN KEY');
    fails("update attempts set drawn_from = 'no such' where id = 'marked'").toThrow('FOREIGN KEY');
    fails("update attempts set quiz_id = 'no such' where id = 'marked'").toThrow('FOREIGN KEY');
  });

  it.each(['steps', 'markings', 'versions', 'uploads'])('still forbids every change of %s', (table) => {
    fails(`delete from ${table}`).toThrow('never changed');
    const column = table === 'versions' ? 'json' : 'at';
    fails(`update ${table} set ${column} = 7`).toThrow('never changed');
  });

  it('lets no attempt be in two states at once, and nobody have two that are open', () => {
    const set = (id: string, what: string) => fails(`update attempts set ${what} where id = '${id}'`);
    set('marked', 'marked_at = null').toThrow('CHECK');
    set('handed-in', 'marked_at = 60').toThrow('CHECK');
    set('too-late', "receipt = ''").toThrow('CHECK');
    set('handed-in', 'receipt = null').toThrow('CHECK');
    set('running', 'ended_at = 60').toThrow('CHECK');
    set('too-late', "state = 'late'").toThrow('CHECK');
    const another = (quiz: string, number: number) =>
      fails(`insert into attempts (id, course_id, quiz_id, quiz_version, person_id, number, seed, secret, state, started_at)
        values ('other', 'nn', '${quiz}', 'v', 'ada', ${number}, 's', 's', 'open', 60)`);
    another('running', 2).toThrow('UNIQUE');
    another('marked', 1).toThrow('UNIQUE');
  });

  it('keeps the indexes', () => {
    const indexes = file
      .prepare(
        "select name from sqlite_schema where type = 'index' and tbl_name = 'attempts' and sql is not null",
      )
      .pluck()
      .all();
    expect(new Set(indexes)).toEqual(new Set(['attempts_one_open', 'attempts_unmarked', 'attempts_person']));
  });

  it('lets the program go on with what it was doing', async () => {
    const storage = await openStorage(path);
    expect((await selectPendingAttempts(storage.read)).map(({ id }) => id)).toEqual(['handed-in']);
    await storage.close();
  });
});
