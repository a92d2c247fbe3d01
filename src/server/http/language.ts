import type { Request } from 'express';
import { z } from 'zod';
import { ENGLISH, type Language } from '../../language/index.ts';
import { type Person, updateLanguage } from '../../storage/index.ts';
import type { Server } from '../server.ts';
import { parseForm } from './page.ts';

/** Keeps the choice with the person who is signed in; the reply keeps it on this device too. '' gives it up. */
export async function chooseLanguage(
  { storage, languages }: Pick<Server, 'storage' | 'languages'>,
  who: Person | null,
  choice: string,
): Promise<{ readonly language: string | null }> {
  const Tag = z.enum(['', ...languages.map(({ tag }) => tag)]);
  const { language: tag } = parseForm(z.object({ language: Tag }), { language: choice });
  const language = tag === '' ? null : tag;
  if (who !== null) await storage.write((db) => updateLanguage(db, who.id, language));
  return { language };
}

export const LANGUAGE_COOKIE = 'language';

/**
 * The language of a page: what the person chose (with their account, or on this device), what the course is in, what
 * the browser asks for. `course`: the tag of a course's language.
 */
export function languageOf(
  languages: readonly Language[],
  request: Request,
  person: Person | null,
  course?: string,
): Language {
  const cookie = /(?:^|;\s*)language=([\w-]+)/.exec(request.get('cookie') ?? '')?.[1];
  const asked = request.acceptsLanguages(languages.map(({ tag }) => tag));
  for (const tag of [person?.language, cookie, course, asked]) {
    const language = languages.find((each) => each.tag === tag);
    if (language !== undefined) return language;
  }
  return ENGLISH;
}
