import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const QUARTER_HOUR = 15 * 60;

/**
 * Slows guessing. Only failures count, by account and address together, so that neither a class behind one address
 * nor the owner of a guessed account elsewhere is locked out; the generous counts by address and by account alone stop
 * lists of passwords tried over many accounts and many machines on one account.
 */
export function signInLimits() {
  const pair = new RateLimiterMemory({ keyPrefix: 'pair', points: 8, duration: QUARTER_HOUR });
  const address = new RateLimiterMemory({ keyPrefix: 'address', points: 300, duration: QUARTER_HOUR });
  const account = new RateLimiterMemory({ keyPrefix: 'account', points: 100, duration: QUARTER_HOUR });
  const limits = (email: string, from: string) =>
    [
      [pair, `${from} ${email.toLowerCase()}`],
      [address, from],
      [account, email.toLowerCase()],
    ] as const;
  return {
    /** Counts a try; seconds to wait if there have been too many failures, else 0. What is refused counts no further. */
    async take(email: string, from: string): Promise<number> {
      for (const [limiter, key] of limits(email, from)) {
        const wait = await waitOf(limiter, key);
        if (wait > 0) return wait;
      }
      return 0;
    },
    /** A success was no guess: its try is given back, and the account at this address starts afresh. */
    async succeed(email: string, from: string): Promise<void> {
      await pair.delete(`${from} ${email.toLowerCase()}`);
      await address.reward(from, 1);
      await account.reward(email.toLowerCase(), 1);
    },
  };
}

async function waitOf(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.ceil(refusal.msBeforeNext / 1000);
    throw refusal;
  }
}
