import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import express from 'express';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { storeUpload } from '../../../src/grading/index.ts';
import { admitUpload } from '../../../src/server/http/access/upload-limits.ts';
import { readForm } from '../../../src/server/http/body.ts';
import { insertUpload } from '../../../src/storage/index.ts';
import { DURING, type World, world } from '../harness.ts';
import { type Started, start } from '../students/sitting.ts';

let web: World;
beforeAll(async () => {
  web = await world();
  web.at(DURING);
});
afterAll(() => web.close());

const running: ClientRequest[] = [];
afterEach(() => {
  for (const each of running.splice(0)) each.destroy();
});

/** A form with files of which only the head is sent: whoever gets a reply was answered before the rest was read. */
function headOnly({ browser, href }: Started, length: number | null): Promise<IncomingMessage> {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return new Promise((resolve, reject) => {
    const sent = request(`${web.url}${href}/files`, {
      method: 'POST',
      headers: {
        cookie,
        accept: 'application/json',
        'sec-fetch-site': 'same-origin',
        'content-type': 'multipart/form-data; boundary=x',
        ...(length === null ? { 'transfer-encoding': 'chunked' } : { 'content-length': String(length) }),
      },
    });
    running.push(sent);
    sent.on('response', resolve).on('error', reject);
    sent.write('--x\r\n');
  });
}

const sentence = async (reply: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const part of reply) text += String(part);
  return text;
};

const attemptOf = ({ href }: Started) => href.split('/').at(-1) ?? '';

/** So many bytes as if they had been brought before. */
const brought = (started: Started, size: number) =>
  web.storage.write((db) =>
    insertUpload(db, {
      attemptId: attemptOf(started),
      hash: 'f'.repeat(64),
      type: 'application/pdf',
      size,
      content: Buffer.from('%PDF-'),
      at: DURING,
    }),
  );

const store = (started: Started, bytes: number) =>
  storeUpload(web, {
    attemptId: attemptOf(started),
    personId: started.personId,
    type: 'application/pdf',
    content: Buffer.alloc(bytes),
    at: DURING,
  });

describe('38: of one person, files are refused', () => {
  test('above 200 MB in all, before they are read', async () => {
    const started = await start(web);
    await brought(started, 195_000_000);
    const reply = await headOnly(started, 6_000_000);
    expect(reply.statusCode).toBe(409);
    expect(await sentence(reply)).toContain('Your photos and PDFs already take up 200 MB');
  });

  test('above 200 MB in all, to the byte, when they are stored; and nobody else is', async () => {
    const [full, other] = [await start(web), await start(web)];
    await brought(full, 199_999_000);
    await store(full, 1_000);
    await expect(store(full, 1)).rejects.toThrow('200 MB');
    await store(other, 1);
  });

  test('while two forms of theirs are on their way, and taken again when these are gone', async () => {
    const [started, other] = [await start(web), await start(web)];
    const silent = () => void headOnly(started, 1_000).catch(() => {});
    silent();
    silent();
    await expect.poll(async () => (await headOnly(started, 50_999_999)).statusCode).toBe(429);
    const reply = await headOnly(started, 1_000);
    expect(reply.headers['retry-after']).toBe('5');
    expect(await sentence(reply)).toContain('Earlier files are still uploading');
    expect((await headOnly(other, 60_000_000)).statusCode).toBe(413);
    for (const each of running.splice(0)) each.destroy();
    await expect
      .poll(async () => (await started.browser.postFiles(`${started.href}/files`, new FormData())).status)
      .toBe(400);
  });
});

test('a form of which nothing more comes is given up, so that its person can send it again', async () => {
  const started = await start(web);
  for (let i = 0; i < 2; i++) void headOnly(started, 1_000).catch(() => {});
  const status = async () =>
    (await started.browser.postFiles(`${started.href}/files`, new FormData())).status;
  await expect.poll(status).toBe(429);
  await expect.poll(status, { timeout: 40_000, interval: 1_000 }).toBe(400);
});

test('a form that has been read may be worked on for as long as it takes', async () => {
  const silences: (number | undefined)[] = [];
  const app = express().post('/', async (request, response) => {
    const leave = await admitUpload(web, request, null);
    silences.push(request.socket.timeout);
    await readForm(request, response, true);
    silences.push(request.socket.timeout);
    leave();
    response.end();
  });
  const room = app.listen(0, '127.0.0.1');
  await once(room, 'listening');
  const address = room.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const form = new FormData();
  form.append('file:prose', new Blob(['x'.repeat(100_000)]), 'a.pdf');
  await (await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body: form })).text();
  room.close();
  expect(silences).toEqual([15_000, 0]);
});

test('31: a form with files that is too large, or does not say how large it is, is refused unread', async () => {
  const started = await start(web);
  const large = await headOnly(started, 51_000_001);
  expect(large.statusCode).toBe(413);
  expect(await sentence(large)).toContain('Together these files are too large, so none was added.');
  expect((await headOnly(started, null)).statusCode).toBe(411);
});

test('38: no more is held of all forms together than four of the largest', async () => {
  const started = await Promise.all([start(web), start(web), start(web), start(web), start(web)]);
  for (const each of started.slice(0, 4)) void headOnly(each, 51_000_000).catch(() => {});
  const last = started[4];
  if (last === undefined) throw new Error('five have started');
  await expect
    .poll(async () => {
      const reply = await Promise.race([
        headOnly(last, 51_000_000),
        new Promise<null>((r) => void setTimeout(r, 300, null)),
      ]);
      if (reply === null) for (const each of running.splice(4)) each.destroy();
      return reply?.statusCode;
    })
    .toBe(503);
});
