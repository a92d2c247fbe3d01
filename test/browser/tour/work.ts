import sharp from 'sharp';
import type { Posted } from '../../../src/answers/kind.ts';
import { withScans } from '../../../src/answers/text/scan.ts';
import {
  addToGroup,
  checkResponse,
  closeOverdueAttempts,
  createGroup,
  flagQuestion,
  giveOverride,
  markByHand,
  saveResponses,
  startAttempt,
  storeUpload,
  submitAttempt,
} from '../../../src/grading/index.ts';
import type { Person } from '../../../src/storage/index.ts';
import type { World } from '../../server/harness.ts';

type Responses = Readonly<Record<string, Posted>>;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** When the tour takes place. */
export const NOW = Date.UTC(2024, 2, 15, 10);

const OR_WITHOUT_ONE: Posted = {
  ...{ 'W1.0.0': '1', 'W1.0.1': '0', 'W1.1.0': '0', 'W1.1.1': '1' },
  ...{ 'W2.0.0': '1', 'W2.0.1': '1' },
};

const PROOF = 'Each output is a *sum* $\\sum_i w_i x_i$.\n\n$$f(x) = Ax + b$$';

const WRONG_SHEET: Responses = {
  'weight-matrices': { option: 'b' },
  'boolean-function': { option: 'or' },
  'gradient-w2-11': { option: 'a' },
  'gradient-w1-12': { option: 'a' },
  'mlp-parameters': { value: '1592527360' },
  'output-size': { value: '541 x 961' },
  'convolution-is-linear': { text: PROOF },
  'vanishing-gradients': { options: ['relu', 'identity'] },
  differentiable: { options: ['sigmoid', 'relu'] },
  'learned-functions': { option: 'a' },
  'batch-finds-global-optimum': { option: 'true' },
  'sgd-escapes': { option: 'false' },
};

const WRONG_FREE: Responses = {
  'weight-matrices': { 'W1.text': '[[1, -1], [-1, 1]]', 'W2.text': '[[1, 1]]' },
  'truth-table': Object.fromEntries(
    [0, 1, 2, 3].flatMap((row) => ['n1', 'n2', 'out'].map((name) => [`r${row}.${name}`, '1'])),
  ),
  'gradient-w2-11': { value: '2(y - out) n1' },
  'gradient-w2-11-value': { value: '4' },
  'gradient-w1-12': { value: '2(out - ' },
  'or-weights': OR_WITHOUT_ONE,
  'gradient-w1': { 'W1.text': "[[2(out - y) W2_11 relu'(z1) A, 7], [B, 2(out - y) W2_12 relu'(z2) B]]" },
  'cnn-parameters': { value: '592896' },
  'output-size': { value: '541 x 961' },
  'learned-functions': { A: 'relu', B: 'identity', C: 'sigmoid' },
};

/** What the people of the tour leave behind, and where: `/attempts/…`, by quiz. */
export type Work = Awaited<ReturnType<typeof work>>;

/** People at work through the same functions that pages call, each at their own time of the clock, which ends at NOW. */
export async function work(
  web: World,
  people: Readonly<Record<'student' | 'finished' | 'instructor', Person>>,
) {
  const hrefOf = ({ id }: { readonly id: string }) => `/attempts/${id}`;

  async function begin(who: Person, quiz: string, { at = NOW - HOUR, responses = {} as Responses } = {}) {
    web.at(at);
    const [courseId = '', quizId = ''] = quiz.split('/');
    const attempt = await startAttempt(web, { courseId, quizId, personId: who.id });
    await saveResponses(web, { ...of(attempt), responses, key: null, at });
    return attempt;
  }
  const of = ({ id, personId }: { readonly id: string; readonly personId: string }) => ({
    attemptId: id,
    personId,
  });

  async function handIn(who: Person, quiz: string, responses: Responses = {}) {
    const attempt = await begin(who, quiz, { at: NOW - 2 * HOUR, responses });
    web.at(NOW - HOUR);
    return submitAttempt(web, { ...of(attempt), at: NOW - HOUR });
  }

  const { student, finished, instructor } = people;
  const free = await begin(student, 'neural-networks/homework-3-free', {
    responses: {
      'gradient-w2-11': { value: '2(otu - y) n1' },
      'gradient-w2-11-value': { value: '2*(1-3)' },
      'or-weights': { ...OR_WITHOUT_ONE, 'W1.1.1': '7' },
      'mlp-parameters': { value: '1920*1080*3*256 + 256 + 256*10 + 10' },
    },
  });
  for (const questionId of ['gradient-w2-11', 'gradient-w1-12'])
    await flagQuestion(web, { ...of(free), questionId, flagged: true });

  const sheet = await begin(student, 'neural-networks/homework-3');
  await saveResponses(web, {
    ...of(sheet),
    responses: { 'convolution-is-linear': await withPhoto(web, of(sheet), { text: PROOF }) },
    key: null,
    at: web.now(),
  });

  const warmUp = await begin(student, 'neural-networks/warm-up');
  const check = async (questionId: string, posted: Posted) => {
    const at = web.now();
    await saveResponses(web, { ...of(warmUp), responses: { [questionId]: posted }, key: null, at });
    await checkResponse(web, { ...of(warmUp), questionId, posted, certainty: null, at });
  };
  await check('function', { option: 'or' });
  await check('function', { option: 'and' });
  await check('nor', { 'W1.0.0': '1', 'W1.0.1': '1', 'b1.0.0': '1' });

  const attempts = {
    free: hrefOf(free),
    sheet: hrefOf(sheet),
    warmUp: hrefOf(warmUp),
    certain: hrefOf(await begin(student, 'states/certain')),
    drawn: hrefOf(await begin(student, 'states/drawn')),
    runningOut: hrefOf(await begin(student, 'states/exam', { at: NOW - 44.5 * MINUTE })),
    grace: hrefOf(await begin(student, 'states/grace')),
    over: hrefOf(await begin(student, 'states/short', { at: NOW - MINUTE - 10 })),
  };

  const [abandoned, byItself] = [
    await begin(finished, 'states/abandoned'),
    await begin(finished, 'states/short'),
  ];
  web.at(NOW);
  await closeOverdueAttempts(web);
  const marked = await handIn(finished, 'neural-networks/homework-3', WRONG_SHEET);
  const results = {
    sheet: hrefOf(marked),
    free: hrefOf(await handIn(finished, 'neural-networks/homework-3-free', WRONG_FREE)),
    certain: hrefOf(await handIn(finished, 'states/certain')),
    exam: hrefOf(await handIn(finished, 'states/exam', { count: { value: '7' } })),
    later: hrefOf(await handIn(finished, 'states/later', { why: { text: 'Weil es *so* ist.' } })),
    drawn: hrefOf(
      await handIn(finished, 'states/drawn', { count: { value: '7' }, size: { value: '7 x 9' } }),
    ),
    abandoned: hrefOf(abandoned),
    byItself: hrefOf(byItself),
  };
  const comment = 'Say *why* $f$ is linear.';
  const mark = { attemptId: marked.id, by: instructor.id, mark: 0.5, comment };
  await markByHand(web, { ...mark, questionId: 'convolution-is-linear' });

  const author = { by: instructor.id, at: NOW };
  const courseId = 'neural-networks';
  const group = await createGroup(web.storage, { courseId, name: 'Nachteilsausgleichsberechtigte' }, NOW);
  await addToGroup(web.storage, group, [finished.email], author);
  const terms = {
    opens: null,
    due: null,
    timeLimit: null,
    extraTime: null,
    attempts: 3,
    closes: NOW + 24 * HOUR,
  };
  const whose = { courseId, quizId: 'homework-3', personId: null, groupId: null };
  const forGroup = await giveOverride(web.storage, { ...whose, groupId: group.id }, terms, author);
  await giveOverride(web.storage, { ...whose, personId: finished.id }, terms, author);
  web.at(NOW);
  return { attempts, results, group: `/courses/${courseId}/groups/${group.id}`, override: forGroup.id };
}

/** The response with a photo of squared paper. */
async function withPhoto(
  web: World,
  of: { readonly attemptId: string; readonly personId: string },
  posted: Posted,
): Promise<Posted> {
  const paper = { width: 900, height: 600, channels: 3, background: '#fdfdf5' } as const;
  const content = await sharp({ create: paper }).jpeg().toBuffer();
  const hash = await storeUpload(web, { ...of, type: 'image/jpeg', content, at: web.now() });
  return withScans(posted, [{ hash, format: 'jpg', size: content.length, name: 'proof.jpg' }]) ?? posted;
}
