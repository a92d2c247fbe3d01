import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { selectLatestSteps, selectSteps } from '../../../src/storage/index.ts';
import { DURING, type Fields, type World, world } from '../harness.ts';
import { key, type Started, start, tokenOf } from './sitting.ts';

let web: World;
beforeAll(async () => {
  web = await world();
});
afterAll(() => web.close());
beforeEach(() => web.at(DURING));

const idOf = ({ href }: Started) => href.split('/').at(-1) ?? '';

/** What the page knows of the versions of its answers, as its form posts it. */
async function seenOn({ browser, href }: Started, exercise: number): Promise<Fields> {
  const page = await browser.page(`${href}/exercises/${exercise}`);
  return Object.fromEntries(
    [...page.matchAll(/name="([\w-]+\.seen)" value="(\d+)"/g)].map(([, name, value]) => [name, value ?? '']),
  );
}

const write = ({ browser, href }: Started, fields: Fields) =>
  browser.post(`${href}/exercises/2`, { question: 'prose', ...fields });
const save = ({ browser, href }: Started, fields: Fields) =>
  browser.post(`${href}/save`, { question: 'prose', key: key(), ...fields }, { accept: 'application/json' });
const stored = async (started: Started) =>
  (await selectLatestSteps(web.storage.read, idOf(started))).get('prose')?.posted['text'];

/** The hidden fields of the form that asks which version counts. */
function hiddenIn(page: string): Fields {
  const found = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const names = new Set(found.map(([, name]) => name ?? ''));
  names.delete('next');
  const valuesOf = (wanted: string) =>
    found.flatMap(([, name, value]) => (name === wanted ? [value ?? ''] : []));
  return Object.fromEntries([...names].map((name) => [name, valuesOf(name)]));
}

describe('6: a tab that is behind another one', () => {
  test('gets 409 and both versions, and saves the own one only when told to', async () => {
    const started = await start(web);
    const seen = await seenOn(started, 2);
    await write(started, { ...seen, 'prose.text': 'first tab' });
    const reply = await write(started, { ...seen, 'prose.text': 'second tab' });
    expect(reply.status).toBe(409);
    const page = await reply.text();
    expect(page).toContain('first tab');
    expect(page).toContain('second tab');
    expect(await stored(started)).toBe('first tab');
    const form = { ...hiddenIn(page), 'counts:prose': 'here' };
    expect((await write(started, form)).status).toBe(303);
    expect(await stored(started)).toBe('second tab');
  });

  test('is told so by the save of its script, with the version to have seen', async () => {
    const started = await start(web);
    const seen = await seenOn(started, 2);
    const first = await (await save(started, { ...seen, 'prose.text': 'first tab' })).json();
    const reply = await save(started, { ...seen, 'prose.text': 'second tab' });
    const { overtaken } = await reply.json();
    expect([reply.status, overtaken]).toEqual([
      409,
      [
        expect.objectContaining({
          question: 'prose',
          seen: first.questions.prose.seen,
          html: expect.stringContaining('first tab'),
        }),
      ],
    ]);
    expect(
      (await save(started, { 'prose.seen': String(overtaken[0].seen), 'prose.text': 'second tab' })).status,
    ).toBe(200);
    expect(await stored(started)).toBe('second tab');
  });

  test('that was not touched takes nothing back, and goes on', async () => {
    const started = await start(web);
    const seen = await seenOn(started, 2);
    await write(started, { ...seen, 'prose.text': 'first tab' });
    expect((await write(started, { ...seen, 'prose.text': '' })).status).toBe(303);
    expect(await stored(started)).toBe('first tab');
  });

  test('keeps the other version when told to, and goes on to where it was going', async () => {
    const started = await start(web);
    const { browser, href } = started;
    const seen = await seenOn(started, 2);
    await write(started, { ...seen, 'prose.text': 'first tab' });
    const reply = await write(started, { ...seen, 'prose.text': 'second tab', go: 'hand-in' });
    const form = { ...hiddenIn(await reply.text()), 'counts:prose': 'other' };
    const next = await browser.post(`${href}/exercises/2`, form);
    expect([next.status, next.headers.get('location')]).toEqual([303, `${href}/confirm?settled=prose`]);
    expect(await stored(started)).toBe('first tab');
  });

  test('decides at once on every answer that was changed on both sides, and loses none', async () => {
    const started = await start(web);
    const { browser, href } = started;
    const seen = await seenOn(started, 1);
    const [xor, and] = [await tokenOf(started, 'XOR'), await tokenOf(started, 'AND')];
    const form = { ...seen, question: ['function', 'or-weights'] };
    const send = (fields: Fields) => browser.post(`${href}/exercises/1`, { ...form, ...fields });
    await send({ 'function.option': xor, 'or-weights.W1.0.0': '1' });
    const reply = await send({ 'function.option': and, 'or-weights.W1.0.0': '2', go: '2' });
    const decided = {
      ...hiddenIn(await reply.text()),
      'counts:function': 'other',
      'counts:or-weights': 'here',
    };
    const next = await browser.post(`${href}/exercises/1`, decided);
    expect(next.headers.get('location')).toBe(`${href}/exercises/2?settled=function&settled=or-weights`);
    const steps = await selectLatestSteps(web.storage.read, idOf(started));
    expect(steps.get('or-weights')?.posted['W1.0.0']).toBe('2');
    expect(steps.get('function')?.posted['option']).toBe('xor');
  });

  test('has everything else in its form saved', async () => {
    const started = await start(web);
    const { browser, href } = started;
    const seen = await seenOn(started, 1);
    const token = await tokenOf(started, 'XOR');
    const other = await tokenOf(started, 'AND');
    const form = { ...seen, question: ['function', 'or-weights'] };
    await browser.post(`${href}/exercises/1`, { ...form, 'function.option': token });
    const reply = await browser.post(`${href}/exercises/1`, {
      ...form,
      'function.option': other,
      'or-weights.W1.0.0': '7',
    });
    expect(reply.status).toBe(409);
    const steps = await selectLatestSteps(web.storage.read, idOf(started));
    expect(steps.get('or-weights')?.posted['W1.0.0']).toBe('7');
    expect(steps.get('function')?.posted['option']).toBe('xor');
  });

  describe('and brings another answer with the one that was overtaken', () => {
    /** A save of the script of both: `or-weights` is its own, `function` was changed elsewhere since. */
    async function both() {
      const started = await start(web);
      const seen = await seenOn(started, 1);
      const [xor, and] = [await tokenOf(started, 'XOR'), await tokenOf(started, 'AND')];
      await save(started, { ...seen, question: 'function', 'function.option': xor });
      const mine = {
        ...seen,
        question: ['function', 'or-weights'],
        'function.option': and,
        'or-weights.W1.0.0': '7',
        key: key(),
      };
      return { started, mine, first: await save(started, mine) };
    }

    test('is told by the save of its script that the other is stored, so that going on with it is no conflict', async () => {
      const { started, mine, first } = await both();
      const told = await first.json();
      expect([first.status, told.overtaken.length, Object.keys(told.questions)]).toEqual([
        409,
        1,
        ['or-weights'],
      ]);
      const { seen } = told.questions['or-weights'];
      const on = { ...mine, question: 'or-weights', 'or-weights.W1.0.0': '8', key: key() };
      expect((await save(started, { ...on, 'or-weights.seen': String(seen) })).status).toBe(200);
    });

    test('4: gets the same reply when it is sent again because the first one was lost', async () => {
      const { started, mine, first } = await both();
      const again = await save(started, mine);
      expect([again.status, await again.json()]).toEqual([409, await first.json()]);
      const steps = await selectSteps(web.storage.read, idOf(started));
      expect(steps.map(({ questionId }) => questionId)).toEqual(['function', 'or-weights']);
    });
  });

  test('that saves what is stored already learns of its version, so that going on is no conflict', async () => {
    const started = await start(web);
    const seen = await seenOn(started, 2);
    await save(started, { ...seen, 'prose.text': 'whose reply was never heard' });
    const again = await (
      await save(started, { ...seen, 'prose.text': 'whose reply was never heard' })
    ).json();
    const on = {
      'prose.seen': String(again.questions.prose.seen),
      'prose.text': 'whose reply was never heard, and on',
    };
    expect((await save(started, on)).status).toBe(200);
  });

  test('does not hand in what it does not show', async () => {
    const started = await start(web);
    const { browser, href } = started;
    const page = await browser.page(`${href}/confirm`);
    const seen = /name="seen" value="(\d+)"/.exec(page)?.[1] ?? '';
    await write(started, { 'prose.text': 'typed in another tab' });
    const reply = await browser.post(`${href}/submit`, { seen });
    expect([reply.status, await reply.text()]).toEqual([
      409,
      expect.stringContaining('typed in another tab'),
    ]);
    const steps = await selectSteps(web.storage.read, idOf(started));
    expect(steps.some(({ kind }) => kind === 'submitted')).toBe(false);
    const again = /name="seen" value="(\d+)"/.exec(await browser.page(`${href}/confirm`))?.[1] ?? '';
    expect((await browser.post(`${href}/submit`, { seen: again })).status).toBe(303);
  });
});
