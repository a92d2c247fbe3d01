import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { normalEmail } from '../../../storage/index.ts';
import { networkOf } from '../../http/access/network.ts';

const duration = 15 * 60;

/**
 * Slows guessing. Only failures count.
 *
 * - Of an account from an address: eight in a quarter of an hour.
 * - From an address that has failed 300 times over many accounts: one of each, so that a list of passwords gets
 *   nowhere and everybody else behind the address, whose first try is right, gets in.
 * - Of an account from anywhere: a hundred, against many machines on one account.
 */
export function signInLimits() {
  const pair = new RateLimiterMemory({ keyPrefix: 'pair', points: 8, duration });
  const address = new RateLimiterMemory({ keyPrefix: 'address', points: 300, duration });
  const account = new RateLimiterMemory({ keyPrefix: 'account', points: 100, duration });
  const keysOf = (email: string, from: string) => {
    const [who, network] = [normalEmail(email), networkOf(from)];
    return { who, network, both: `${network} ${who}` };
  };
  return {
    /** Counts a try; seconds to wait if there have been too many failures, else 0. What is refused counts no further. */
    async take(email: string, from: string): Promise<number> {
      const { who, network, both } = keysOf(email, from);
      const own = await take(pair, both);
      if (own.wait > 0) return own.wait;
      const everybodys = await take(address, network);
      if (everybodys.wait > 0 && own.taken > 1) return everybodys.wait;
      return (await take(account, who)).wait;
    },
    /** A success was no guess: its try is given back, and the account at this address starts afresh. */
    async succeed(email: string, from: string): Promise<void> {
      const { who, network, both } = keysOf(email, from);
      await pair.delete(both);
      await address.reward(network, 1);
      await account.reward(who, 1);
    },
  };
}

/** One more of `key`: how many there are, and the seconds until it is free again where that is too many. */
async function take(limiter: RateLimiterMemory, key: string): Promise<{ taken: number; wait: number }> {
  try {
    return { taken: (await limiter.consume(key)).consumedPoints, wait: 0 };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return { taken: refusal.consumedPoints, wait: Math.ceil(refusal.msBeforeNext / 1000) };
  }
}
