import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadCourses, markResponse } from '../src/quizzes/index.ts';
import { contextOf, state } from './claims/context.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { courses } = await loadCourses(`${root}/data`);
const questions = courses
  .flatMap((course) => course.quizzes)
  .filter(({ id }) => id === 'homework-3-free')
  .flatMap(({ quiz }) => quiz.exercises.flatMap((exercise) => exercise.questions));
const page = readFileSync(`${root}/docs/marking.md`, 'utf8');

/** The cells of each row of the one table of a section of the page, without those of its head. */
function tableOf(title: string): string[][] {
  const [, section = ''] = page.split(`## ${title}\n`);
  const lines = section.split('\n## ')[0]?.split('\n') ?? [];
  const rows = lines.filter((line) => line.startsWith('| '));
  return rows.slice(1).map((line) => line.replace(/^\| | \|$/g, '').split(' | '));
}

const codesIn = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
const codeIn = (cell?: string) => codesIn(cell)[0] ?? '';

/** What marking says of an answer as it is typed, or as a file writes it (JSON). */
function mark(id: string, answer: string) {
  const question = questions.find((each) => each.id === id);
  const written = question?.answer.write(/^[{[]["[]/.test(answer) ? JSON.parse(answer) : answer);
  if (!question || !written || 'problem' in written) throw new Error(`"${answer}" cannot be entered.`);
  return markResponse(question, written.posted, undefined);
}

describe('what is exact by docs/marking.md', () => {
  const rows = tableOf('What is exact');
  const cases = rows.flatMap(([, , question, right, wrong]) => [
    ...codesIn(right).map((answer) => [codeIn(question), answer, 1] as const),
    ...codesIn(wrong).map((answer) => [codeIn(question), answer, 0] as const),
  ]);

  it('has all of its rows here', () => {
    expect(rows).toHaveLength(6);
    expect(cases).toHaveLength(16);
  });

  it.each(cases)('is true for %s: %s brings %d', (id, answer, fraction) => {
    expect(mark(id, answer)).toMatchObject({ state: 'marked', fraction });
  });
});

describe('the experiments of docs/marking.md', () => {
  const rows = tableOf('Experiments');

  it('has all of its rows here', () => {
    expect(rows).toHaveLength(4);
  });

  it.each(rows.map((cells) => [codeIn(cells[0]), codeIn(cells[3])]))(
    '%s supports that the statement is %s, and its control flips',
    (source, meaning) => {
      const claim = state(JSON.parse(source), contextOf(null));
      expect(claim.judge({ type: 'words', text: meaning }).verdict).toBe('right');
    },
  );
});

describe('what is read by docs/marking.md', () => {
  const rows = tableOf('Reading');
  const cases = rows.flatMap(([typed, , question, as]) =>
    codesIn(typed).map((text) => [codeIn(question), codeIn(as).replace('…', text)] as const),
  );

  it('has all of its rows here', () => {
    expect(rows).toHaveLength(6);
    expect(cases.length).toBeGreaterThan(20);
  });

  it.each(cases)('is true for %s: %s', (id, text) => {
    const answer = id === 'weight-matrices' ? JSON.stringify({ W1: text, W2: '[[1, 1]]' }) : text;
    expect(mark(id, answer)).toMatchObject({ state: 'marked', fraction: 1 });
  });
});
