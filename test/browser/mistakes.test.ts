import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Posted } from '../../src/answers/kind.ts';
import { loadCourses } from '../../src/quizzes/index.ts';
import type { Question } from '../../src/quizzes/quiz.ts';
import { english } from '../language/english.ts';
import { openWorld, type World } from './harness.ts';
import { begin, type Entry, enter, goOn, plain, question, reviewOf } from './sitting.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ shared: inject('shared'), chromium: inject('chromium') });
});
afterAll(() => world.close());

/** A wrong answer and what its review must say. */
type Mistake = readonly [entry: Entry, ...says: string[]];

const SOMETHING_MISSING = 'Everything you chose is right, but something is missing.';
const NOT_VOUCHED_FOR = "The author's answer is a different one.";

/** Every wrong option of the sheet, in its order, and answers in which a right option is missing. */
const SHEET: Readonly<Record<string, readonly Mistake[]>> = {
  '1a': [
    [
      { pick: ['W(1) = (1, -1; 1, -1), W(2) = (1, 1)'] },
      'Look at the edge from A to n1: your W1 has 1 there',
      'Some weights differ from those on their edges',
    ],
    [{ pick: ['W(1) = (-1, 1; 1, -1), W(2) = (1; 1)'] }, 'Your W2 is 2 × 1', 'Rows and columns are swapped'],
    [
      { pick: ['W(1) = (1, -1; 1, -1), W(2) = (1; 1)'] },
      'Rows and columns are swapped',
      'Some weights differ from those on their edges',
    ],
  ],
  '1b': [
    [{ pick: ['AND'] }, 'For A = 0 and B = 1 the network outputs 1, but AND is 0.'],
    [{ pick: ['OR'] }, 'For A = 1 and B = 1 the network outputs 0, but OR is 1.'],
    [{ pick: ['NAND'] }, 'For A = 0 and B = 0 the network outputs 0, but NAND is 1.'],
  ],
  '1c': [
    [{ pick: ['2(y - out) · n1'] }, 'The sign is flipped', 'running the network forward and backward'],
    [{ pick: ['2(y - out) · n2'] }, 'The sign is flipped', 'The weight multiplies another hidden unit.'],
    [{ pick: ['2(out - y) · n2'] }, 'The weight multiplies another hidden unit.'],
  ],
  '1d': [
    [
      { pick: ["2(out - y) · W12(2) · σ'(W11(1) A + W12(1) B) * B"] },
      'The path to the output goes through another weight of the second layer.',
    ],
    [{ pick: ["2(out - y) · W11(2) · σ'(W11(1) A + W12(1) B) * A"] }, 'The weight multiplies another input.'],
    [
      { pick: ["2(out - y) · W12(2) · σ'(W11(1) A + W12(1) B) * A"] },
      'The path to the output goes through another weight of the second layer.',
      'The weight multiplies another input.',
    ],
  ],
  '1e': [
    [
      { pick: ['W(1) = (0, -1; -1, 1), W(2) = (1, 1)'] },
      'For A = 1, B = 0 your network outputs 0, but A or B is 1.',
    ],
    [
      { pick: ['W(1) = (-1, -1; 0, 1), W(2) = (1, 1)'] },
      'For A = 1, B = 0 your network outputs 0, but A or B is 1.',
    ],
    [
      { pick: ['W(1) = (-1, 1; -1, 0), W(2) = (1, 1)'] },
      'For A = 1, B = 0 your network outputs 0, but A or B is 1.',
    ],
  ],
  '3a': [
    [{ pick: ['sigmoid', 'tanh', 'ReLU'] }, 'ReLU: its derivative is 0 at x = −20 and 1 at x = 20'],
    [{ pick: ['sigmoid', 'tanh', 'identity'] }, 'identity: its derivative is 1 at x = −20 and 1 at x = 20'],
    [{ pick: ['sigmoid'] }, SOMETHING_MISSING],
  ],
  '3b': [
    [
      { pick: ['sigmoid', 'tanh', 'ReLU', 'identity'] },
      'ReLU: at x = 0 the slope is 0 from the left and 1 from the right',
    ],
    [{ pick: ['sigmoid', 'tanh'] }, SOMETHING_MISSING],
  ],
  '3c': [
    [{ pick: ['sigmoid', 'tanh', 'ReLU', 'identity'] }, 'identity: f(a + b) = f(a) + f(b)'],
    [{ pick: ['tanh', 'ReLU'] }, SOMETHING_MISSING],
  ],
  '3d': [
    [{ pick: ['sigmoid', 'tanh', 'identity'] }, 'sigmoid: f(−1) = 0.268941, but −f(1) = −0.731059'],
    [{ pick: ['tanh', 'ReLU', 'identity'] }, 'ReLU: f(−1) = 0, but −f(1) = −1'],
    [{ pick: ['identity'] }, SOMETHING_MISSING],
  ],
  '3e': [
    [
      { pick: ['(A, B, C) = (sigmoid, ReLU, identity)'] },
      'Look again at curve A.',
      'A network of sigmoid units gives a curve that bends everywhere',
    ],
    [
      { pick: ['(A, B, C) = (ReLU, identity, sigmoid)'] },
      'Look again at curve A.',
      'A network of ReLU units gives a curve that is made of straight pieces',
    ],
    [
      { pick: ['(A, B, C) = (identity, sigmoid, ReLU)'] },
      'Look again at curve B.',
      'A network of sigmoid units gives a curve that bends everywhere',
    ],
  ],
  '4a': [[{ pick: ['True'] }, NOT_VOUCHED_FOR]],
  '4b': [[{ pick: ['True'] }, 'of 30 random starts of a network with a hidden layer']],
  '4c': [
    [{ pick: ['False'] }, 'of 100 runs of stochastic gradient descent that started in a local minimum, 79'],
  ],
  '4d': [[{ pick: ['False'] }, 'fitting a line to 1 000 examples']],
  '4e': [[{ pick: ['True'] }, 'one step of a 784-256-10 network takes 2 032 640 000 multiplications']],
};

const most = (lists: readonly (readonly unknown[])[]) => Math.max(...lists.map((list) => list.length));

it('names what is wrong with every wrong option of the sheet', async () => {
  const page = await world.open(await world.student());
  for (let round = 0; round < most(Object.values(SHEET)); round++) {
    const mistakes = Object.entries(SHEET).flatMap(([label, all]) => {
      const mistake = all[round];
      return mistake === undefined ? [] : [{ label, mistake }];
    });
    await begin(page, 'Homework 3 (Neural Networks)');
    await handInWith(page, mistakes, ({ label, mistake: [entry] }) => enter(page, label, entry));
    for (const { label, mistake } of mistakes) {
      const said = await reviewOf(page, label);
      expect(said).toContain('Not right');
      for (const sentence of mistake.slice(1)) expect(said).toContain(sentence);
    }
  }
});

it('names every mistake that the engine knows of the free questions', async () => {
  const known = await knownMistakes('homework-3-free');
  const page = await world.open(await world.student());
  for (let round = 0; round < most([...known.values()]); round++) {
    const mistakes = [...known].flatMap(([question, all]) => {
      const mistake = all[round];
      return mistake === undefined ? [] : [{ label: question.label, question, ...mistake }];
    });
    await begin(page, 'Homework 3, free answers');
    await handInWith(page, mistakes, ({ question, posted }) => fill(page, question.id, posted));
    for (const { label, says } of mistakes) {
      const said = await reviewOf(page, label);
      expect(said).toMatch(/Not right|Partly right/);
      for (const sentence of says) expect(said).toContain(plain(sentence));
    }
  }
});

it('shows where weights fail, which curve is mistaken, and what cannot be read', async () => {
  const page = await world.open(await world.student());
  await begin(page, 'Homework 3, free answers');
  const mistakes: readonly { label: string; entry: Entry; says: string[] }[] = [
    {
      label: '1g',
      entry: {
        cells: {
          'W¹, to n1, from A': '1',
          'W¹, to n1, from B': '0',
          'W¹, to n2, from A': '0',
          'W¹, to n2, from B': '1',
          'W², to out, from n1': '1',
          'W², to out, from n2': '1',
        },
      },
      says: ['Not right', 'For A = 1, B = 1 your network outputs 2, but A or B is 1.'],
    },
    {
      label: '1c',
      entry: { type: '2(out - y) n_3' },
      says: ['Not a valid answer', '‘n3’ is not a name in this question. Did you mean ‘n1’?'],
    },
    {
      label: '3a',
      entry: { match: { A: 'sigmoid', B: 'ReLU', C: 'identity' } },
      says: ['Not right', 'Curve A is not like that'],
    },
  ];
  await handInWith(page, mistakes, ({ label, entry }) => enter(page, label, entry));
  for (const { label, says } of mistakes)
    for (const sentence of says) expect(await reviewOf(page, label)).toContain(sentence);
  const drawing = { hasText: /Values: A = 1; B = 1; n1 = 1; n2 = 1; out = 2 \(not as expected\)/ };
  expect(await question(page, '1g').locator('svg desc', drawing).count()).toBe(1);
});

/** Enters what is given, going to the exercises that are needed, and hands in. */
async function handInWith<T extends { readonly label: string }>(
  page: Page,
  given: readonly T[],
  put: (each: T) => Promise<void>,
): Promise<void> {
  for (const number of [1, 2, 3, 4]) {
    const here = given.filter(({ label }) => label.startsWith(String(number)));
    if (here.length === 0) continue;
    if (number > 1) {
      await page.getByRole('button', { name: new RegExp(`^Exercise ${number}`) }).click();
      await page.waitForURL(new RegExp(`/exercises/${number}$`));
    }
    for (const each of here) await put(each);
  }
  await goOn(page, 'Hand in…', /\/confirm$/);
  await goOn(page, 'Hand in', /\/review$/);
}

/** The mistakes that the claims of a quiz name, as a student would enter them; what is entered alike is one. */
async function knownMistakes(quizId: string) {
  const { courses } = await loadCourses(fileURLToPath(new URL('../../data/', import.meta.url)));
  const quizzes = courses.flatMap((course) => course.quizzes.map(({ quiz }) => quiz));
  const questions = quizzes.filter(({ id }) => id === quizId).flatMap(({ exercises }) => exercises);
  return new Map(
    questions.flatMap((exercise) => exercise.questions).map((question) => [question, mistakesOf(question)]),
  );
}

function mistakesOf({ claim, answer }: Question): { posted: Posted; says: string[] }[] {
  const found = new Map<string, { posted: Posted; says: string[] }>();
  for (const { says, value } of claim?.misconceptions ?? []) {
    const posted = answer.writeValue(value);
    if (posted === null) throw new Error(`A mistake of ${claim?.name} cannot be entered: ${says}`);
    const same = found.get(JSON.stringify(posted)) ?? { posted, says: [] };
    found.set(JSON.stringify(posted), { posted, says: [...same.says, english(says)] });
  }
  return [...found.values()];
}

/** Types a response into the controls by the names under which they are posted. */
async function fill(page: Page, id: string, posted: Posted): Promise<void> {
  for (const [field, value] of Object.entries(posted))
    await page.locator(`[name="${id}.${field}"]`).fill(String(value));
}
