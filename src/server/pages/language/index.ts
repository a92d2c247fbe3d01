import { z } from 'zod';
import type { Person } from '../../../storage/index.ts';
import { chooseLanguage } from '../../http/language.ts';
import { ownPath } from '../../http/own-path.ts';
import { type GuestRequest, parseForm, type Reply, type Route } from '../../http/page.ts';
import type { Server } from '../../server.ts';

const Form = z.strictObject({ language: z.string(), next: z.string().default('/') });

/** Kept with the person who is signed in, and on this device, for when nobody is; '' gives the choice up again. */
export function languagePage(server: Server): Route<Person | null>[] {
  async function choose({ who, body }: GuestRequest): Promise<Reply> {
    const { language, next } = parseForm(Form, body);
    return { ...(await chooseLanguage(server, who, language)), goTo: ownPath(next) };
  }

  return [{ path: '/language', post: choose }];
}
