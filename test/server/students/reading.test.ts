import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { say } from '../../../src/language/index.ts';
import { prepareQuiz } from '../../../src/quizzes/index.ts';
import { alike, understoodIn } from '../../../src/server/pages/question-responses/statistics.ts';
import { stateOf } from '../../../src/server/questions/answer-fields.ts';
import { readingOf } from '../../../src/server/questions/reading.ts';

const SHEET = parse(readFileSync(new URL('../course/sheet.yaml', import.meta.url), 'utf8'));
const questions = prepareQuiz('sheet', SHEET).exercises.flatMap((exercise) => exercise.questions);
const question = (id: string) => {
  const found = questions.find((each) => each.id === id);
  if (found === undefined) throw new Error(`The sheet has no question ${id}.`);
  return found;
};

test('38: a response is read once, however many pages ask', () => {
  const prose = question('prose');
  const read = readingOf(prose, { text: 'Because $x$.' });
  expect(readingOf(prose, { text: 'Because $x$.' })).toBe(read);
  expect(readingOf(prose, { text: 'Because $y$.' })).toEqual({ state: 'read', shown: 'Because $y$.' });
  // Far more than is remembered: the first has to be read again, and comes out the same.
  for (let i = 0; i < 300; i++) readingOf(prose, { text: `${i} ${'x'.repeat(19_000)}` });
  const again = readingOf(prose, { text: 'Because $x$.' });
  expect(again).toEqual(read);
  expect(again).not.toBe(read);
});

test('38: the bar of parts learns the state of an answer, and nothing of it is set', () => {
  expect(stateOf(question('prose'), { text: 'Because $x$.' })).toEqual({
    state: 'answered',
    stateWord: say('answered'),
  });
  expect(stateOf(question('prose'), {})).toEqual({ state: 'blank', stateWord: say('blank') });
});

test('responses that differ only in what was left empty are alike, and those that cannot be read stay apart', () => {
  const weights = question('or-weights');
  const group = (posted: Readonly<Record<string, string>>, count: number) => ({
    posted,
    count,
    result: 'invalid' as const,
    questionId: weights.id,
    questionVersion: weights.version,
    quizVersion: '1',
    published: '1',
    outcome: { state: 'invalid' as const, problems: [] },
  });
  const groups = [
    group({ 'W1.0.0': 'eins' }, 1),
    group({ 'W1.0.0': 'zwei', 'W1.0.1': '' }, 2),
    group({ 'W1.0.0': 'eins', 'W1.0.1': '' }, 3),
  ];
  const merged = alike(groups, understoodIn(new Map([[weights.version, { question: weights }]])));
  expect(merged.map(({ count, spellings }) => [count, spellings])).toEqual([
    [4, 2],
    [2, 1],
  ]);
});
