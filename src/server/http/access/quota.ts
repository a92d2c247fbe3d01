import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Message } from '../../../language/index.ts';
import { TooMany } from '../page-errors.ts';

/**
 * What one person may do of something in a minute, whatever others do: returns what counts one and throws TooMany
 * (429) where it is used up. `sentence` says what was done too often, and that nothing was lost.
 */
export function quota(points: number, sentence: Message): (personId: string) => Promise<void> {
  const limiter = new RateLimiterMemory({ points, duration: 60 });
  return async (personId) => {
    try {
      await limiter.consume(personId);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new TooMany(sentence, Math.ceil(refusal.msBeforeNext / 1000));
    }
  };
}
