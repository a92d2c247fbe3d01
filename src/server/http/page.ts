import type { z } from 'zod';
import { type Language, say } from '../../language/index.ts';
import type { Course, Person } from '../../storage/index.ts';
import type { PostedFile } from './body.ts';
import { BadInput, NotFound } from './page-errors.ts';
import type { Theme } from './theme.ts';

/** What Safe Exam Browser says with a request: hashes of the absolute address and its keys; none of other browsers. */
export interface ExamBrowser {
  readonly address: string;
  readonly hashes: readonly string[];
}

/** One request, reduced to what pages may look at. `who` is null only for guests. */
export interface PageRequest<Who = Person> {
  readonly who: Who;
  /** When the request arrived, UTC milliseconds: taken before anything of it was read, and at most `ON_ITS_WAY` before all was. */
  readonly now: number;
  /** The address as asked for, with its query. */
  readonly url: string;
  /** The client's network address. */
  readonly ip: string;
  readonly examBrowser: ExamBrowser;
  /** It came over HTTPS, as far as a trusted proxy says. */
  readonly secure: boolean;
  /** The language of the page: what the person chose; otherwise the course's (by its tag) or what the browser asks for. */
  language(course?: string): Language;
  readonly params: unknown;
  readonly query: unknown;
  /** The posted form; a field that came twice is an array. */
  readonly body: unknown;
  /** Files that came with the form; only where the route takes them. */
  readonly files: readonly PostedFile[];
}

export type GuestRequest = PageRequest<Person | null>;

/** A page of views/pages with what it reads; made by `view`. */
export interface RenderedView {
  readonly view: string;
  readonly context: object;
  /** Whose language and clock the page has; without a course, the reader's own language and UTC. */
  readonly course?: CourseLocale | null;
  readonly status?: number;
  /** The browser may go back to the page without asking for it again: what was posted is stored nowhere else. */
  readonly goBack?: true;
  /** Kept on this device; null: none any more. */
  readonly keep?: { readonly language: string | null };
}

/** The tag of a course's language, and its time zone. */
type CourseLocale = Pick<Course, 'language' | 'timezone'>;

/**
 * A page of views/pages and what its template reads: `const startView = view<StartView>('start')`. Beside that, layout
 * and templates read what `send` adds: `person`, `language`, `timezone`, …
 */
export const view =
  <Context extends object>(name: string) =>
  (context: Context, options: Omit<RenderedView, 'view' | 'context'> = {}): Reply => ({
    view: name,
    context,
    ...options,
  });

/** What a page answers. */
export type Reply =
  | RenderedView
  /** 303: the browser fetches this address of our own. */
  | { readonly goTo: string }
  | { readonly json: unknown; readonly status?: number }
  | { readonly file: string; readonly type: string; readonly content: string }
  /** Shown by the browser rather than kept. */
  | { readonly inline: Buffer; readonly type: 'image/jpeg' | 'application/pdf' }
  /** Begins a session of this person under a new id, ends the session, or keeps a theme on this device, and goes on. */
  | { readonly signIn: Person; readonly goTo: string }
  | { readonly signOut: true; readonly goTo: string }
  | { readonly theme: Theme; readonly goTo: string }
  /** Keeps a language on this device; null: none any more. */
  | { readonly language: string | null; readonly goTo: string };

export type Handler<Who = Person> = (request: PageRequest<Who>) => Promise<Reply> | Reply;

/** A path and what it does; methods that a route does not have are answered with 405. */
export interface Route<Who = Person> {
  readonly path: string;
  readonly get?: Handler<Who>;
  readonly post?: Handler<Who>;
  /** Shows a form that was posted as it was filled in, to go on in another language; changes nothing. */
  readonly refill?: Handler<Who>;
  /** Its form may bring files. */
  readonly takesFiles?: boolean;
}

/** The parts of an address, or 404. */
export function parseAddress<T>(schema: z.ZodType<T>, part: unknown): T {
  const parsed = schema.safeParse(part);
  if (!parsed.success) throw new NotFound();
  return parsed.data;
}

/** A posted form, or 400 with the first thing that is wrong with it. */
export function parseForm<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join('.') || say('a field');
  throw new BadInput(say('The form cannot be read: there is something wrong with {field}.', { field }));
}
