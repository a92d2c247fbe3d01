import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser as Chromium, chromium, type Page } from 'playwright-core';
import { loadCourses, Proofs } from '../../../src/quizzes/index.ts';
import { AuthorFiles } from '../../../src/server/pages/preview/files.ts';
import { loadViews } from '../../../src/server/views/load-views.ts';
import { type Person, type Role, upsertEnrolment } from '../../../src/storage/index.ts';
import { type World, world } from '../../server/harness.ts';
import { DESKTOP, watchOver } from '../harness.ts';
import { NOW, type Work, work } from './work.ts';

const VIEWS = fileURLToPath(new URL('../../../views/pages/', import.meta.url));

/** Who sees a page; what each of them has done is in `work`. */
const PEOPLE = {
  student: { name: 'Sam Student', role: 'student' },
  /** Has handed in what there is to hand in. */
  finished: { name: 'Friederike Feierabend-Grundstücksverkehrsgenehmigung', role: 'student' },
  /** Has begun nothing. */
  newcomer: { name: 'Noor Example', role: 'student' },
  instructor: { name: 'Ines Instructor', role: 'instructor' },
  admin: { name: 'Ada Admin', role: null },
} as const satisfies Record<string, { name: string; role: Role | null }>;
type Somebody = keyof typeof PEOPLE;
export type Who = Somebody | 'guest';

/** The sample courses and one with a quiz in each state, where people have been at work, with a browser. */
export interface Site extends Work {
  /** `/people/…` */
  readonly person: string;
  open(who: Who, language: 'en' | 'de'): Promise<Page>;
  /** The template of the page that was rendered last. */
  shown(): string;
  /** The next page fails with this. */
  fail(error: Error): void;
  /** Ends it; throws if a script failed on any page, or a page asked for anything beyond the server. */
  close(): Promise<void>;
}

/** Templates that are pages; the others are parts of them. */
export const PAGES: ReadonlySet<string> = new Set(
  readdirSync(VIEWS).flatMap((name) =>
    name.endsWith('.hbs') && readFileSync(`${VIEWS}${name}`, 'utf8').startsWith('{{#> layout')
      ? [name.slice(0, -'.hbs'.length)]
      : [],
  ),
);

const folderOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** `endpoint`: where the browser listens. */
export async function openSite(endpoint: string): Promise<Site> {
  const preview = new AuthorFiles(new Proofs());
  preview.show(await loadCourses(folderOf('author/')));
  const views = loadViews();
  let shown = '';
  let failure: Error | null = null;
  const [web, browser] = await Promise.all([
    world({
      course: [folderOf('../../../data/neural-networks/'), folderOf('states/')],
      preview,
      views: (name, ...rest) => {
        const error = failure;
        failure = null;
        if (error !== null) throw error;
        const page = name.replace(/^pages\//, '');
        if (PAGES.has(page)) shown = page;
        return views(name, ...rest);
      },
    }),
    chromium.connect(endpoint),
  ]);
  const faults: string[] = [];
  try {
    web.at(NOW);
    const people = await enrolled(web);
    return {
      ...(await work(web, people)),
      person: `/people/${people.newcomer.id}`,
      open: (who, language) =>
        opened(web, browser, who === 'guest' ? null : people[who], { language, faults }),
      shown: () => shown,
      fail(error) {
        failure = error;
      },
      async close() {
        await closed(web, browser);
        if (faults.length > 0) throw new Error(faults.join('\n'));
      },
    };
  } catch (error) {
    await closed(web, browser);
    throw error;
  }
}

async function closed(web: World, browser: Chromium): Promise<void> {
  await browser.close();
  await web.close();
}

async function enrolled(web: World): Promise<Record<Somebody, Person>> {
  const enrol = async (who: Somebody) => {
    const { name, role }: { readonly name: string; readonly role: Role | null } = PEOPLE[who];
    const person = await web.person(name, null, { admin: who === 'admin' });
    if (role === null) return person;
    for (const courseId of ['neural-networks', 'states'])
      await web.storage.write((db) => upsertEnrolment(db, { courseId, personId: person.id, role }));
    return person;
  };
  const [student, finished, newcomer, instructor, admin] = [
    await enrol('student'),
    await enrol('finished'),
    await enrol('newcomer'),
    await enrol('instructor'),
    await enrol('admin'),
  ];
  return { student, finished, newcomer, instructor, admin };
}

/** Signs in without the form: that is tested elsewhere. */
async function opened(
  web: World,
  browser: Chromium,
  person: Person | null,
  { language, faults }: { readonly language: 'en' | 'de'; readonly faults: string[] },
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: web.url,
    viewport: DESKTOP,
    reducedMotion: 'reduce',
    locale: language,
  });
  watchOver(context, web.url, faults);
  const cookies = person === null ? [] : [...(await web.browser(person)).cookies];
  if (language === 'de') cookies.push(['language', 'de']);
  await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: web.url })));
  return context.newPage();
}
