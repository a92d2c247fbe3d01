import type { z } from 'zod';
import { type Language, say } from '../../language/index.ts';
import type { Person } from '../../storage/index.ts';
import type { PostedFile } from './body.ts';
import { BadInput, NotFound } from './page-errors.ts';
import type { Theme } from './theme.ts';

/** What Safe Exam Browser says with a request: hashes of the absolute address and its keys; none of other browsers. */
export interface ExamBrowser {
  readonly address: string;
  readonly hashes: readonly string[];
}

/** One request, reduced to what pages may look at. `who` is null only for guests. */
export interface Visit<Who = Person> {
  readonly who: Who;
  /** When the request arrived, UTC milliseconds: taken before anything of it was read, and at most `ON_ITS_WAY` before all was. */
  readonly now: number;
  /** The address as asked for, with its query. */
  readonly url: string;
  /** The client's network address. */
  readonly address: string;
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

export type Guest = Visit<Person | null>;

type Context = Readonly<Record<string, unknown>>;

/**
 * What a page answers. Templates see `context`, with `timezone` (UTC unless given), the person, the theme and the
 * language; `language` in `context` is the tag of the course's.
 */
export type Reply =
  | {
      readonly view: string;
      readonly context: Context;
      readonly status?: number;
      /** The browser may go back to the page without asking for it again: what was posted is stored nowhere else. */
      readonly goBack?: true;
      /** Kept on this device; null: none any more. */
      readonly keep?: { readonly language: string | null };
    }
  /** 303: the browser fetches this address of our own. */
  | { readonly goTo: string }
  | { readonly json: unknown; readonly status?: number }
  | { readonly file: string; readonly type: string; readonly content: string }
  /** Shown by the browser rather than kept. */
  | { readonly shown: Buffer; readonly type: 'image/jpeg' | 'application/pdf' }
  /** Begins a session of this person under a new id, ends the session, or keeps a theme on this device, and goes on. */
  | { readonly signIn: Person; readonly goTo: string }
  | { readonly signOut: true; readonly goTo: string }
  | { readonly theme: Theme; readonly goTo: string }
  /** Keeps a language on this device; null: none any more. */
  | { readonly language: string | null; readonly goTo: string };

/** A path and what it does; methods that a route does not have are answered with 405. */
export interface Route<Who = Person> {
  readonly path: string;
  readonly get?: (visit: Visit<Who>) => Promise<Reply> | Reply;
  readonly post?: (visit: Visit<Who>) => Promise<Reply> | Reply;
  /** Shows a form that was posted as it was filled in, to go on in another language; changes nothing. */
  readonly again?: (visit: Visit<Who>) => Promise<Reply> | Reply;
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
