export { checkContent } from './content/check.ts';
export { type ContentRenderer, contentRenderer } from './content/render.ts';
export { type Environment, openEnvironment } from './environment.ts';
export { readDuration, writeDuration } from './format/duration.ts';
export { readMoment, writeMoment } from './format/moment.ts';
export { ON_ITS_WAY, practiceFrom } from './format/practice.ts';
export { REVIEW_ITEMS, REVIEW_MOMENTS, type ReviewItem, ReviewRules } from './format/review-rules.ts';
export { QuizSource } from './format/schema.ts';
export type { FileProblem } from './format/yaml.ts';
export { loadCourses, loadPaths } from './loading/load.ts';
export { warningsAt } from './loading/load-quiz.ts';
export type { Loaded, LoadedCourse, LoadedQuiz } from './loading/loaded.ts';
export { Proofs, refutations } from './loading/proof-cache.ts';
export { givesParts } from './marking/in-part.ts';
export { markResponse } from './marking/mark-response.ts';
export { readResponse } from './marking/read-response.ts';
export { warmUp } from './marking/warm-up.ts';
export { datesOf, timesOf } from './prepare/dates.ts';
export { witnessFigure } from './prepare/figure.ts';
export { prepareQuiz, prepareSource } from './prepare/prepare-quiz.ts';
export {
  hasDrawnOptions,
  prepareSingleQuestion,
  type SingleQuestion,
  statedVersion,
} from './prepare/single-question.ts';
export { distractorsOf } from './proving/distractors.ts';
export type { Finding, Proof, Status } from './proving/proof.ts';
export { type Proving, proveQuiz, provingsOf } from './proving/prove-quiz.ts';
export type { ProvingOptions } from './proving/sample.ts';
export { type VariantCache, variantCache } from './proving/variant-cache.ts';
export { deployedSeeds, drawnText, variantOf, variantOfSeed } from './proving/variant-of-attempt.ts';
export { ruleWarnings } from './proving/warnings.ts';
export type { Dates, Exercise, Figure, Question, Quiz, Times } from './quiz.ts';
export { quizJsonSchema } from './template/json-schema.ts';
