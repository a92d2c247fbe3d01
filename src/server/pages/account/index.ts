import { RateLimiterMemory } from 'rate-limiter-flexible';
import { z } from 'zod';
import { changePassword, GradingError } from '../../../grading/index.ts';
import { say, type Words } from '../../../language/index.ts';
import { type PageRequest, parseForm, type Reply, type Route, view } from '../../http/page.ts';
import { Theme } from '../../http/theme.ts';
import type { Server } from '../../server.ts';

const Done = z.object({ done: z.enum(['password']).optional().catch(undefined) });
const Password = z.strictObject({ current: z.string().max(1_000), next: z.string().max(1_000) });
const ThemeForm = z.strictObject({ theme: Theme });

interface AccountView {
  readonly changed: boolean;
  readonly problem: Words | null;
}

const accountView = view<AccountView>('account');

/** Your own account: the password, and light or dark on this device. */
export function accountPage({ storage }: Server): Route[] {
  const tries = new RateLimiterMemory({ points: 10, duration: 15 * 60 });

  const show = ({ query }: PageRequest): Reply =>
    accountView({ changed: Done.parse(query).done === 'password', problem: null });

  async function password({ who, body }: PageRequest): Promise<Reply> {
    const form = parseForm(Password, body);
    const refuse = (status: number, problem: Words): Reply =>
      accountView({ changed: false, problem }, { status });
    const left = await tries.consume(who.id).catch(() => null);
    if (left === null) return refuse(429, say('Too many tries. Please wait a quarter of an hour.'));
    try {
      await changePassword(storage, { personId: who.id, ...form });
    } catch (error) {
      if (error instanceof GradingError) return refuse(400, error.says);
      throw error;
    }
    await tries.delete(who.id);
    return { signIn: who, goTo: '/account?done=password' };
  }

  return [
    { path: '/account', get: show },
    { path: '/account/password', post: password },
    {
      path: '/account/theme',
      post: ({ body }) => ({ theme: parseForm(ThemeForm, body).theme, goTo: '/account' }),
    },
  ];
}
