import { z } from 'zod';
import type { FileProblem } from '../../../quizzes/index.ts';
import { type GuestRequest, type Handler, parseForm, view } from '../../http/page.ts';
import { countStatuses, type StatusCount } from './checked.ts';
import { type AuthorFiles, hrefOf } from './files.ts';

const Seen = z.strictObject({ since: z.coerce.number().int() });

interface PreviewView {
  /** Of the files, so that the page sees when they change. */
  readonly version: number;
  readonly leftOut: readonly FileProblem[];
  readonly files: readonly {
    readonly file: string;
    readonly href: string;
    /** Of its quiz, where it can be read. */
    readonly title: string | null;
    readonly counts: readonly StatusCount[];
    readonly problems: readonly FileProblem[];
  }[];
}

const previewView = view<PreviewView>('preview');

export const listFiles =
  (files: AuthorFiles): Handler<GuestRequest['who']> =>
  async () => {
    const { version, leftOut } = files;
    const listed = files.list().map(async ({ file, loaded, problems }) => ({
      file,
      href: hrefOf({ file }),
      title: loaded?.quiz.title ?? null,
      counts: loaded ? countStatuses(await files.prove(loaded)) : [],
      problems,
    }));
    return previewView({ version, files: await Promise.all(listed), leftOut });
  };

export const tellChanges =
  (files: AuthorFiles): Handler<GuestRequest['who']> =>
  async ({ query }) => ({ json: { version: await files.changes(parseForm(Seen, query).since) } });
