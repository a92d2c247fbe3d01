import type { Request, Response } from 'express';
import type { Person } from '../storage/index.ts';
import type { Reply } from './page.ts';
import type { Server } from './server.ts';
import { beginSession, endSession } from './sessions.ts';
import { THEME_COOKIE, themeOf } from './theme.ts';

const YEAR = 365 * 24 * 3_600_000;

interface Frame {
  readonly person: Person | null;
  readonly now: number;
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
  if ('view' in reply) {
    const context = {
      timezone: 'UTC',
      ...frame,
      theme: themeOf(request),
      assets: server.assets.manifest,
      ...reply.context,
    };
    response.status(reply.status ?? 200).send(server.views(reply.view, context));
  } else if ('json' in reply) {
    response.json(reply.json);
  } else if ('file' in reply) {
    response.attachment(reply.file).type(reply.type).send(reply.content);
  } else {
    if ('signIn' in reply) await beginSession(request, reply.signIn);
    if ('signOut' in reply) await endSession(request);
    if ('theme' in reply) {
      response.cookie(THEME_COOKIE, reply.theme, {
        httpOnly: true,
        sameSite: 'lax',
        secure: server.production || request.secure,
        maxAge: YEAR,
      });
    }
    response.redirect(303, reply.goTo);
  }
}
