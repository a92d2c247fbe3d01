import type { Kysely, Transaction } from 'kysely';
import type { Certainty } from '../quizzes/format/behaviour.ts';
import type { Times } from '../quizzes/quiz.ts';

/**
 * The tables of migrations/, in camelCase. Times are UTC milliseconds, ids text, JSON text that each entity's
 * file parses as it comes out.
 */
export interface Database {
  people: PeopleTable;
  sessions: SessionsTable;
  courses: CoursesTable;
  enrolments: EnrolmentsTable;
  versions: VersionsTable;
  quizzes: QuizzesTable;
  attempts: AttemptsTable;
  steps: StepsTable;
  markings: MarkingsTable;
  courseGroups: CourseGroupsTable;
  groupMembers: GroupMembersTable;
  overrides: OverridesTable;
  ruleChanges: RuleChangesTable;
  uploads: UploadsTable;
  flags: FlagsTable;
}

/** Where queries run: inside a transaction or outside. */
export type Queries = Kysely<Database>;

/** Writing is only possible inside a transaction of `Storage.write`. */
export type Writing = Transaction<Database>;

export type Role = 'student' | 'instructor';

interface PeopleTable {
  id: string;
  email: string;
  name: string;
  folded: string;
  passwordHash: string | null;
  admin: 0 | 1;
  createdAt: number;
  disabledAt: number | null;
  language: string | null;
}

interface SessionsTable {
  idHash: string;
  personId: string | null;
  data: string;
  expiresAt: number;
}

interface CoursesTable {
  id: string;
  title: string;
  text: string;
  timezone: string;
  language: string;
}

interface EnrolmentsTable {
  courseId: string;
  personId: string;
  role: Role;
}

interface VersionsTable {
  hash: string;
  kind: 'quiz';
  json: string;
}

interface QuizzesTable {
  courseId: string;
  id: string;
  title: string;
  version: string;
  position: number;
  /** Most attempts of a student; null: any number. */
  attempts: number | null;
  opens: number | null;
  due: number | null;
  closes: number | null;
  solutions: number | null;
  /** What students see when; null: what was the rule before there were others. */
  review: string | null;
  timeLimit: number | null;
  timeOut: Times['timeOut'];
  grace: number;
  delayFirst: number;
  delayLater: number;
  gradeMethod: Times['gradeMethod'];
  buildOnLast: 0 | 1;
  archivedAt: number | null;
}

interface AttemptsTable {
  id: string;
  courseId: string;
  quizId: string;
  quizVersion: string;
  /** The published version that it was drawn from; null: nothing was drawn. */
  drawnFrom: string | null;
  personId: string;
  number: number;
  seed: string;
  secret: string;
  /** `submitted`: handed in, not marked yet. `abandoned`: time ran out before it was handed in, so it is never marked. */
  state: 'open' | 'submitted' | 'marked' | 'abandoned';
  startedAt: number;
  /** When it was handed in, or its time ran out; null while it is open. */
  endedAt: number | null;
  /** null unless it is marked. */
  markedAt: number | null;
  /** null unless it was handed in. */
  receipt: string | null;
}

interface StepsTable {
  attemptId: string;
  sequence: number;
  courseId: string;
  questionId: string;
  kind: 'saved' | 'submitted';
  at: number;
  by: string | null;
  fields: string;
  idempotencyKey: string | null;
  /** Of a response that is checked while the attempt is open, from 1; null: saved, or handed in with the attempt. */
  try: number | null;
  certainty: Certainty | null;
}

export type UploadType = 'image/jpeg' | 'application/pdf';

interface UploadsTable {
  attemptId: string;
  hash: string;
  type: UploadType;
  size: number;
  content: Buffer;
  at: number;
}

interface FlagsTable {
  attemptId: string;
  courseId: string;
  questionId: string;
}

interface MarkingsTable {
  attemptId: string;
  sequence: number;
  courseId: string;
  questionId: string;
  step: number;
  /** The step of an earlier question whose response was carried forward into what was judged. */
  carriedStep: number | null;
  questionVersion: string;
  engineVersion: string;
  reason: 'submit' | 'regrade' | 'human';
  at: number;
  by: string | null;
  outcome: string;
  fraction: number | null;
  mark: number | null;
  maximum: number;
  comment: string | null;
}

interface CourseGroupsTable {
  id: string;
  courseId: string;
  name: string;
  createdAt: number;
}

interface GroupMembersTable {
  groupId: string;
  personId: string;
}

interface OverridesTable {
  id: string;
  courseId: string;
  quizId: string;
  personId: string | null;
  groupId: string | null;
  opens: number | null;
  due: number | null;
  closes: number | null;
  timeLimit: number | null;
  extraTime: number | null;
  attempts: number | null;
}

interface RuleChangesTable {
  id: string;
  courseId: string;
  kind: 'override' | 'joined' | 'left';
  quizId: string | null;
  personId: string | null;
  groupId: string | null;
  groupName: string | null;
  at: number;
  by: string;
  before: string | null;
  after: string | null;
}
