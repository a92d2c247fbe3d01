import { z } from 'zod';
import { ownAttempt, stageAt, submitAttempt, timetable } from '../../../grading/index.ts';
import { say } from '../../../language/index.ts';
import { understand } from '../../answer-fields.ts';
import { parseAddress, type Reply, type Route, type Visit } from '../../page.ts';
import { quota } from '../../quota.ts';
import { rulesToTell } from '../../rules.ts';
import type { Server } from '../../server.ts';
import { checkedState } from '../attempt/checked.ts';
import { headOf, partsOf, sheetOf } from '../attempt/sheet.ts';

const Address = z.object({ attempt: z.string() });

/** The last look at every question, and handing in. However often it is pressed, it is handed in once. */
export function handInPage(server: Server): Route[] {
  const { storage } = server;
  const handingIn = quota(20, say('You hand in too often; what was handed in before is safe.'));

  async function confirm({ who, params, now, language }: Visit): Promise<Reply> {
    const attempt = await ownAttempt(storage.read, parseAddress(Address, params).attempt, who.id);
    if (attempt.state !== 'open') return { goTo: `/attempts/${attempt.id}/review` };
    const sheet = await sheetOf(server, attempt);
    const parts = partsOf(sheet, (question, posted) => ({
      ...understand(question, posted),
      ...checkedState(sheet, question, now),
    }));
    const states = parts.flatMap(({ questions }) => questions.map(({ state }) => state));
    const count = (state: string) => states.filter((each) => each === state).length;
    const most = sheet.rules.attempts;
    return {
      view: 'confirm',
      context: {
        ...headOf(sheet, { now, language }),
        ...rulesToTell(sheet.rules),
        stage: stageAt(timetable(sheet.rules, attempt.startedAt), now),
        parts,
        blank: count('blank'),
        invalid: count('invalid'),
        again: most === null || attempt.number < most,
      },
    };
  }

  async function handIn({ who, params, now }: Visit): Promise<Reply> {
    const { attempt } = parseAddress(Address, params);
    await handingIn(who.id);
    await submitAttempt(server, { attemptId: attempt, personId: who.id, at: now });
    return { goTo: `/attempts/${attempt}/review` };
  }

  return [
    { path: '/attempts/:attempt/confirm', get: confirm },
    { path: '/attempts/:attempt/submit', post: handIn },
  ];
}
