import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COURSE_ID, type World, world } from '../harness.ts';

let web: World;
beforeAll(async () => {
  web = await world();
});
afterAll(() => web.close());

describe('what every reply carries', () => {
  test('pages may run and load nothing but what is ours', async () => {
    const { headers } = await web.guest().get('/sign-in');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none';script-src 'self';style-src 'self';style-src-attr 'unsafe-inline';img-src 'self' data:;" +
        "font-src 'self';connect-src 'self';frame-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('42: pages are not cached and have no tag that could tell two contents apart', async () => {
    const browser = await web.browser(await web.person('Cache Less', 'student'));
    for (const path of ['/', `/courses/${COURSE_ID}`, '/account', '/nowhere']) {
      const { headers } = await browser.get(path);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('etag')).toBeNull();
    }
  });

  test('assets carry a hash of their content and are kept for a year', async () => {
    const page = await web.guest().page('/sign-in');
    const [, style = ''] = /href="(\/assets\/site-[A-Z0-9]{8}\.css)"/.exec(page) ?? [];
    const { headers, status } = await web.guest().get(style);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  test('40: there are no source maps, and of the fonts only what browsers load', async () => {
    const files = await readdir(web.assets.folder);
    expect(files.filter((file) => !/\.(js|css|woff2|json)$/.test(file))).toEqual([]);
    expect(files.some((file) => file.endsWith('.woff2'))).toBe(true);
  });
});

describe('where a write may come from', () => {
  const signOut = async (headers: Readonly<Record<string, string>>) => {
    const browser = await web.browser(
      await web.person(`Origin ${JSON.stringify(headers).replace(/\W/g, '')}`, null),
    );
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return statusOf('POST', '/sign-out', { ...headers, cookie });
  };
  const own = () => new URL(web.url).origin;

  test('50: a cross-site request writes nothing', async () => {
    expect(await signOut({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await signOut({ 'sec-fetch-site': 'same-site' })).toBe(403);
    expect(await signOut({ origin: 'https://evil.example' })).toBe(403);
    expect(await signOut({ origin: 'null' })).toBe(403);
    expect(await signOut({ referer: 'https://evil.example/form' })).toBe(403);
    expect(await signOut({})).toBe(403);
    expect(await signOut({ 'sec-fetch-site': 'cross-site', origin: own() })).toBe(403);
  });

  test('50: our own pages write, over plain HTTP too', async () => {
    expect(await signOut({ 'sec-fetch-site': 'same-origin' })).toBe(303);
    expect(await signOut({ origin: own() })).toBe(303);
    expect(await signOut({ referer: `${own()}/account` })).toBe(303);
  });

  test('50: an address that writes is not for GET', async () => {
    const browser = await web.browser(await web.person('Get Ter', 'student'));
    for (const path of [
      '/sign-out',
      '/attempts/x/submit',
      '/attempts/x/save',
      '/account/password',
      '/people/x/disable',
    ]) {
      const reply = await browser.get(path);
      expect([path, reply.status, reply.headers.get('allow')]).toEqual([path, 405, 'POST']);
    }
    expect((await browser.get('/')).status).toBe(200);
  });
});

describe('requests that cannot be read', () => {
  test.each([
    '/attempts/%E0%A4%A',
    '/%',
    '/assets/..%2f..%2fpackage.json',
    '/assets/none.css',
    '/attempts/__proto__',
  ])('%s is answered with a page that says so', async (path) => {
    const browser = await web.browser(await web.person(`Bad Address ${path.length}`, null));
    const reply = await browser.get(path);
    expect([400, 403, 404]).toContain(reply.status);
    const page = await reply.text();
    expect(page).toContain('<h1>');
    expect(page).not.toMatch(/node_modules|\.ts:|at \w+ \(/);
  });

  test('39: a form that is too large or has too many fields is refused in words', async () => {
    const browser = web.guest();
    const large = await browser.post('/sign-in', { email: 'x'.repeat(600_000) });
    expect(large.status).toBe(413);
    expect(await large.text()).toContain('more than one form can hold');
    const many = Object.fromEntries(Array.from({ length: 2_500 }, (_, i) => [`a${i}`, '']));
    expect((await browser.post('/sign-in', many)).status).toBe(413);
  });

  test('39: a body of another type, or in a character set of its own, is 400 or 415 and never 500', async () => {
    expect(
      await statusOf(
        'POST',
        '/sign-in',
        { origin: new URL(web.url).origin, 'content-type': 'text/xml' },
        '<a/>',
      ),
    ).toBe(400);
    const charset = 'application/x-www-form-urlencoded; charset=utf-7';
    expect(
      await statusOf('POST', '/sign-in', { origin: new URL(web.url).origin, 'content-type': charset }, 'a=b'),
    ).toBe(415);
  });

  test('60: XML is not read at all', async () => {
    const entities = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>';
    const headers = { origin: new URL(web.url).origin, 'content-type': 'application/xml' };
    expect(await statusOf('POST', '/sign-in', headers, entities)).toBe(400);
  });

  test('scripts get the same problem as JSON', async () => {
    const reply = await web.guest().post('/attempts/x/save', {}, { accept: 'application/json' });
    expect(reply.status).toBe(401);
    expect(await reply.json()).toMatchObject({ problem: expect.stringContaining('no longer signed in') });
  });
});

test('the log tells what was asked for and how it ended, and nothing that was typed', async () => {
  const browser = await web.browser(await web.person('Log Ged', 'student'));
  await browser.get('/sign-in?next=/secret-query');
  const lines = web.logged.join('');
  expect(lines).toContain('"path":"/sign-in"');
  expect(lines).toContain('"status":303');
  expect(lines).not.toMatch(/correct horse|secret-query|markprop=|@example/);
});

/** The status of a request with exactly these headers; `fetch` adds some of its own. */
function statusOf(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body = '',
): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, web.url), { method, headers }, (reply) => {
      reply.resume();
      resolve(reply.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
