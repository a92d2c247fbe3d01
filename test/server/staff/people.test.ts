import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Person, selectOptionalPersonByEmail, selectOptionalRole } from '../../../src/storage/index.ts';
import { type Browser, COURSE_ID, PASSWORD, type World, world } from '../harness.ts';

let web: World;
let admin: Person;
let browser: Browser;
beforeAll(async () => {
  web = await world();
  admin = await web.person('Ada Admin', null, { admin: true });
  browser = await web.browser(admin);
});
afterAll(() => web.close());

const shownPassword = (page: string) => /<code>([a-z-]{20})<\/code>/.exec(page)?.[1] ?? '';

describe('people', () => {
  test('52: only administrators get there, by whatever address', async () => {
    const student = await web.browser(await web.person('Cur Ious', 'student'));
    for (const path of ['/people', `/people/${admin.id}`]) expect((await student.get(path)).status).toBe(403);
    for (const path of ['/people', `/people/${admin.id}/disable`, `/people/${admin.id}/password`]) {
      expect((await student.post(path, { email: 'a@b', name: 'c' })).status).toBe(403);
    }
  });

  test('a new person gets a password that is shown once, and can sign in with it', async () => {
    const form = { name: 'Neu Ling', email: 'Neu.Ling@Example.org', course: COURSE_ID, role: 'instructor' };
    const reply = await browser.post('/people', form);
    expect(reply.status).toBe(201);
    const password = shownPassword(await reply.text());
    const signedIn = await web.guest().post('/sign-in', { email: form.email, password });
    expect(signedIn.status).toBe(303);
    const person = await selectOptionalPersonByEmail(web.storage.read, form.email);
    expect(await selectOptionalRole(web.storage.read, COURSE_ID, person?.id ?? '')).toBe('instructor');
  });

  test.each([
    [{ name: 'Twice', email: '' }, 'not an e-mail address'],
    [{ name: ' ', email: 'blank@example.org' }, 'A name must have 1 to 200 characters'],
  ])('a form that will not do is shown again with the reason: %j', async (form, reason) => {
    const reply = await browser.post('/people', form);
    expect(reply.status).toBe(400);
    const page = await reply.text();
    expect(page).toContain(reason);
    expect(page).toContain(`value="${form.name}"`);
  });

  test('people are found by part of a name or e-mail, and nobody is said in words', async () => {
    await web.person('Žofie Dvořáková', 'student');
    expect(await browser.page('/people?find=dvorakova')).toContain('Žofie Dvořáková');
    expect(await browser.page('/people?find=%25')).toContain('No one matches “%”');
    expect((await browser.get('/people?find=a&find=b')).status).toBe(200);
  });

  test('disabling and enabling hold at the next request, and never for oneself', async () => {
    const person = await web.person('On Off', 'student');
    const theirs = await web.browser(person);
    await browser.post(`/people/${person.id}/disable`, {});
    expect((await theirs.get('/')).status).toBe(303);
    expect(await browser.page(`/people/${person.id}`)).toContain('This account has been disabled since');
    await browser.post(`/people/${person.id}/enable`, {});
    expect((await (await web.browser(person)).get('/')).status).toBe(200);
    expect((await browser.post(`/people/${admin.id}/disable`, {})).status).toBe(409);
  });

  test('the roles of a disabled account are shown as they will hold again', async () => {
    const person = await web.person('Ro Still', 'instructor');
    await browser.post(`/people/${person.id}/disable`, {});
    expect(await browser.page(`/people/${person.id}`)).toContain('<option value="instructor" selected>');
  });

  test('a role is given, changed and taken away', async () => {
    const person = await web.person('Ro Le', null);
    const role = () => selectOptionalRole(web.storage.read, COURSE_ID, person.id);
    for (const [given, expected] of [
      ['student', 'student'],
      ['instructor', 'instructor'],
      ['none', null],
    ] as const) {
      const reply = await browser.post(`/people/${person.id}/enrol`, { course: COURSE_ID, role: given });
      expect([reply.status, await role()]).toEqual([303, expected]);
    }
    expect(
      (await browser.post(`/people/${person.id}/enrol`, { course: COURSE_ID, role: 'owner' })).status,
    ).toBe(400);
    expect(
      (await browser.post(`/people/${person.id}/enrol`, { course: 'none', role: 'student' })).status,
    ).toBe(404);
    expect((await browser.post('/people/nobody/disable', {})).status).toBe(404);
  });

  test('51: a new password signs its owner out everywhere', async () => {
    const person = await web.person('Lost Password', 'student');
    const theirs = await web.browser(person);
    const password = shownPassword(await (await browser.post(`/people/${person.id}/password`, {})).text());
    expect((await theirs.get('/')).status).toBe(303);
    expect((await web.guest().post('/sign-in', { email: person.email, password: PASSWORD })).status).toBe(
      401,
    );
    expect((await web.guest().post('/sign-in', { email: person.email, password })).status).toBe(303);
  });
});

describe('your own account', () => {
  test('a changed password signs out other devices and keeps this one', async () => {
    const person = await web.person('Chan Ger', 'student');
    const [here, there] = [await web.browser(person), await web.browser(person)];
    const reply = await here.post('/account/password', { current: PASSWORD, next: 'another long password' });
    expect(reply.status).toBe(303);
    expect(await here.page('/account?done=password')).toContain('Your password has been changed');
    expect((await there.get('/')).status).toBe(303);
  });

  test.each([
    [{ current: 'wrong', next: 'another long password' }, 'The current password is wrong'],
    [{ current: PASSWORD, next: 'short' }, 'A password must have 10 to 200 characters'],
  ])('a password is not changed for %j', async (form, reason) => {
    const mine = await web.browser(await web.person('Un Changed', 'student'));
    const reply = await mine.post('/account/password', form);
    expect(reply.status).toBe(400);
    expect(await reply.text()).toContain(reason);
  });

  test('56: guessing the current password of an open session is slowed', async () => {
    const mine = await web.browser(await web.person('Left Open', 'student'));
    const form = { current: 'guess', next: 'another long password' };
    for (let i = 0; i < 10; i++) await mine.post('/account/password', form);
    expect((await mine.post('/account/password', { ...form, current: PASSWORD })).status).toBe(429);
  });

  test('light or dark is kept on this device and nothing else is', async () => {
    const mine = await web.browser(await web.person('The Me', 'student'));
    expect(await mine.page('/')).toContain('<html lang="en">');
    await mine.post('/account/theme', { theme: 'dark' });
    expect(await mine.page('/')).toContain('<html lang="en" data-theme="dark">');
    expect((await mine.post('/account/theme', { theme: 'x" onload="' })).status).toBe(400);
    mine.cookies.set('theme', 'x"onload="');
    expect(await mine.page('/')).toContain('<html lang="en">');
  });
});

test('somebody without a course is told who can enrol them', async () => {
  const person = await web.person('No Course', null);
  expect(await (await web.browser(person)).page('/')).toContain('You are not enrolled in any course yet');
});
