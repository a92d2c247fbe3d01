import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { quizReader, submitAttempt } from '../../src/grading/index.ts';
import {
  openStorage,
  type Storage,
  selectAttempts,
  selectMarkings,
  selectOptionalPersonByEmail,
  selectPendingAttempts,
  selectSteps,
} from '../../src/storage/index.ts';
import { runs } from '../runs.ts';
import { Browser } from '../server/harness.ts';
import { ServerProcess } from './server-process.ts';

const KILLS = runs(20, 6);
const SAVES_AN_ATTEMPT = 7;
const QUIZ = '/courses/course/quizzes/sheet';
const STUDENTS = ['student@example.org', 'student2@example.org'] as const;

let server: ServerProcess;
let data: string;
beforeAll(async () => {
  data = fileURLToPath(new URL('course/', import.meta.url));
  server = await ServerProcess.launch({ data });
});
afterAll(() => server.close());

/** Somebody who saves and hands in as fast as the server answers, and repeats whatever was not acknowledged. */
class Student {
  readonly saved: { readonly attempt: string; readonly key: string; readonly value: string }[] = [];
  readonly submitted: string[] = [];
  readonly #browser = new Browser(server.url);
  readonly #email: string;
  #attempt: string | null = null;
  #saving: { readonly key: string; readonly value: string } | null = null;
  #left = SAVES_AN_ATTEMPT;
  #count = 0;

  constructor(email: string) {
    this.#email = email;
  }

  async signIn(): Promise<void> {
    const password = server.passwordOf(this.#email);
    const reply = await this.#browser.post('/sign-in', { email: this.#email, password });
    expect(reply.status).toBe(303);
  }

  /** Goes on until the server is gone. */
  async work(): Promise<void> {
    try {
      for (;;) await this.#step();
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }

  async #step(): Promise<void> {
    this.#attempt ??= await this.#start();
    if (this.#left > 0) {
      this.#saving ??= { key: randomUUID(), value: String(++this.#count) };
      await this.#save(this.#attempt, this.#saving);
      this.#saving = null;
      this.#left -= 1;
      return;
    }
    const reply = await this.#browser.post(`/attempts/${this.#attempt}/submit`, {});
    expect(reply.status).toBe(303);
    this.submitted.push(this.#attempt);
    this.#attempt = null;
    this.#left = SAVES_AN_ATTEMPT;
  }

  async #start(): Promise<string> {
    const reply = await this.#browser.post(`${QUIZ}/start`, {});
    const [, attempt] = /^\/attempts\/([^/]+)/.exec(reply.headers.get('location') ?? '') ?? [];
    if (attempt === undefined) throw new Error(`Starting answered ${reply.status}: ${await reply.text()}`);
    return attempt;
  }

  /** Sometimes twice at once, as browsers do that lost an answer. */
  async #save(attempt: string, { key, value }: { key: string; value: string }): Promise<void> {
    const fields = { key, question: 'first', 'first.value': value };
    const times = this.#count % 3 === 0 ? [1, 2] : [1];
    const replies = await Promise.all(
      times.map(async () => {
        const reply = await this.#browser.post(`/attempts/${attempt}/save`, fields);
        return { status: reply.status, text: await reply.text() };
      }),
    );
    for (const { status, text } of replies) expect(status, text).toBe(200);
    this.saved.push({ attempt, key, value });
  }
}

/** What the database has of a student's attempts, read when no server runs. */
async function storedOf(storage: Storage, email: string) {
  const person = await selectOptionalPersonByEmail(storage.read, email);
  const filter = { courseId: 'course', quizId: 'sheet', personId: person?.id ?? '' };
  return Promise.all(
    (await selectAttempts(storage.read, filter)).map(async (attempt) => ({
      attempt,
      steps: await selectSteps(storage.read, attempt.id),
      markings: await selectMarkings(storage.read, attempt.id),
    })),
  );
}

it(`2, 4, 17: after ${KILLS} kills at random moments all that was acknowledged is there, once, and marked`, async () => {
  const students = STUDENTS.map((email) => new Student(email));
  await Promise.all(students.map((student) => student.signIn()));
  for (let kill = 0; kill < KILLS; kill++) {
    const done = () =>
      students.reduce((sum, { saved, submitted }) => sum + saved.length + submitted.length, 0);
    const enough = done() + 2 + Math.floor(Math.random() * 10);
    const work = Promise.all(students.map((student) => student.work()));
    await Promise.race([work, vi.waitUntil(() => done() >= enough, { timeout: 60_000, interval: 2 })]);
    await pause(Math.random() * 20);
    await server.end('SIGKILL');
    await work;
    await server.start();
  }
  // What was being marked when the process died is marked by the one that starts; then it is told to stop.
  const storage = await openStorage(server.database);
  await vi.waitFor(async () => expect(await selectPendingAttempts(storage.read)).toEqual([]), 30_000);
  await server.end('SIGTERM');

  for (const [i, student] of students.entries()) {
    const stored = await storedOf(storage, STUDENTS[i] ?? '');
    const saves = stored.flatMap(({ attempt, steps }) =>
      steps
        .filter(({ kind }) => kind === 'saved')
        .map(({ idempotencyKey, posted }) => ({
          attempt: attempt.id,
          key: idempotencyKey,
          value: posted['value'],
        })),
    );
    // Every save has a value of its own: the same save twice, or one lost, would show here.
    const acknowledged = new Set(student.saved.map(({ key }) => key));
    expect(saves.filter(({ key }) => key !== null && acknowledged.has(key))).toEqual(student.saved);
    expect(saves.length - student.saved.length).toBeLessThanOrEqual(1);
    expect(student.saved.length).toBeGreaterThan(KILLS);

    const handedIn = stored.filter(({ attempt }) => attempt.state !== 'open');
    expect(handedIn.map(({ attempt }) => attempt.id)).toEqual(expect.arrayContaining(student.submitted));
    expect(handedIn.length - student.submitted.length).toBeLessThanOrEqual(1);
    for (const { steps, markings } of handedIn) {
      const submitted = steps.filter(({ kind }) => kind === 'submitted').map(({ sequence }) => sequence);
      expect(submitted).toHaveLength(2);
      expect(markings.map(({ step }) => step)).toEqual(submitted);
    }
  }
  await storage.close();
  await server.start();
});

it('17: an attempt that was handed in and not marked when the process died is marked by the next', async () => {
  const email = 'student3@example.org';
  const browser = new Browser(server.url);
  await browser.post('/sign-in', { email, password: server.passwordOf(email) });
  const { headers } = await browser.post(`${QUIZ}/start`, {});
  const attempt = /^\/attempts\/[^/]+/.exec(headers.get('location') ?? '')?.[0] ?? '';
  await browser.post(`${attempt}/save`, { key: randomUUID(), question: 'first', 'first.value': '9' });
  await server.end('SIGKILL');
  await handInUnmarked(attempt.replace('/attempts/', ''), email);

  await server.start();
  await vi.waitFor(async () => expect(await browser.page(`${attempt}/review`)).toContain('Right'), 30_000);
  expect(await browser.page(`${attempt}/review`)).toMatch(/<strong>1<\/strong> of 2 marks/);
});

/** Hands in as the server does, in a process whose marking dies. */
async function handInUnmarked(attemptId: string, email: string): Promise<void> {
  const storage = await openStorage(server.database);
  const person = await selectOptionalPersonByEmail(storage.read, email);
  const read = quizReader(storage);
  let reads = 0;
  const quizOf: typeof read = (...of) =>
    ++reads === 1 ? read(...of) : Promise.reject(new Error('The process dies here.'));
  const grading = { storage, now: Date.now, quizOf, log: { error() {} } };
  const by = { attemptId, personId: person?.id ?? '', at: Date.now() };
  expect((await submitAttempt(grading, by)).markedAt).toBeNull();
  await storage.close();
}
