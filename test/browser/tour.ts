import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { FREE, SHEET } from './answers.ts';
import { INSTRUCTOR, openWorld, type World } from './harness.ts';
import { type Entries, enter, question, sit } from './sitting.ts';

/** Who sees a page, by the e-mail of a sample account; null: a guest. */
const WHO = {
  guest: null,
  /** Writes an attempt of every quiz. */
  student: 'student@example.org',
  /** Has handed in what there is to hand in. */
  finished: 'student2@example.org',
  /** Has begun nothing. */
  newcomer: 'student3@example.org',
  instructor: INSTRUCTOR,
  admin: 'admin@example.org',
} as const;
export type Who = keyof typeof WHO;

/** One page in one of its states; its name says which. */
interface Stop {
  readonly name: string;
  readonly who: Who;
  /** Leads there; may be called again. */
  readonly go: (page: Page) => Promise<unknown>;
}

export interface Tour {
  readonly world: World;
  readonly stops: readonly Stop[];
  open(who: Who, options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

const folderOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const COURSE = '/courses/neural-networks';
const QUIZ = `${COURSE}/quizzes/homework-3`;
const FREELY = `${COURSE}/quizzes/homework-3-free`;
const STATES = '/courses/states/quizzes';

/** The sample courses and one with a quiz in each state, where people have been at work; and all pages that there are then. */
export async function openTour(): Promise<Tour> {
  const data = await mkdtemp(join(tmpdir(), 'markprop-data-'));
  await cp(folderOf('../../data/'), data, { recursive: true });
  await cp(folderOf('states/'), join(data, 'states'), { recursive: true });
  const world = await openWorld({ data, watch: true });
  const open: Tour['open'] = async (who, options) => {
    const page = await world.open(WHO[who], options);
    // A preview proves all that it shows before it does.
    page.setDefaultTimeout(300_000);
    return page;
  };
  const close = async () => {
    await world.close();
    await rm(data, { recursive: true, force: true });
  };
  try {
    return { world, open, close, stops: await prepare(open) };
  } catch (error) {
    await close();
    throw error;
  }
}

async function prepare(open: Tour['open']): Promise<readonly Stop[]> {
  const [writing, done, staff] = await Promise.all([open('student'), open('finished'), open('instructor')]);
  const attempts = {
    sheet: await begin(writing, QUIZ),
    free: await begin(writing, FREELY),
    variants: await begin(writing, `${COURSE}/quizzes/homework-3-variants`),
    warmUp: await begin(writing, `${COURSE}/quizzes/warm-up`),
    certain: await begin(writing, `${STATES}/certain`),
    exam: await begin(writing, `${STATES}/exam`),
    grace: await begin(writing, `${STATES}/grace`),
  };
  await write(writing, attempts.sheet, attempts.free, attempts.warmUp);

  const results = {
    sheet: await handIn(done, QUIZ, WRONG_SHEET),
    free: await handIn(done, FREELY, WRONG_FREE),
    certain: await handIn(done, `${STATES}/certain`),
    exam: await handIn(done, `${STATES}/exam`),
    later: await handIn(done, `${STATES}/later`),
  };
  const abandoned = await begin(done, `${STATES}/abandoned`);
  await organise(staff);
  for (const page of [writing, done, staff]) await page.context().close();
  return stopsOf(attempts, results, abandoned);
}

const OURS = { headers: { 'sec-fetch-site': 'same-origin' } };

/** The address of a new attempt. */
async function begin(page: Page, quiz: string): Promise<string> {
  const reply = await page.request.post(`${quiz}/start`, OURS);
  const [attempt] = /\/attempts\/[^/]+/.exec(reply.url()) ?? [];
  if (attempt === undefined) throw new Error(`${quiz} cannot be begun: ${await reply.text()}`);
  return attempt;
}

/** The same, handed in with these answers; blank where there are none. */
async function handIn(page: Page, quiz: string, exercises: readonly Entries[] = []): Promise<string> {
  const attempt = await begin(page, quiz);
  if (exercises.length === 0) await page.request.post(`${attempt}/submit`, OURS);
  else {
    await page.goto(`${attempt}/exercises/1`);
    await sit(page, exercises);
  }
  return attempt;
}

const WRONG_SHEET: readonly Entries[] = [
  { ...SHEET[0], '1b': { pick: ['OR'] } },
  { '2a': { type: '1592527360' }, '2c': { type: '541 x 961' }, '2d': { type: 'By $f = Ax$.' } },
  { ...SHEET[2], '3a': { pick: ['ReLU', 'identity'] } },
  { ...SHEET[3], '4a': { pick: ['True'] } },
];

const OR_WITHOUT_ONE = {
  'W¹, to n1, from A': '1',
  'W¹, to n1, from B': '0',
  'W¹, to n2, from A': '0',
  'W¹, to n2, from B': '1',
  'W², to out, from n1': '1',
  'W², to out, from n2': '1',
};

const WRONG_FREE: readonly Entries[] = [
  {
    ...FREE[0],
    '1c': { type: '2(y - out) n1' },
    '1d': { type: '2(out - ' },
    '1g': { cells: OR_WITHOUT_ONE },
  },
  { '2b': { type: '593536' }, '2c': { type: '541 x 961' } },
  { '3a': { match: { A: 'ReLU', B: 'identity', C: 'sigmoid' } } },
];

/** Answers of every kind: read, not readable, flagged, checked, with a photo. */
async function write(page: Page, sheet: string, free: string, warmUp: string): Promise<void> {
  await page.goto(`${free}/exercises/1`);
  await enter(page, '1c', { type: '2(otu - y) n1' });
  await enter(page, '1d', { type: '2*(1-3)' });
  await enter(page, '1g', { cells: { ...OR_WITHOUT_ONE, 'W¹, to n2, from B': '7' } });
  for (const label of ['1c', '1e'])
    await question(page, label)
      .getByRole('button', { name: `Flag ${label}` })
      .click();
  await saved(page);
  await page.goto(`${free}/exercises/2`);
  await enter(page, '2a', { type: '1920*1080*3*256 + 256 + 256*10 + 10' });
  await saved(page);
  await page.goto(`${sheet}/exercises/2`);
  await enter(page, '2d', { type: 'Each output is a *sum* $\\sum_i w_i x_i$.\n\n$$f(x) = Ax + b$$' });
  const photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#fdfdf5' } })
    .jpeg()
    .toBuffer();
  const file = { name: 'proof.jpg', mimeType: 'image/jpeg', buffer: photo };
  await question(page, '2d').getByLabel('Photo or PDF of handwriting').setInputFiles(file);
  await question(page, '2d').getByRole('checkbox', { name: 'Hand in proof.jpg' }).waitFor();
  await saved(page);
  await page.goto(`${warmUp}/exercises/1`);
  for (const [label, pick] of [
    ['1b', 'OR'],
    ['1b', 'AND'],
  ] as const) {
    await enter(page, label, { pick: [pick] });
    await press(page, page.getByRole('button', { name: /^Check( again)? 1b$/ }));
  }
  for (const cell of await question(page, '1c').getByRole('textbox').all()) await cell.fill('1');
  await press(page, page.getByRole('button', { name: 'Check 1c' }));
}

const saved = (page: Page) =>
  page
    .getByRole('status')
    .filter({ hasText: /^saved \d/ })
    .waitFor();

async function press(page: Page, button: ReturnType<Page['getByRole']>): Promise<void> {
  await Promise.all([page.waitForEvent('load'), button.click()]);
}

/** A group, and more time for it and for a person. */
async function organise(page: Page): Promise<void> {
  await page.goto(`${COURSE}/groups`);
  await page.getByLabel('Name of the group').fill('Nachteilsausgleich');
  await press(page, page.getByRole('button', { name: 'Make' }));
  for (const whose of ['Nachteilsausgleich', 'Mira Muster, student2@example.org']) {
    await page.goto(`${QUIZ}/overrides`);
    await page.getByLabel('For', { exact: true }).selectOption({ label: whose });
    await page.getByLabel('Attempts').fill('3');
    await page.getByLabel('Closes').fill('2090-01-01T12:00');
    await press(page, page.getByRole('button', { name: 'Give' }));
  }
}

const to =
  (address: string) =>
  (page: Page): Promise<unknown> =>
    page.goto(address);

/** A form of our own that is sent with other fields than it has. */
const send =
  (from: string, action: string, fields: Readonly<Record<string, string>>) =>
  async (page: Page): Promise<void> => {
    await page.goto(from);
    await Promise.all([
      page.waitForEvent('load'),
      page.evaluate(
        ({ action, fields }) => {
          const form = document.createElement('form');
          Object.assign(form, { method: 'post', action });
          for (const [name, value] of Object.entries(fields)) {
            const field = document.createElement('textarea');
            Object.assign(field, { name, value });
            form.append(field);
          }
          document.body.append(form);
          form.submit();
        },
        { action, fields },
      ),
    ]);
  };

function stopsOf(
  attempts: Readonly<Record<'sheet' | 'free' | 'variants' | 'warmUp' | 'certain' | 'exam' | 'grace', string>>,
  results: Readonly<Record<'sheet' | 'free' | 'certain' | 'exam' | 'later', string>>,
  abandoned: string,
): readonly Stop[] {
  const stops: Stop[] = [];
  const by = (who: Who, pages: Readonly<Record<string, string | Stop['go']>>) => {
    for (const [name, where] of Object.entries(pages))
      stops.push({ name, who, go: typeof where === 'string' ? to(where) : where });
  };
  const exercises = (name: string, attempt: string, count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `${name}, exercise ${i + 1}`,
        `${attempt}/exercises/${i + 1}`,
      ]),
    );
  by('guest', {
    'sign-in': '/sign-in',
    'sign-in with a wrong password': send('/sign-in', '/sign-in', {
      email: 'no@example.org',
      password: 'no',
    }),
    'an address that there is not': '/nothing',
    preview: '/preview',
    'preview of a quiz': '/preview/neural-networks/homework-3-free.yaml',
    'preview of a quiz with variants': '/preview/neural-networks/homework-3-variants.yaml',
    'preview of an exercise': '/preview/neural-networks/homework-3-free.yaml/1',
    'preview of another exercise': '/preview/neural-networks/homework-3.yaml/3',
  });
  by('newcomer', {
    home: '/',
    account: '/account',
    'account, the current password is wrong': send('/account', '/account/password', {
      current: 'no',
      next: 'a new password',
    }),
    course: COURSE,
    'course in German': '/courses/states',
    quiz: QUIZ,
    'quiz with practice': FREELY,
    'quiz with tries': `${COURSE}/quizzes/warm-up`,
    'quiz with variants': `${COURSE}/quizzes/homework-3-variants`,
    'quiz, not open': `${STATES}/not-open`,
    'quiz, closed': `${STATES}/closed`,
    'quiz with a time limit': `${STATES}/exam`,
    'quiz with certainty': `${STATES}/certain`,
    'start of a quiz with a time limit': `${STATES}/exam/start`,
    practice: `${STATES}/certain/practice/1`,
    'practice, checked': async (page) => {
      await page.goto(`${STATES}/certain/practice/1`);
      await press(page, page.getByRole('button', { name: 'Prüfen' }).last());
    },
    'refused: a page of instructors': `${QUIZ}/attempts`,
    'refused: people': '/people',
    'refused: the attempt of another': attempts.free,
    'refused: an address that takes forms only': '/sign-out',
  });
  by('student', {
    'home, at work': '/',
    'quiz, running': FREELY,
    ...exercises('sheet', attempts.sheet, 4),
    ...exercises('free answers', attempts.free, 3),
    ...exercises('variant', attempts.variants, 3),
    ...exercises('tries', attempts.warmUp, 2),
    ...exercises('certainty', attempts.certain, 1),
    ...exercises('exam', attempts.exam, 1),
    'answers that are not saved': async (page) => {
      await page.route('**/save', (route) => route.abort());
      await page.goto(`${attempts.variants}/exercises/1`);
      const [field] = await page.getByRole('textbox').all();
      await field?.fill('3');
      await page
        .getByRole('status')
        .filter({ hasText: /^not saved/ })
        .waitFor();
      await page.unroute('**/save');
    },
    'an answer changed elsewhere too': send(
      `${attempts.sheet}/exercises/2`,
      `${attempts.sheet}/exercises/2`,
      {
        question: 'convolution-is-linear',
        'convolution-is-linear.seen': '0',
        'convolution-is-linear.text': 'Written on another device.',
        go: 'hand-in',
      },
    ),
    'hand in?': `${attempts.free}/confirm`,
    'hand in? Nothing answered': `${attempts.certain}/confirm`,
    'hand in? Time is up, within the grace': `${attempts.grace}/confirm`,
    'on paper, a running attempt': `${attempts.free}/sheet`,
    'refused: the result of a running attempt': `${attempts.free}/review`,
    'refused: a form with a stranger in it': send(
      `${attempts.free}/exercises/1`,
      `${attempts.free}/exercises/1`,
      { stranger: '1' },
    ),
    'refused: too much for a form': send(`${attempts.free}/exercises/1`, `${attempts.free}/exercises/1`, {
      question: 'x'.repeat(600_000),
    }),
  });
  by('finished', {
    'course, at work': COURSE,
    'quiz, handed in': QUIZ,
    'quiz, to begin again later': `${STATES}/exam`,
    'quiz, marks withheld': `${STATES}/later`,
    'result of the sheet': `${results.sheet}/review`,
    'result of free answers': `${results.free}/review`,
    'result with certainty': `${results.certain}/review`,
    'result, late': `${results.exam}/review`,
    'result, withheld': `${results.later}/review`,
    'time ran out, not handed in': abandoned,
    'on paper, handed in': `${results.free}/sheet`,
  });
  by('instructor', {
    'home, teaching': '/',
    'course, teaching': COURSE,
    'quiz, teaching': QUIZ,
    'quiz, teaching in German': `${STATES}/exam`,
    attempts: `${QUIZ}/attempts`,
    'attempts, none': `${STATES}/not-open/attempts`,
    'attempts, none that is like that': `${QUIZ}/attempts?text=nobody`,
    questions: `${QUIZ}/questions`,
    'questions in German': `${STATES}/exam/questions`,
    'responses to a question': `${QUIZ}/questions/output-size`,
    'responses to a question with a text': `${QUIZ}/questions/convolution-is-linear`,
    'responses, none': `${STATES}/closed/questions/why`,
    marking: `${QUIZ}/questions/convolution-is-linear/marking`,
    'marking, a mark that is none': async (page) => {
      await page.goto(`${QUIZ}/questions/convolution-is-linear/marking`);
      await page.getByLabel(/^Mark, 0 to/).fill('17');
      await press(page, page.getByRole('button', { name: /^Save/ }));
    },
    'marking, nothing': `${STATES}/closed/questions/why/marking`,
    'history of an attempt': `${results.free}/history`,
    'history of one that is running': `${attempts.free}/history`,
    'result of a student': `${results.free}/review`,
    overrides: `${QUIZ}/overrides`,
    'overrides, none': `${STATES}/closed/overrides`,
    'an override': async (page) => {
      await page.goto(`${QUIZ}/overrides`);
      await page.getByRole('link', { name: 'Nachteilsausgleich' }).first().click();
      await page.waitForLoadState();
    },
    groups: `${COURSE}/groups`,
    'groups, none': '/courses/states/groups',
    'a group': async (page) => {
      await page.goto(`${COURSE}/groups`);
      await page.getByRole('link', { name: 'Nachteilsausgleich' }).click();
      await page.waitForLoadState();
    },
    'on paper, with solutions': `${QUIZ}/sheet?solutions=yes`,
    'on paper, without': `${FREELY}/sheet`,
    'refused: people, by an instructor': '/people',
  });
  by('admin', {
    people: '/people',
    'people, nobody': '/people?find=nobody',
    'people, an address that is taken': send('/people', '/people', {
      name: 'Somebody',
      email: 'student@example.org',
    }),
    'a person': async (page) => {
      await page.goto('/people');
      await page.getByRole('link', { name: 'Noor Example' }).click();
      await page.waitForLoadState();
    },
    oneself: async (page) => {
      await page.goto('/people');
      await page.getByRole('main').getByRole('link', { name: 'Ada Admin' }).click();
      await page.waitForLoadState();
    },
    'a new password': async (page) => {
      await page.goto('/people');
      await page.getByRole('link', { name: 'Noor Example' }).click();
      await press(page, page.getByRole('button', { name: 'Set a new password…' }));
    },
  });
  return stops;
}
