export type { Attempt } from './attempts.ts';
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
} from './attempts.ts';
export type { Course } from './courses.ts';
export {
  selectCourse,
  selectCourses,
  selectCoursesOf,
  selectOptionalCourse,
  upsertCourse,
} from './courses.ts';
export type { Enrolment } from './enrolments.ts';
export {
  deleteEnrolment,
  selectEnrolments,
  selectEnrolmentsOf,
  selectOptionalRole,
  selectStudents,
  upsertEnrolment,
} from './enrolments.ts';
export {
  AbsentError,
  BusyError,
  CorruptDatabaseError,
  MigrationError,
  NewerSchemaError,
} from './errors.ts';
export { deleteFlag, insertFlag, selectFlags } from './flags.ts';
export type { AttemptFilter, Grade, GradedAttempt, ListedAttempt } from './grades.ts';
export {
  selectAttemptCounts,
  selectAttemptPage,
  selectGradedAttemptsOf,
  selectSubmittedAttempts,
} from './grades.ts';
export type { Group, Member } from './groups.ts';
export {
  deleteGroup,
  deleteMember,
  insertGroup,
  insertMember,
  selectGroups,
  selectMembers,
  selectOptionalGroup,
} from './groups.ts';
export { newId, newSecret, sha256 } from './ids.ts';
export type { Marking } from './markings.ts';
export { insertMarkings, selectMarkings } from './markings.ts';
export type { AppliedOverride, ListedOverride, Override, OverrideTerms } from './overrides.ts';
export {
  deleteOverride,
  insertOverride,
  selectAppliedOverrides,
  selectOptionalOverride,
  selectOverrides,
  selectOverridesOfGroup,
  updateOverride,
} from './overrides.ts';
export type { Person } from './people.ts';
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
} from './people.ts';
export type { QuizRow } from './quizzes.ts';
export { selectOptionalQuiz, selectQuiz, selectQuizzes, upsertQuiz } from './quizzes.ts';
export type { ResponseGroup, UndecidedResponse } from './responses.ts';
export { selectResponseGroups, selectUndecidedResponses, selectWaitingResponses } from './responses.ts';
export type { ListedRuleChange } from './rule-changes.ts';
export { insertRuleChange, selectRuleChanges } from './rule-changes.ts';
export {
  deleteExpiredSessions,
  deleteSession,
  selectOptionalSession,
  upsertSession,
} from './sessions.ts';
export type { Step } from './steps.ts';
export {
  insertSteps,
  selectAttemptsBeingChecked,
  selectLatestSteps,
  selectOptionalStepUpTo,
  selectSteps,
  selectStepsSize,
  selectStepsWithKey,
  selectSubmittedSteps,
} from './steps.ts';
export type { Storage } from './storage.ts';
export { openStorage } from './storage.ts';
export type { Queries, Role, Writing } from './tables.ts';
export type { Upload } from './uploads.ts';
export {
  insertUpload,
  selectOptionalUploadFor,
  selectUploadedBytes,
  selectUploadedHashes,
} from './uploads.ts';
export {
  insertVersion,
  selectAttemptedSources,
  selectKnownVersions,
  selectVersionSource,
  selectVersionSources,
} from './versions.ts';
