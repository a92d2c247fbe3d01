import { z } from 'zod';
import { ownAttempt, stageAt, submitAttempt, timetable } from '../../../grading/index.ts';
import { say } from '../../../language/index.ts';
import { inExamBrowser } from '../../http/access/exam-browser.ts';
import { quota } from '../../http/access/quota.ts';
import { type PageRequest, parseAddress, parseForm, type Reply, type Route, view } from '../../http/page.ts';
import { understand } from '../../questions/answer-fields.ts';
import type { Server } from '../../server.ts';
import type { RulesPart } from '../../wording/rules-to-tell.ts';
import { checkedState } from '../attempt/checked.ts';
import {
  type AttemptHead,
  exercisesOf,
  headOf,
  type ListedExercise,
  type ListedQuestion,
  type Sheet,
  sheetOf,
} from '../attempt/sheet.ts';

const Address = z.object({ attempt: z.string() });

/** The last step that the page knew of. */
const Seen = z.object({ seen: z.coerce.number().int().min(0).optional() });

interface ConfirmView extends AttemptHead {
  readonly stage: ReturnType<typeof stageAt>;
  /** Answers were changed elsewhere since the page was opened. */
  readonly changed: boolean;
  /** The last step that the page shows. */
  readonly seen: number;
  readonly exercises: readonly ListedExercise<
    ListedQuestion & Pick<ReturnType<typeof understand>, 'shown' | 'prose' | 'problems'>
  >[];
  /** How many questions are blank, cannot be read, and are flagged. */
  readonly blank: number;
  readonly invalid: number;
  readonly flagged: number;
  /** Another attempt may follow, and what of them counts then. */
  readonly again: boolean;
  readonly counts: RulesPart['counts'];
}

const confirmView = view<ConfirmView>('confirm');

/** The last look at every question, and handing in. However often it is pressed, it is handed in once. */
export function handInPage(server: Server): Route[] {
  const { storage } = server;
  const handingIn = quota(20, say('You are handing in too often; what you handed in before is safe.'));

  async function confirm({ who, params, now, language }: PageRequest, changed = false): Promise<Reply> {
    const attempt = await ownAttempt(storage.read, parseAddress(Address, params).attempt, who.id);
    if (attempt.state !== 'open') return { goTo: `/attempts/${attempt.id}/review` };
    const sheet = await sheetOf(server, attempt);
    const exercises = exercisesOf(sheet, (question, posted) => ({
      ...understand(question, posted),
      ...checkedState(sheet, question, now),
    }));
    const questions = exercises.flatMap((exercise) => exercise.questions);
    const count = (state: string) => questions.filter((each) => each.state === state).length;
    const most = sheet.rules.attempts;
    return confirmView(
      {
        ...headOf(sheet, { now, language }),
        stage: stageAt(timetable(sheet.rules, attempt.startedAt), now),
        changed,
        seen: newestIn(sheet),
        exercises,
        blank: count('blank'),
        invalid: count('invalid'),
        flagged: questions.filter(({ flagged }) => flagged).length,
        again: most === null || attempt.number < most,
        counts: sheet.rules.gradeMethod,
      },
      { course: sheet.course, status: changed ? 409 : 200 },
    );
  }

  async function handIn(request: PageRequest): Promise<Reply> {
    const { who, params, body, now } = request;
    const { attempt } = parseAddress(Address, params);
    await handingIn(who.id);
    const { seen } = parseForm(Seen, body);
    const own = await ownAttempt(storage.read, attempt, who.id);
    const newest = newestIn(await sheetOf(server, own));
    // Another tab has gone on since this page listed what is handed in.
    if (own.state === 'open' && seen !== undefined && seen < newest) return confirm(request, true);
    await submitAttempt(server, { attemptId: attempt, personId: who.id, at: now });
    return { goTo: `/attempts/${attempt}/review` };
  }

  return inExamBrowser(server, [
    { path: '/attempts/:attempt/confirm', get: (request) => confirm(request) },
    { path: '/attempts/:attempt/submit', post: handIn },
  ]);
}

const newestIn = ({ steps }: Sheet): number =>
  Math.max(0, ...[...steps.values()].map(({ sequence }) => sequence));
