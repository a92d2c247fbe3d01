import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { expect, it } from 'vitest';
import { resumeMarking, saveResponses } from '../../../src/grading/index.ts';
import {
  openStorage,
  type Person,
  type Storage,
  selectAttempts,
  selectMarkings,
  selectPendingAttempts,
  selectSteps,
} from '../../../src/storage/index.ts';
import { runs } from '../../runs.ts';
import { newWorld, temporaryFolder } from '../course.ts';

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));
const ROUNDS = runs(13, 5);
const folder = temporaryFolder();

/** Bundles the program that is to be killed, so that it starts fast, in a folder laid out like the project. */
function buildChild(): string {
  for (const name of ['package.json', 'migrations', 'node_modules']) {
    symlinkSync(join(PROJECT, name), join(folder, name));
  }
  // In the bundle every module stands where the child does: those that lie less deep look for this one folder too low.
  mkdirSync(join(folder, 'test'));
  symlinkSync(join(PROJECT, 'src'), join(folder, 'test', 'src'));
  const outfile = join(folder, 'test', 'grading', 'attempts', 'crash-child.mjs');
  const entryPoints = [join(PROJECT, 'test', 'grading', 'attempts', 'crash-child.ts')];
  buildSync({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external' });
  return outfile;
}

/** Lets a process work as a student, kills it at a random moment, and returns what it had acknowledged. */
async function killedProcess(
  program: string,
  path: string,
  personId: string,
  run: string,
): Promise<readonly string[]> {
  const child = spawn(process.execPath, [program, path, personId, run]);
  const lines: string[] = [];
  const faults: string[] = [];
  createInterface(child.stderr).on('line', (line) => faults.push(line));
  const over = once(child, 'close');
  const last = 1 + Math.floor(Math.random() * 8);
  createInterface(child.stdout).on('line', async (line) => {
    lines.push(line);
    if (lines.length !== last) return;
    await pause(Math.random() * 20);
    child.kill('SIGKILL');
  });
  const [, signal] = await over;
  if (signal !== 'SIGKILL') throw new Error(`The process ended by itself: ${faults.join('\n')}`);
  return lines;
}

/** Everything stored of a person's attempts. */
async function storedOf({ read }: Storage, { id: personId }: Person) {
  const attempts = await selectAttempts(read, { courseId: 'nn', quizId: 'sheet', personId });
  return Promise.all(
    attempts.map(async (attempt) => ({
      attempt,
      steps: await selectSteps(read, attempt.id),
      markings: await selectMarkings(read, attempt.id),
    })),
  );
}

it(`2, 4, 17: all that was acknowledged is there once after ${2 * ROUNDS} kills, two processes at a time`, async () => {
  const program = buildChild();
  const path = join(folder, 'crash.sqlite');
  const world = await newWorld(folder, path);
  const students = [world.ada, world.ben];
  const acknowledged = new Map<Person, string[]>(students.map((student) => [student, []]));
  for (let round = 0; round < ROUNDS; round++) {
    const runs = students.map(async (student, i) => {
      const lines = await killedProcess(program, path, student.id, `${round}-${i}`);
      acknowledged.get(student)?.push(...lines);
    });
    await Promise.all(runs);
  }

  // Opening checks the file; what was being marked when the process died is made up for.
  const storage = await openStorage(path);
  const grading = { ...world.grading, storage };
  await resumeMarking(grading);
  expect(await selectPendingAttempts(storage.read)).toEqual([]);

  for (const student of students) {
    const stored = await storedOf(storage, student);
    const saved = stored.flatMap(({ attempt, steps }) =>
      steps
        .filter(({ kind, questionId }) => kind === 'saved' && questionId === 'count')
        .map(({ idempotencyKey, posted }) => ({ line: `saved ${attempt.id} ${idempotencyKey}`, posted })),
    );
    const submitted = stored
      .filter(({ attempt }) => attempt.state !== 'open')
      .map(({ attempt }) => `submitted ${attempt.id}`);
    const all = [...saved.map(({ line }) => line), ...submitted];
    const lines = acknowledged.get(student) ?? [];
    expect(lines.filter((line) => !all.includes(line))).toEqual([]);
    expect(all).toHaveLength(new Set(all).size);

    for (const { line, posted } of saved) expect(posted).toEqual({ value: line.split(' ')[2] });
    for (const { attempt, steps, markings } of stored) {
      const handedIn = steps.filter(({ kind }) => kind === 'submitted').map(({ sequence }) => sequence);
      expect(handedIn).toHaveLength(attempt.state !== 'open' ? 3 : 0);
      expect(markings.map(({ step }) => step)).toEqual(handedIn);
    }
    expect(stored.filter(({ attempt }) => attempt.state === 'open').length).toBeLessThanOrEqual(1);

    const [, attemptId = '', key = ''] = lines.findLast((line) => line.startsWith('saved'))?.split(' ') ?? [];
    const again = { attemptId, personId: student.id, responses: { count: { value: key } }, key, at: 1 };
    expect((await saveResponses(grading, again))[0]?.posted).toEqual({ value: key });
    const other = { ...again, responses: { count: { value: 'again' } } };
    await expect(saveResponses(grading, other)).rejects.toThrow('the key of another save');
  }
  await storage.close();
}, 300_000);
