import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { publishCourse } from '../../../src/grading/index.ts';
import { loadCourses, prepareQuiz } from '../../../src/quizzes/index.ts';
import type { Quiz } from '../../../src/quizzes/quiz.ts';
import { AFTER, COURSE_ID, DURING, type World, world } from '../harness.ts';
import { QUIZ, type Started, start } from './sitting.ts';

/** What happens while a file is being read. */
const reading = vi.hoisted(() => ({ meanwhile: async () => {} }));
vi.mock(import('../../../src/server/questions/scans.ts'), async (original) => {
  const { toScan } = await original();
  return {
    toScan: async (...file) => {
      await reading.meanwhile();
      return toScan(...file);
    },
  };
});

let web: World;
beforeAll(async () => {
  web = await world();
  const { courses } = await loadCourses(fileURLToPath(new URL('../course/', import.meta.url)));
  for (const course of courses) {
    const quizzes = course.quizzes.map((each) => ({
      ...each,
      quiz: prepareQuiz(each.id, onPaper(each.quiz)),
    }));
    await publishCourse(web.storage, { ...course, quizzes }, { now: DURING, complete: true });
  }
});
afterAll(() => web.close());
beforeEach(() => web.at(DURING));

/** The little course's text question, with handwriting. */
const onPaper = ({ source }: Quiz): unknown => ({
  ...source,
  exercises: source.exercises.map((exercise) => ({
    ...exercise,
    questions: exercise.questions.map((question) =>
      question.id === 'prose' ? { ...question, answer: { text: { handwriting: true } } } : question,
    ),
  })),
});

const PDF = Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n');

/** A photo as phones make them: lying on its side, with the place where it was taken. */
const photo = (width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: '#eee' } })
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Artist: 'ADA' }, IFD3: { GPSLatitude: '52/1 0/1 0/1' } })
    .toBuffer();

interface Chosen {
  readonly content: Buffer;
  readonly name: string;
}

/** The form of exercise 2 with its button "Add" pressed, as browsers send it without scripts. */
function form(files: readonly Chosen[], fields: Readonly<Record<string, string>> = {}): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries({ question: 'prose', add: 'prose', ...fields }))
    body.append(name, value);
  for (const { content, name } of files) body.append('file:prose', new Blob([new Uint8Array(content)]), name);
  return body;
}

const add = ({ browser, href }: Started, files: readonly Chosen[], fields = {}) =>
  browser.postFiles(`${href}/exercises/2`, form(files, fields));

const listed = (page: string) => [...page.matchAll(/name="prose\.(file\d)" value="([^"]+)" checked/g)];

async function addressIn({ browser, href }: Started): Promise<string> {
  return /\/scans\/[0-9a-f]{64}/.exec(await browser.page(`${href}/exercises/2`))?.[0] ?? '';
}

describe('without a script', () => {
  test('adding a photo saves what was typed with it, and comes back to the question', async () => {
    const started = await start(web);
    const reply = await add(started, [{ content: await photo(), name: 'page 1.jpg' }], {
      'prose.text': 'See *photo*.',
    });
    expect(reply.headers.get('location')).toBe(`${started.href}/exercises/2#prose`);
    const page = await started.browser.page(`${started.href}/exercises/2`);
    expect(page).toContain('See *photo*.</textarea>');
    expect(page).toContain('See <em>photo</em>.');
    expect(listed(page).map(([, field]) => field)).toEqual(['file1']);
    expect(page).toContain('page 1.jpg');
  });

  test('a file whose tick is taken away is gone from the response, and another takes its place', async () => {
    const started = await start(web);
    await add(started, [
      { content: await photo(), name: 'a.jpg' },
      { content: PDF, name: 'b.pdf' },
    ]);
    const [, second] = listed(await started.browser.page(`${started.href}/exercises/2`));
    const kept = { question: 'prose', [`prose.${second?.[1]}`]: second?.[2] ?? '' };
    await started.browser.post(`${started.href}/exercises/2`, kept);
    const page = await started.browser.page(`${started.href}/exercises/2`);
    expect(page).not.toContain('a.jpg');
    await add(started, [{ content: PDF.subarray(0, 20), name: 'c.pdf' }], kept);
    const names = listed(await started.browser.page(`${started.href}/exercises/2`)).map(([, f, v]) => [
      f,
      v?.split(' ').at(-1),
    ]);
    expect(names).toEqual([
      ['file1', 'c.pdf'],
      ['file2', 'b.pdf'],
    ]);
  });

  test('a form whose files were chosen but not added is saved without them', async () => {
    const started = await start(web);
    const form = { question: 'prose', 'prose.text': 'typed', 'file:prose': 'photo.jpg' };
    expect((await started.browser.post(`${started.href}/exercises/2`, form)).status).toBe(303);
    expect(await started.browser.page(`${started.href}/exercises/2`)).toContain('typed</textarea>');
  });
});

describe('what is no photo and no PDF', () => {
  test.each([
    ['a page', Buffer.from('<script>alert(1)</script>'), 'photo.jpg'],
    [
      'a drawing with a script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>'),
      'a.svg',
    ],
    ['half a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'half.jpg'],
    ['nothing', Buffer.alloc(0), 'empty.pdf'],
    ['a zip', Buffer.from('PK\u0003\u0004'), 'a.pdf'],
  ])('58, 61: %s is refused by name, and what was typed is saved all the same', async (_, content, name) => {
    const started = await start(web);
    const reply = await add(started, [{ content, name }], { 'prose.text': 'kept' });
    expect(reply.status).toBe(400);
    expect(await reply.text()).toContain(name);
    const page = await started.browser.page(`${started.href}/exercises/2`);
    expect(page).toContain('kept</textarea>');
    expect(listed(page)).toEqual([]);
  });

  test('61: a picture that unfolds to more pixels than any phone takes is refused unopened', async () => {
    const bomb = await sharp({
      create: { width: 12_000, height: 12_000, channels: 3, background: 'white' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect((await add(await start(web), [{ content: bomb, name: 'bomb.png' }])).status).toBe(400);
  });

  test('a file over 10 MB and a sixth file are refused, with what to do', async () => {
    const started = await start(web);
    const large = await add(started, [{ content: Buffer.alloc(10_000_001), name: 'large.pdf' }]);
    expect([large.status, await large.text()]).toEqual([400, expect.stringContaining('10 MB')]);
    const pages = [1, 2, 3, 4].map((n) => ({
      content: Buffer.concat([PDF, Buffer.from([n])]),
      name: `${n}.pdf`,
    }));
    await add(started, pages);
    const boxes = listed(await started.browser.page(`${started.href}/exercises/2`));
    const ticked = Object.fromEntries(boxes.map(([, field, value]) => [`prose.${field}`, value ?? '']));
    const more = pages
      .slice(0, 2)
      .map(({ name }, n) => ({ name, content: Buffer.concat([PDF, Buffer.from([9, n])]) }));
    const reply = await add(started, more, ticked);
    expect([reply.status, await reply.text()]).toEqual([
      400,
      expect.stringContaining('this one already has 4'),
    ]);
    expect(listed(await started.browser.page(`${started.href}/exercises/2`))).toHaveLength(4);
  });

  test('45: files for a question that takes none, or that is not there, are refused', async () => {
    const { browser, href } = await start(web);
    const body = (add: string) => {
      const form = new FormData();
      form.append('add', add);
      form.append('question', 'function');
      form.append(`file:${add}`, new Blob([new Uint8Array(PDF)]), 'a.pdf');
      return form;
    };
    for (const id of ['function', 'nothing', '__proto__']) {
      expect((await browser.postFiles(`${href}/files`, body(id))).status).toBe(400);
    }
  });
});

describe('a stored photo', () => {
  test('stands upright, and tells neither where nor by whom it was taken', async () => {
    const started = await start(web);
    await add(started, [{ content: await photo(60, 40), name: 'a.jpg' }]);
    const reply = await started.browser.get(await addressIn(started));
    expect(reply.headers.get('content-type')).toBe('image/jpeg');
    const stored = Buffer.from(await reply.arrayBuffer());
    const { width, height, exif } = await sharp(stored).metadata();
    expect([width, height, exif]).toEqual([40, 60, undefined]);
    expect(stored.includes('ADA')).toBe(false);
  });

  test('44: is there for its student and the instructors of the course, and for nobody else', async () => {
    const started = await start(web);
    await add(started, [{ content: await photo(50, 30), name: 'a.jpg' }]);
    const address = await addressIn(started);
    const other = await start(web);
    const instructor = await web.browser(await web.person('Ina', 'instructor'));
    const stranger = await web.browser(await web.person('Otto', null));
    expect((await started.browser.get(address)).status).toBe(200);
    expect((await instructor.get(address)).status).toBe(200);
    for (const browser of [other.browser, stranger]) expect((await browser.get(address)).status).toBe(404);
    expect((await web.guest().get(address)).status).toBe(303);
  });

  test('is inert, and framed by our own pages alone', async () => {
    const started = await start(web);
    await add(started, [{ content: PDF, name: 'a.pdf' }]);
    const { headers } = await started.browser.get(await addressIn(started));
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

test('names of files are text: markup and characters that turn the text around do nothing', async () => {
  const started = await start(web);
  await add(started, [{ content: PDF, name: '"><img src=x>\u202egpj.exe.pdf' }]);
  const page = await started.browser.page(`${started.href}/exercises/2`);
  expect(page).not.toContain('<img src=x>');
  expect(page).not.toContain('\u202e');
});

test('after handing in no file can be added, and the receipt covers those that were', async () => {
  const started = await start(web);
  await add(started, [{ content: await photo(70, 30), name: 'proof.jpg' }]);
  const address = await addressIn(started);
  await started.browser.post(`${started.href}/submit`, {});
  expect((await add(started, [{ content: PDF, name: 'late.pdf' }])).status).toBe(409);
  expect(await started.browser.page(`${started.href}/review`)).toContain(`src="${address}"`);
  const instructor = await web.browser(await web.person('Ina', 'instructor'));
  const history = await instructor.page(`${started.href}/history`);
  expect(history).toContain('The stored answers still match this receipt');
  expect(history).toContain('proof.jpg');
  const attempt = started.href.split('/').at(-1);
  const desk = await instructor.page(
    `/courses/${COURSE_ID}/quizzes/sheet/questions/prose/marking?attempt=${attempt}`,
  );
  expect(desk).toContain(`<img class="scan__photo" src="${address}" alt="Handwriting, proof.jpg"`);
  expect(await instructor.page(`${QUIZ}/questions/prose`)).toContain('proof.jpg');
});

test('9: after the end no file is taken, with or without the script', async () => {
  const started = await start(web);
  web.at(AFTER);
  expect((await add(started, [{ content: PDF, name: 'late.pdf' }])).status).toBe(409);
  const reply = await started.browser.postFiles(
    `${started.href}/files`,
    form([{ content: PDF, name: 'late.pdf' }]),
  );
  expect(reply.status).toBe(409);
});

test('6: adding a file on a page that is behind another one takes back nothing of what was typed there', async () => {
  const started = await start(web);
  await started.browser.post(`${started.href}/exercises/2`, { question: 'prose', 'prose.text': 'old' });
  const seen =
    /name="prose\.seen" value="(\d+)"/.exec(await started.browser.page(`${started.href}/exercises/2`))?.[1] ??
    '';
  await started.browser.post(`${started.href}/exercises/2`, { question: 'prose', 'prose.text': 'newer' });
  await add(started, [{ content: PDF, name: 'a.pdf' }], { 'prose.text': 'old', 'prose.seen': seen });
  const page = await started.browser.page(`${started.href}/exercises/2`);
  expect(page).toContain('newer</textarea>');
  expect(listed(page)).toHaveLength(1);
});

test('6: what another tab saves while files are being read is replaced only when told to, and then with the files', async () => {
  const started = await start(web);
  const { browser, href } = started;
  const write = (fields: Readonly<Record<string, string | string[]>>) =>
    browser.post(`${href}/exercises/2`, { question: 'prose', ...fields });
  reading.meanwhile = async () => void (await write({ 'prose.text': 'theirs' }));
  const reply = await add(started, [{ content: PDF, name: 'a.pdf' }], { 'prose.text': 'mine' });
  reading.meanwhile = async () => {};
  const asked = await reply.text();
  expect([reply.status, asked]).toEqual([409, expect.stringContaining('mine')]);
  expect(asked).toContain('theirs');
  expect(await browser.page(`${href}/exercises/2`)).toContain('theirs</textarea>');
  const hidden = [...asked.matchAll(/<input type="hidden" name="(prose[^"]+|go)" value="([^"]*)"/g)];
  const fields = hidden.map(([, name, value]) => [name, value?.replace(/&#x3D;/g, '=')]);
  const next = await write({ ...Object.fromEntries(fields), 'counts:prose': 'here' });
  expect(next.headers.get('location')).toBe(`${href}/exercises/2?settled=prose`);
  const page = await browser.page(`${href}/exercises/2`);
  expect(page).toContain('mine</textarea>');
  expect(listed(page)).toHaveLength(1);
});

test('45: a response that names a file of somebody else, or none that is there, is refused', async () => {
  const [mine, theirs] = [await start(web), await start(web)];
  await add(theirs, [{ content: await photo(33, 22), name: 'a.jpg' }]);
  const [[, , value = ''] = []] = listed(await theirs.browser.page(`${theirs.href}/exercises/2`));
  for (const named of [value, value.replace(/^.{8}/, '00000000')]) {
    const form = { question: 'prose', 'prose.file1': named };
    expect((await mine.browser.post(`${mine.href}/exercises/2`, form)).status).toBe(400);
  }
  expect(listed(await mine.browser.page(`${mine.href}/exercises/2`))).toEqual([]);
});
