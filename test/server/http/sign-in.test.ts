import { afterAll, beforeAll, expect, test } from 'vitest';
import { deleteEnrolment, updateDisabled } from '../../../src/storage/index.ts';
import { COURSE_ID, PASSWORD, type World, world } from '../harness.ts';

let web: World;
beforeAll(async () => {
  web = await world({ trustProxy: 0 });
});
afterAll(() => web.close());

test('a page asks to sign in and comes back to where one wanted to go', async () => {
  const person = await web.person('Ann Back', 'student');
  const browser = web.guest();
  const asked = await browser.get(`/courses/${COURSE_ID}?a=b`);
  expect(asked.status).toBe(303);
  const form = await browser.page(asked.headers.get('location') ?? '');
  expect(form).toContain(`value="/courses/${COURSE_ID}?a&#x3D;b"`);
  const next = `/courses/${COURSE_ID}?a=b`;
  const reply = await browser.post('/sign-in', {
    email: person.email.toUpperCase(),
    password: PASSWORD,
    next,
  });
  expect(reply.headers.get('location')).toBe(next);
  expect(await browser.page(next)).toContain('Little sheet');
});

test('signing out ends the session itself, not only the cookie', async () => {
  const browser = await web.browser(await web.person('Out Goer', 'student'));
  const kept = new Map(browser.cookies);
  expect((await browser.get('/')).status).toBe(200);
  const { headers } = await browser.post('/sign-out', {});
  expect(headers.get('location')).toBe('/sign-in');
  // Pages that the browser may keep (practice) are not for whoever comes next.
  expect(headers.get('clear-site-data')).toBe('"cache"');
  for (const [name, value] of kept) browser.cookies.set(name, value);
  expect((await browser.get('/')).status).toBe(303);
});

test('an unknown e-mail, a wrong password and a disabled account get the same answer', async () => {
  const person = await web.person('Dis Abled', 'student');
  await web.storage.write((db) => updateDisabled(db, person.id, web.now()));
  const known = await web.person('Kno Wn', 'student');
  const answer = async (email: string, password: string) => {
    const reply = await web.guest().post('/sign-in', { email, password });
    return { status: reply.status, page: (await reply.text()).replaceAll(email, 'E-MAIL') };
  };
  const unknown = await answer('nobody.at.all@example.org', PASSWORD);
  expect(unknown.status).toBe(401);
  expect(unknown.page).toContain('Wrong e-mail or password.');
  expect(await answer(known.email, 'wrong password')).toEqual(unknown);
  expect(await answer(person.email, PASSWORD)).toEqual(unknown);
});

test.each([{}, { email: ['a@b', 'c@d'], password: 'x' }, { email: 'a@b', password: 'x', admin: 'yes' }])(
  '39: a sign-in form that ours cannot have sent is refused: %j',
  async (fields) => {
    expect((await web.guest().post('/sign-in', fields)).status).toBe(400);
  },
);

test('51: signing in gives a session a new id', async () => {
  const person = await web.person('Fix Ation', 'student');
  const browser = web.guest();
  browser.cookies.set('markprop', 's%3Achosen-by-an-attacker.x');
  await browser.post('/sign-in', { email: person.email, password: PASSWORD });
  const first = browser.cookies.get('markprop');
  expect(first).not.toContain('chosen');
  await browser.post('/sign-in', { email: person.email, password: PASSWORD });
  const second = browser.cookies.get('markprop');
  expect(second).not.toBe(first);
  browser.cookies.set('markprop', first ?? '');
  expect((await browser.get('/')).status).toBe(303);
});

test('51: a disabled account is out at the next request', async () => {
  const person = await web.person('Soon Gone', 'student');
  const browser = await web.browser(person);
  await web.storage.write((db) => updateDisabled(db, person.id, web.now()));
  expect((await browser.get('/')).headers.get('location')).toBe('/sign-in');
  expect((await browser.post(`/courses/${COURSE_ID}/quizzes/sheet/start`, {})).status).toBe(401);
});

test('52: who is no longer enrolled finds nothing at the next request', async () => {
  const person = await web.person('Left Course', 'student');
  const browser = await web.browser(person);
  expect((await browser.get(`/courses/${COURSE_ID}`)).status).toBe(200);
  await web.storage.write((db) => deleteEnrolment(db, COURSE_ID, person.id));
  expect((await browser.get(`/courses/${COURSE_ID}`)).status).toBe(404);
  expect((await browser.get(`/courses/${COURSE_ID}/quizzes/sheet`)).status).toBe(404);
  expect((await browser.post(`/courses/${COURSE_ID}/quizzes/sheet/start`, {})).status).toBe(404);
});

test.each([
  '//evil.example/',
  'https://evil.example',
  '/\\evil.example',
  '/.//evil.example/x',
  '/x/..//evil.example',
  '/..//evil.example',
  '/%2e//evil.example',
])('54: signing in never leads to another site: %s', async (next) => {
  const person = await web.person(`Redirected ${next.length}`, 'student');
  const reply = await web.guest().post('/sign-in', { email: person.email, password: PASSWORD, next });
  expect(reply.headers.get('location')).toBe('/');
  const form = await web.guest().page(`/sign-in?next=${encodeURIComponent(next)}`);
  expect(/action="\/sign-in">\s*<input[^>]*>/.exec(form)?.[0]).toContain('value="/"');
});

test('55: a forged X-Forwarded-For is ignored: it neither hides a guesser nor blames another address', async () => {
  const person = await web.person('For Ged', 'student');
  const guess = (address: string) =>
    web
      .guest()
      .post('/sign-in', { email: person.email, password: 'guess' }, { 'x-forwarded-for': address })
      .then(({ status }) => status);
  const statuses = [];
  for (let i = 0; i < 9; i++) statuses.push(await guess(`203.0.113.${i}`));
  expect(statuses.slice(0, 8)).toEqual(Array(8).fill(401));
  expect(statuses[8]).toBe(429);
});

test('56: guessing one account is slowed, and the rest of the class behind the same address still signs in', async () => {
  const guessed = await web.person('Gues Sed', 'student');
  for (let i = 0; i < 8; i++)
    await web.guest().post('/sign-in', { email: guessed.email, password: `guess ${i}` });
  const slowed = await web.guest().post('/sign-in', { email: guessed.email, password: PASSWORD });
  expect(slowed.status).toBe(429);
  expect(await slowed.text()).toContain('Please wait 15 minutes');
  for (let i = 0; i < 5; i++) await web.browser(await web.person(`Classmate ${i}`, 'student'));
});

test('56: successes are no guesses: somebody may sign in as often as they like', async () => {
  const person = await web.person('Oft En', 'student');
  for (let i = 0; i < 12; i++) await web.browser(person);
});
