import type { Request, Response } from 'express';
import type { Person } from '../../storage/index.ts';
import type { Server } from '../server.ts';
import { beginSession, endSession } from './access/sessions.ts';
import { LANGUAGE_COOKIE, languageOf } from './language.ts';
import type { Reply } from './page.ts';
import { THEME_COOKIE, themeOf } from './theme.ts';

const YEAR = 365 * 24 * 3_600_000;

/** What a page may tell its layout: classes, its script, and the form that is sent again in another language. */
const LAYOUT = { pageClass: '', script: null, languageForm: null };

interface Frame {
  readonly person: Person | null;
  readonly now: number;
  /** Where the page can be asked for again, in another language. */
  readonly returnTo: string;
}

/** Sends what a page answered. Nothing of it may be kept by caches: it depends on who asked. */
export async function send(
  server: Server,
  request: Request,
  response: Response,
  reply: Reply,
  frame: Frame,
): Promise<void> {
  response.set('Cache-Control', 'no-store');
  const onDevice = { httpOnly: true, sameSite: 'lax', secure: server.production || request.secure } as const;
  const keepLanguage = (language: string | null) =>
    language === null
      ? response.clearCookie(LANGUAGE_COOKIE, onDevice)
      : response.cookie(LANGUAGE_COOKIE, language, { ...onDevice, maxAge: YEAR });
  if ('view' in reply) {
    const language = languageOf(server.languages, request, frame.person, reply.course?.language);
    const timezone = reply.course?.timezone ?? 'UTC';
    const context = {
      ...LAYOUT,
      ...frame,
      theme: themeOf(request),
      assets: server.assets.manifest,
      languages: server.languages,
      language,
      timezone,
      ...reply.context,
    };
    // Kept in this browser, and shown only on the way back and forth: asked for in any other way, it is asked for anew.
    if (reply.keep) keepLanguage(reply.keep.language);
    if (reply.goBack) response.set('Cache-Control', 'private, no-cache');
    response
      .status(reply.status ?? 200)
      .send(server.views(`pages/${reply.view}`, context, { language, timezone, now: frame.now }));
  } else if ('json' in reply) {
    response.status(reply.status ?? 200).json(reply.json);
  } else if ('inline' in reply) {
    // Inert whatever it holds; only our own pages may frame it.
    response.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'self'");
    response.set('X-Frame-Options', 'SAMEORIGIN');
    response.type(reply.type).send(reply.inline);
  } else if ('file' in reply) {
    response.attachment(reply.file).type(reply.type).send(reply.content);
  } else {
    if ('signIn' in reply) await beginSession(request, reply.signIn);
    if ('signOut' in reply) {
      await endSession(request);
      // Whoever comes next to this browser goes back to no page of theirs.
      response.set('Clear-Site-Data', '"cache"');
    }
    if ('theme' in reply) response.cookie(THEME_COOKIE, reply.theme, { ...onDevice, maxAge: YEAR });
    if ('language' in reply) keepLanguage(reply.language);
    response.redirect(303, reply.goTo);
  }
}
