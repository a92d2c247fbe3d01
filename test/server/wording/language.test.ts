import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/language/index.ts';
import { contentRenderer } from '../../../src/quizzes/index.ts';
import { contentHelpers } from '../../../src/server/views/content-helpers.ts';
import {
  selectCourse,
  selectOverrides,
  selectPerson,
  updateLanguage,
  upsertCourse,
} from '../../../src/storage/index.ts';
import { COURSE_ID, type World, world } from '../harness.ts';
import { FILE, publishVaried, VARIED } from '../varied-quiz.ts';

let web: World;
beforeAll(async () => {
  web = await world();
});
afterAll(() => web.close());

const languageOf = (html: string) => /<html lang="(\w+)"/.exec(html)?.[1];

const courseIn = (language: string) =>
  web.storage.write(async (db) => upsertCourse(db, { ...(await selectCourse(db, COURSE_ID)), language }));

describe('the language of the pages', () => {
  it('is what a guest’s browser asks for, and English where we do not have that', async () => {
    const ask = async (accept: string) =>
      languageOf(await (await web.guest().get('/sign-in', { 'accept-language': accept })).text());
    expect(await ask('de-CH,de;q=0.9,en;q=0.8')).toBe('de');
    expect(await ask('fr,en;q=0.5')).toBe('en');
    expect(await ask('tlh')).toBe('en');
  });

  it('is what a guest chose on the page, kept on the device', async () => {
    const guest = web.guest();
    const reply = await guest.post('/language', { language: 'de', next: '/sign-in' });
    expect(reply.status).toBe(303);
    expect(reply.headers.get('location')).toBe('/sign-in');
    expect(languageOf(await guest.page('/sign-in'))).toBe('de');
  });

  it('is the course’s, unless the person chose one', async () => {
    const student = await web.person('Lena', 'student');
    const browser = await web.browser(student);
    const quiz = `/courses/${COURSE_ID}/quizzes/sheet`;
    await courseIn('de');
    expect(languageOf(await browser.page(quiz))).toBe('de');
    expect(languageOf(await browser.page('/'))).toBe('en');
    await browser.post('/language', { language: 'en' });
    expect((await selectPerson(web.storage.read, student.id)).language).toBe('en');
    expect(languageOf(await browser.page(quiz))).toBe('en');
    await browser.post('/language', { language: '' });
    expect((await selectPerson(web.storage.read, student.id)).language).toBeNull();
    expect(languageOf(await browser.page(quiz))).toBe('de');
    await courseIn('en');
  });

  it('goes with the person to another device', async () => {
    const student = await web.person('Nils', 'student');
    await web.storage.write((db) => updateLanguage(db, student.id, 'de'));
    const browser = await web.browser(student);
    expect(languageOf(await browser.page('/'))).toBe('de');
  });

  it('is one that we have: anything else is refused and changes nothing', async () => {
    const guest = web.guest();
    expect((await guest.post('/language', { language: 'xx' })).status).toBe(400);
    expect(
      (await guest.post('/language', { language: 'de', next: '//evil.example' })).headers.get('location'),
    ).toBe('/');
  });
});

it('an attempt is written in German, with German dates and numbers, and saved so', async () => {
  const browser = await web.browser(await web.person('Emil', 'student'));
  await browser.post('/language', { language: 'de' });
  const started = await browser.post(`/courses/${COURSE_ID}/quizzes/sheet/start`, {});
  const href = started.headers.get('location') ?? '';
  const page = await browser.page(href);
  expect(page).toContain('noch nichts zu speichern');
  expect(page).toContain('Montag, 10. April');
  expect(page).toContain('in 5 Tagen');
  expect(page).toContain('Abgeben …');
  const reply = await browser.post(`${href}/save`, {
    key: 'a key of its own',
    question: 'prose',
    'prose.text': '',
  });
  const { questions } = await reply.json();
  expect(questions.prose.stateWord).toBe('leer');
});

it.each(['inline', 'content', 'math'])('the formulas of {{%s}} have the decimal sign of the page', (name) => {
  const shown = LANGUAGES.map((language) => {
    const options = { data: { language }, hash: {} };
    return /x-tex">(.*?)</.exec(
      String(contentHelpers(contentRenderer())[name]?.call({}, name === 'math' ? '0.5' : '$0.5$', options)),
    )?.[1];
  });
  expect([...shown].sort()).toEqual(['0.5', '0{,}5']);
});

it('the page before handing in goes on in another language, and so does one that refuses a form', async () => {
  const browser = await web.browser(await web.person('Olga', 'student'));
  const started = await browser.post(`/courses/${COURSE_ID}/quizzes/sheet/start`, {});
  const confirm = `${started.headers.get('location')}/confirm`;
  const refused = await browser.post('/sign-in?next=/account', {
    email: 'nobody@example.org',
    password: 'no',
  });
  for (const [page, next] of [
    [await browser.page(confirm), confirm],
    [await refused.text(), '/sign-in?next=/account'],
  ]) {
    expect(page?.replaceAll('&#x3D;', '=')).toContain(
      `id="language" data-ask="If you change the language, you have to type the password again. Change it?"><input type="hidden" name="next" value="${next}">`,
    );
    expect(page).toContain('form="language" name="language" value="de"');
  }
});

it('a form that is not saved is shown again in another language as it was filled in, without scripts', async () => {
  const student = await web.browser(await web.person('Ute', 'student'));
  await publishVaried(web, `practice: yes\n${FILE}`);
  const practice = (await student.get(`${VARIED}/practice`)).headers.get('location') ?? '';
  const teacher = await web.browser(await web.person('Frau Keller', 'instructor'));
  const overrides = `/courses/${COURSE_ID}/quizzes/sheet/overrides`;
  const terms = { opens: '', due: '', closes: '', limit: 'bald', extra: '', attempts: '' };
  for (const [browser, path, form, fields, typed, said] of [
    [
      student,
      practice,
      'practice',
      { question: 'count', 'count.value': '17', checked: 'count' },
      '17',
      'Nicht richtig',
    ],
    [teacher, overrides, 'override', { ...terms, whose: '' }, 'bald', 'Eine Ausnahme gewähren'],
  ] as const) {
    expect(await browser.page(path)).toContain(`form="${form}" name="language" value="de"`);
    const reply = await browser.post(path, { ...fields, language: 'de' });
    const page = await reply.text();
    expect([reply.status, languageOf(page)]).toEqual([200, 'de']);
    expect(page).toContain(`value="${typed}"`);
    expect(page).toContain(said);
    expect(languageOf(await browser.page('/'))).toBe('de');
    expect((await browser.post(path, { ...fields, language: 'xx' })).status).toBe(400);
  }
  expect(await selectOverrides(web.storage.read, { courseId: COURSE_ID, quizId: 'sheet' })).toEqual([]);
});

it('an attempt goes on in another language, with all that was typed saved', async () => {
  const browser = await web.browser(await web.person('Ida', 'student'));
  const started = await browser.post(`/courses/${COURSE_ID}/quizzes/sheet/start`, {});
  const href = started.headers.get('location') ?? '';
  const exercise = `${href}/exercises/2`;
  expect(await browser.page(exercise)).toMatch(/form="attempt" name="language" value="de"/);
  const typed = { question: 'prose', 'prose.text': 'Weil es so ist.' };
  const reply = await browser.post(exercise, { ...typed, language: 'de' });
  expect([reply.status, reply.headers.get('location')]).toEqual([303, exercise]);
  const page = await browser.page(exercise);
  expect(languageOf(page)).toBe('de');
  expect(page).toContain('Weil es so ist.');
  expect((await browser.post(exercise, { ...typed, language: 'xx' })).status).toBe(400);
});
