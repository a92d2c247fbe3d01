import {
  AbsentError,
  type AppliedOverride,
  deleteOverride,
  insertOverride,
  insertRuleChange,
  type Override,
  type OverrideTerms,
  type QuizRow,
  type Storage,
  selectOptionalGroup,
  selectOptionalOverride,
  selectOptionalRole,
  selectQuiz,
  updateOverride,
  type Writing,
} from '../../storage/index.ts';
import { type GradingCode, GradingError } from '../errors.ts';
import { rulesFor } from './rules-for-person.ts';

/** A person or a group of the course, at one of its quizzes. */
type Whose = Pick<Override, 'courseId' | 'quizId' | 'personId' | 'groupId'>;

/** Who changes the rules, and when. */
export interface Author {
  readonly by: string;
  readonly at: number;
}

const NO_TERMS: OverrideTerms = {
  opens: null,
  due: null,
  closes: null,
  timeLimit: null,
  extraTime: null,
  attempts: null,
};

/** Gives a person or a group other rules; they hold at once. Throws GradingError where they have some already. */
export function giveOverride(
  storage: Storage,
  whose: Whose,
  terms: OverrideTerms,
  author: Author,
): Promise<Override> {
  return storage.write(async (db) => {
    await requireIn(db, whose);
    if ((await selectOptionalOverride(db, whose)) !== null) throw new GradingError('override-taken');
    await requireSense(db, whose, terms);
    const override = await insertOverride(db, { ...whose, ...terms });
    await note(db, override, null, terms, author);
    return override;
  });
}

/** Changes what holds for them, at once; saving the same again is no change. */
export function changeOverride(
  storage: Storage,
  of: Pick<Override, 'courseId' | 'quizId' | 'id'>,
  terms: OverrideTerms,
  author: Author,
): Promise<void> {
  return storage.write(async (db) => {
    const before = await selectOptionalOverride(db, of);
    if (before === null) throw new AbsentError('override');
    const same = Object.keys(NO_TERMS).every((name) => isTerm(name) && before[name] === terms[name]);
    if (same) return;
    await requireSense(db, before, terms);
    await updateOverride(db, of.id, terms);
    await note(db, before, termsOf(before), terms, author);
  });
}

/** The quiz's own rules hold for them again; what is gone already stays gone. */
export function withdrawOverride(
  storage: Storage,
  of: Pick<Override, 'courseId' | 'quizId' | 'id'>,
  author: Author,
): Promise<void> {
  return storage.write(async (db) => {
    const override = await selectOptionalOverride(db, of);
    if (override !== null) await withdraw(db, override, author);
  });
}

/** Inside a transaction of the caller. */
export async function withdraw(db: Writing, override: Override, author: Author): Promise<void> {
  await deleteOverride(db, override.id);
  await note(db, override, termsOf(override), null, author);
}

const isTerm = (name: string): name is keyof OverrideTerms => name in NO_TERMS;

const termsOf = ({ opens, due, closes, timeLimit, extraTime, attempts }: Override): OverrideTerms => ({
  opens,
  due,
  closes,
  timeLimit,
  extraTime,
  attempts,
});

async function requireIn(db: Writing, { courseId, personId, groupId }: Whose): Promise<void> {
  if (personId !== null && (await selectOptionalRole(db, courseId, personId)) === null)
    throw new GradingError('not-enrolled');
  if (groupId !== null && (await selectOptionalGroup(db, { courseId, id: groupId })) === null)
    throw new AbsentError('group');
}

async function requireSense(db: Writing, of: Pick<Whose, 'courseId' | 'quizId'>, terms: OverrideTerms) {
  const why = whySenseless(await selectQuiz(db, of.courseId, of.quizId), terms);
  if (why !== null) throw new GradingError(why);
}

/** Terms that change nothing, or by which nobody could ever begin; null: they can hold. */
export function whySenseless(quiz: QuizRow, terms: OverrideTerms): GradingCode | null {
  if (Object.values(terms).every((term) => term === null)) return 'override-empty';
  const { opens, closes } = rulesFor(quiz, [asOverride(quiz, terms)]);
  if (opens !== null && closes !== null && closes <= opens) return 'override-dates';
  if (terms.timeLimit !== null && terms.extraTime !== null) return 'override-both';
  const endless = quiz.due === null && quiz.closes === null && quiz.timeLimit === null;
  return terms.extraTime !== null && endless ? 'override-endless' : null;
}

/** These terms as they would hold for somebody. */
export const asOverride = ({ courseId, id: quizId }: QuizRow, terms: OverrideTerms): AppliedOverride => ({
  ...terms,
  id: '',
  courseId,
  quizId,
  personId: null,
  groupId: null,
  appliesTo: '',
});

async function note(
  db: Writing,
  { courseId, quizId, personId, groupId }: Whose,
  before: OverrideTerms | null,
  after: OverrideTerms | null,
  author: Author,
): Promise<void> {
  const group = groupId === null ? null : await selectOptionalGroup(db, { courseId, id: groupId });
  await insertRuleChange(db, {
    courseId,
    kind: 'override',
    quizId,
    personId,
    groupId,
    groupName: group?.name ?? null,
    ...author,
    before,
    after,
  });
}
