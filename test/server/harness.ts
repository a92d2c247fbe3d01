import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { createAccount, publishCourse, quizReader } from '../../src/grading/index.ts';
import { LANGUAGES, type Language } from '../../src/language/index.ts';
import { loadPaths, openEnvironment, variantCache } from '../../src/quizzes/index.ts';
import { createApp } from '../../src/server/app.ts';
import type { AuthorFiles } from '../../src/server/pages/preview/files.ts';
import type { Server } from '../../src/server/server.ts';
import { loadViews, type Views } from '../../src/server/views/load-views.ts';
import { openStorage, type Person, type Role, upsertEnrolment } from '../../src/storage/index.ts';
import { assetsOfTests } from './assets.ts';

let views: Views | undefined;
/** Compiled once for all tests that run in one worker. */
function viewsOfTests(): Views {
  views ??= loadViews();
  return views;
}

const COURSE = fileURLToPath(new URL('course/', import.meta.url));

/** The course of test/server/course/ has the quiz `sheet`, open from 3 April 2023, closing on 10 April, solved on the 11th. */
export const COURSE_ID = 'course';
export const DURING = Date.UTC(2023, 3, 5, 12);
export const AFTER = Date.UTC(2023, 3, 11, 12);
export const PASSWORD = 'correct horse battery';

export interface World extends Server {
  readonly url: string;
  /** What the clock of the server says. */
  at(now: number): void;
  person(name: string, role: Role | null, options?: { admin?: boolean }): Promise<Person>;
  /** A browser in which this person is signed in. */
  browser(person: Person): Promise<Browser>;
  guest(): Browser;
  readonly logged: string[];
  close(): Promise<void>;
}

/** What one world worked out, the next need not. */
const environment = openEnvironment();

/** The app on a port of its own with a real database, the little course, and a clock that tests set. */
export async function world(
  options: {
    trustProxy?: number;
    production?: boolean;
    languages?: readonly Language[];
    /** Folders of courses other than the little one; of the same id where `person` gives a role in it. */
    course?: string | readonly string[];
    views?: Views;
    preview?: AuthorFiles;
  } = {},
): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'markprop-'));
  const storage = await openStorage(join(folder, 'markprop.sqlite'));
  const logged: string[] = [];
  let now = DURING;
  let people = 0;
  const { courses, problems } = await loadPaths([options.course ?? COURSE].flat(), environment);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  for (const course of courses) await publishCourse(storage, course, { now, complete: true });
  const server: Server = {
    storage,
    now: () => now,
    quizOf: quizReader(storage, environment),
    variants: variantCache(),
    log: pino({ level: 'info' }, { write: (line: string) => void logged.push(line) }),
    views: options.views ?? viewsOfTests(),
    languages: options.languages ?? LANGUAGES,
    assets: await assetsOfTests(),
    sessionSecret: 'a secret of thirty-two characters',
    production: options.production ?? false,
    trustProxy: options.trustProxy ?? false,
  };
  const http = createServer(createApp(server, options.preview));
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve);
  });
  const address = http.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  const url = `http://127.0.0.1:${address.port}`;
  return {
    ...server,
    url,
    logged,
    at(moment) {
      now = moment;
    },
    async person(name, role, { admin = false } = {}) {
      const email = `person-${++people}@example.org`;
      const person = await createAccount(storage, { email, name, password: PASSWORD, admin }, now);
      if (role !== null) {
        await storage.write((db) => upsertEnrolment(db, { courseId: COURSE_ID, personId: person.id, role }));
      }
      return person;
    },
    async browser(person) {
      const browser = new Browser(url);
      const reply = await browser.post('/sign-in', { email: person.email, password: PASSWORD });
      if (reply.status !== 303) throw new Error(`Sign-in answered ${reply.status}: ${await reply.text()}`);
      return browser;
    },
    guest: () => new Browser(url),
    async close() {
      http.closeAllConnections();
      await new Promise((resolve) => {
        http.close(resolve);
      });
      await storage.close();
      await rm(folder, { recursive: true, force: true });
      // A page that reads a name which its context does not have.
      const misspelt = logged.filter((line) => line.includes('"ViewError"'));
      if (misspelt.length > 0) throw new Error(misspelt.join('\n'));
    },
  };
}

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** What of a browser matters to a server: cookies, where a request comes from, and forms. It does not follow 303. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.#send(path, { headers });
  }

  post(path: string, fields: Fields, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields))
      for (const each of [value].flat()) body.append(name, each);
    return this.#send(path, {
      method: 'POST',
      body,
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
    });
  }

  /** A form that brings files. */
  postFiles(path: string, body: FormData, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.#send(path, {
      method: 'POST',
      body,
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
    });
  }

  /** The page at the end of a chain of 303. */
  async page(path: string): Promise<string> {
    const reply = await this.get(path);
    const next = reply.headers.get('location');
    if (reply.status === 303 && next !== null) return this.page(next);
    return reply.text();
  }

  async #send(
    path: string,
    init: RequestInit & { headers: Readonly<Record<string, string>> },
  ): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await fetch(new URL(path, this.#url), {
      ...init,
      redirect: 'manual',
      headers: { accept: 'text/html', ...init.headers, ...(cookie && { cookie }) },
    });
    for (const line of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    return reply;
  }
}
