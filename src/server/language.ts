import type { Request } from 'express';
import { ENGLISH, type Language } from '../language/index.ts';
import type { Person } from '../storage/index.ts';

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
