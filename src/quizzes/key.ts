import type { Posted } from '../answers/kind.ts';
import type { Question } from './quiz.ts';

/** The key as a student would post it: that of the file, or what the claim works out; null where a person marks. */
export function keyOf({
  source,
  claim,
  answer,
}: Pick<Question, 'source' | 'claim' | 'answer'>): Posted | null {
  if (source.key !== undefined) {
    const written = answer.write(source.key);
    return 'posted' in written ? written.posted : null;
  }
  if (!claim) return null;
  if (answer.options.length > 0) {
    const right = answer.options.filter(({ value }) => claim.judge(value).verdict === 'right');
    const written = answer.write(right.map(({ id }) => id));
    return 'posted' in written ? written.posted : null;
  }
  const value = claim.solve();
  return value && answer.writeValue(value);
}
