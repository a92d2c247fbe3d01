export type { AttemptFilter, MarkSums, SummedAttempt } from './attempts/attempt-lists.ts';
export {
  selectAttemptCounts,
  selectAttemptPage,
  selectAttemptsOf,
  selectHandedInAttempts,
} from './attempts/attempt-lists.ts';
export type { Attempt } from './attempts/attempts.ts';
export {
  insertAttempt,
  selectAttempt,
  selectAttempts,
  selectOptionalAttempt,
  selectPendingAttempts,
  selectRunningAttempts,
  updateAbandoned,
  updateMarked,
  updateSubmitted,
} from './attempts/attempts.ts';
export { deleteFlag, insertFlag, selectFlags } from './attempts/flags.ts';
export type { Marking } from './attempts/markings.ts';
export { insertMarkings, selectMarkings, selectMarksByQuestion } from './attempts/markings.ts';
export type { ResponseGroup, UndecidedResponse } from './attempts/responses.ts';
export {
  selectResponseGroups,
  selectUndecidedResponses,
  selectWaitingResponses,
} from './attempts/responses.ts';
export type { Step } from './attempts/steps.ts';
export {
  insertSteps,
  selectAttemptsBeingChecked,
  selectLatestSteps,
  selectOptionalStepUpTo,
  selectSteps,
  selectStepsSize,
  selectStepsWithKey,
  selectSubmittedSteps,
} from './attempts/steps.ts';
export type { Upload } from './attempts/uploads.ts';
export {
  insertUpload,
  selectOptionalUploadFor,
  selectUploadedBytes,
  selectUploadedHashes,
} from './attempts/uploads.ts';
export type { Course } from './courses/courses.ts';
export {
  selectCourse,
  selectCourses,
  selectCoursesOf,
  selectOptionalCourse,
  upsertCourse,
} from './courses/courses.ts';
export type { AppliedOverride, ListedOverride, Override, OverrideTerms } from './courses/overrides.ts';
export {
  deleteOverride,
  insertOverride,
  selectAppliedOverrides,
  selectOptionalOverride,
  selectOverrides,
  selectOverridesOfGroup,
  updateOverride,
} from './courses/overrides.ts';
export type { QuizRow } from './courses/quizzes.ts';
export { selectOptionalQuiz, selectQuiz, selectQuizzes, upsertQuiz } from './courses/quizzes.ts';
export type { ListedRuleChange } from './courses/rule-changes.ts';
export { insertRuleChange, selectRuleChanges } from './courses/rule-changes.ts';
export {
  insertVersion,
  selectAttemptedSources,
  selectKnownVersions,
  selectVersionSource,
  selectVersionSources,
} from './courses/versions.ts';
export {
  AbsentError,
  BusyError,
  CorruptDatabaseError,
  MigrationError,
  NewerSchemaError,
} from './errors.ts';
export { newId, newSecret, sha256 } from './ids.ts';
export type { Enrolment } from './people/enrolments.ts';
export {
  deleteEnrolment,
  selectEnrolments,
  selectEnrolmentsOf,
  selectOptionalRole,
  selectStudents,
  upsertEnrolment,
} from './people/enrolments.ts';
export type { Group, Member } from './people/groups.ts';
export {
  deleteGroup,
  deleteMember,
  insertGroup,
  insertMember,
  selectGroups,
  selectMembers,
  selectOptionalGroup,
} from './people/groups.ts';
export type { Person } from './people/people.ts';
export {
  hasPeople,
  insertPerson,
  normalEmail,
  selectOptionalPerson,
  selectOptionalPersonByEmail,
  selectPasswordHash,
  selectPeople,
  selectPerson,
  updateDisabled,
  updateLanguage,
  updatePasswordHash,
} from './people/people.ts';
export {
  deleteExpiredSessions,
  deleteSession,
  selectOptionalSession,
  upsertSession,
} from './people/sessions.ts';
export type { Storage } from './storage.ts';
export { openStorage } from './storage.ts';
export type { Queries, Role, Writing } from './tables.ts';
