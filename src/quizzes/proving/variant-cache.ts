import { LRUCache } from 'lru-cache';
import type { Quiz } from '../quiz.ts';

/** Drawn variants by version and seed or name; null: what is drawn cannot be. */
export type VariantCache = LRUCache<string, { readonly quiz: Quiz | null }>;

/** Characters of the sources of drawn quizzes: about two hundred. */
const KEPT = 4_000_000;

/** Drawing and proving take a while, and a page is asked for again with each answer that is tried. */
export const variantCache = (): VariantCache =>
  new LRUCache({ maxSize: KEPT, sizeCalculation: ({ quiz }) => JSON.stringify(quiz?.source ?? null).length });
