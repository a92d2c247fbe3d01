import { z } from 'zod';
import { type Person, updateLanguage } from '../../../storage/index.ts';
import { ownPath } from '../../own-path.ts';
import { type Guest, parseForm, type Reply, type Route } from '../../page.ts';
import type { Server } from '../../server.ts';

/** Kept with the person who is signed in, and on this device, for when nobody is; '' gives the choice up again. */
export function languagePage({ storage, languages }: Server): Route<Person | null>[] {
  const Form = z.strictObject({
    language: z.enum(['', ...languages.map(({ tag }) => tag)]),
    next: z.string().default('/'),
  });

  async function choose({ who, body }: Guest): Promise<Reply> {
    const form = parseForm(Form, body);
    const language = form.language === '' ? null : form.language;
    if (who !== null) await storage.write((db) => updateLanguage(db, who.id, language));
    return { language, goTo: ownPath(form.next) };
  }

  return [{ path: '/language', post: choose }];
}
