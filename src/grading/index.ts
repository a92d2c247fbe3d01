export { checkResponse } from './attempts/check-response.ts';
export { flagQuestion } from './attempts/flag-question.ts';
export { handedIn, receiptOf } from './attempts/receipt.ts';
export { type Save, saveResponses } from './attempts/save-responses.ts';
export { startAttempt } from './attempts/start-attempt.ts';
export { closeOverdueAttempts, submitAttempt } from './attempts/submit-attempt.ts';
export { requireRoom, storeUpload } from './attempts/uploads.ts';
export { FinishedError, GradingError, OvertakenError } from './errors.ts';
export type { Grade } from './grades/attempt-grade.ts';
export { gradeOf, latestMarkings } from './grades/attempt-grade.ts';
export type { Gradebook, QuizGradebook } from './grades/gradebook.ts';
export { gradebook, quizGradebook } from './grades/gradebook.ts';
export type { GradedAttempt, ListedAttempt } from './grades/graded-attempts.ts';
export { attemptPage, gradedAttemptsOf, handedInAttempts } from './grades/graded-attempts.ts';
export type { QuizGrade } from './grades/quiz-grade.ts';
export { quizGradeOf } from './grades/quiz-grade.ts';
export { worthOfRight } from './marking/behaviours/index.ts';
export { markAttempt, resumeMarking } from './marking/mark-attempt.ts';
export { markByHand } from './marking/mark-by-hand.ts';
export type { QuestionProgress } from './marking/question-progress.ts';
export { hasChecks, questionProgress, sameResponse } from './marking/question-progress.ts';
export { type Result, resultOf } from './marking/result.ts';
export { changePassword, createAccount, resetPassword, verifyPassword } from './people/accounts.ts';
export { addToGroup, createGroup, removeFromGroup, removeGroup } from './people/groups.ts';
export type { PublishedCourse } from './publish-course.ts';
export { publishCourse, publishedWarnings } from './publish-course.ts';
export { questionsOf } from './questions.ts';
export { quizReader } from './quiz-reader.ts';
export type { AttemptRecord, HistoryEntry } from './reviewing/attempt-record.ts';
export { historyOf, readRecord, recordOf, responsesOf } from './reviewing/attempt-record.ts';
export type { Judgement, Solution } from './reviewing/judgement.ts';
export { judgementOnTrial, markingFacts, solutionOf } from './reviewing/judgement.ts';
export type { Change, Situation } from './reviewing/may-show.ts';
export { changesAhead, mayShow } from './reviewing/may-show.ts';
export { mayCheck, openJudgement } from './reviewing/open-judgement.ts';
export type { AttemptReview, QuestionReview } from './reviewing/review.ts';
export { review } from './reviewing/review.ts';
export { type ShownAttempt, withShownGrades } from './reviewing/shown-grades.ts';
export { attemptFor, ownAttempt } from './rules/attempt-access.ts';
export { type OverrideWarning, overrideWarnings, solutionsOutBefore } from './rules/override-warnings.ts';
export { changeOverride, giveOverride, withdrawOverride } from './rules/overrides.ts';
export { type Phase, phaseOf, solutionsAhead, whyNotStart } from './rules/phase.ts';
export { practiceOf } from './rules/practice.ts';
export { rulesFor, rulesOf, rulesOfMany } from './rules/rules-for-person.ts';
export type { Timetable } from './rules/timetable.ts';
export {
  cutShortAt,
  handedInAt,
  isLate,
  isOverdue,
  nextStart,
  stageAt,
  timetable,
} from './rules/timetable.ts';
export type { GradingServices } from './services.ts';
export { facilityOf } from './statistics/facility.ts';
export type { ResponseSplit } from './statistics/response-split.ts';
export { responseSplit, responseSplits, splitOf } from './statistics/response-split.ts';
