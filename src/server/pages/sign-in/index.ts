import { z } from 'zod';
import { verifyPassword } from '../../../grading/index.ts';
import { type Message, say } from '../../../language/index.ts';
import type { Person } from '../../../storage/index.ts';
import { ownPath } from '../../http/own-path.ts';
import { type GuestRequest, parseForm, type Reply, type Route, view } from '../../http/page.ts';
import type { Server } from '../../server.ts';
import { signInLimits } from './limits.ts';

const Form = z.strictObject({
  email: z.string().max(320),
  password: z.string().max(1_000),
  next: z.string().default('/'),
});

const Query = z.object({ next: z.string().optional().catch(undefined) });

/** Browsers and this server would drop the cookie without a word. */
const NOT_SECURE = say(
  'You cannot sign in over this connection: this server allows sign-ins only over HTTPS, and this page did not come that way. Open the address that begins with https://. If you did, the person who runs the server has to set TRUST_PROXY.',
);

/** Who you are. An unknown e-mail, a wrong password and a disabled account get the same answer after the same work. */
export function signInPage(server: Server): Route<Person | null>[] {
  const limits = signInLimits();

  const cannot = ({ secure }: GuestRequest) => server.production && !secure;

  function show(request: GuestRequest): Reply {
    const next = ownPath(Query.parse(request.query).next);
    if (cannot(request)) return form(next, '', 200, NOT_SECURE);
    return request.who === null ? form(next) : { goTo: next };
  }

  async function signIn(request: GuestRequest): Promise<Reply> {
    const { body, ip } = request;
    const { email, password, next } = parseForm(Form, body);
    if (cannot(request)) return form(next, email, 403, NOT_SECURE);
    const wait = await limits.take(email, ip);
    if (wait > 0) {
      const minutes = Math.ceil(wait / 60);
      return form(
        next,
        email,
        429,
        say('Too many tries. Please wait {n, plural, one {# minute} other {# minutes}}.', { n: minutes }),
      );
    }
    const person = await verifyPassword(server.storage, email, password);
    if (person === null) return form(next, email, 401, say('Wrong e-mail or password.'));
    await limits.succeed(email, ip);
    return { signIn: person, goTo: ownPath(next) };
  }

  return [{ path: '/sign-in', get: show, post: signIn }];
}

interface SignInView {
  readonly next: string;
  readonly email: string;
  readonly problem: Message | null;
}

const signInView = view<SignInView>('sign-in');

const form = (next: string, email = '', status = 200, problem: Message | null = null): Reply =>
  signInView({ next: ownPath(next), email, problem }, { status });
