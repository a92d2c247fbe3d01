export const COURSE = '/courses/neural-networks';
export const SHEET = `${COURSE}/quizzes/homework-3`;
export const FREE = `${COURSE}/quizzes/homework-3-free`;
/** Quizzes in every state. */
export const STATES = '/courses/states/quizzes';
