import { expect, it } from 'vitest';
import { warmUp } from '../../../src/quizzes/index.ts';

it('37: what a server marks to warm up is read and compared, and not told apart too soon', async () => {
  const outcomes = await warmUp(new AbortController().signal);
  const states = outcomes.map((outcome) => outcome.state);
  const near = [...Array(4).fill('undecided'), 'marked'];
  const each = [...near, ...near, 'marked', 'marked', 'undecided', 'undecided'];
  expect(states).toEqual([...each, ...each]);
});

it('ends at once when the server does', async () => {
  const ending = new AbortController();
  const running = warmUp(ending.signal);
  ending.abort();
  expect(await running).toEqual([]);
});
