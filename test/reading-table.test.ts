import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadCourses, markResponse } from '../src/quizzes/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { courses } = await loadCourses(`${root}/data`);
const questions = courses
  .flatMap((course) => course.quizzes)
  .filter(({ id }) => id === 'homework-3-free')
  .flatMap(({ quiz }) => quiz.exercises.flatMap((exercise) => exercise.questions));

const codesIn = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

/** Everything that the table of the page says can be typed: the question, and the whole answer. */
const [, section = ''] = readFileSync(`${root}/docs/marking.md`, 'utf8').split('## Reading\n');
const rows = section
  .split('\n## ')[0]
  ?.split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split(' | '));
const cases = (rows ?? []).flatMap(([typed, , question, as]) =>
  codesIn(typed).map(
    (text) => [codesIn(question)[0] ?? '', (codesIn(as)[0] ?? '').replace('…', text)] as const,
  ),
);

describe('the table of what is read in docs/marking.md', () => {
  it('has all of its rows here', () => {
    expect(rows).toHaveLength(6);
    expect(cases.length).toBeGreaterThan(20);
  });

  it.each(cases)('is true for %s: %s', (id, text) => {
    const question = questions.find((each) => each.id === id);
    const written = question?.answer.write(id === 'weight-matrices' ? { W1: text, W2: '[[1, 1]]' } : text);
    if (!question || !written || 'problem' in written) throw new Error(`"${text}" cannot be entered.`);
    expect(markResponse(question, written.posted, undefined)).toMatchObject({ state: 'marked', fraction: 1 });
  });
});
