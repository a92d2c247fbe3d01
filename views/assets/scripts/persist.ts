const LONGEST_PAUSE = 15_000;

/** Asks until there is an answer that trying again would not change; `failed` hears of each time that there is none. */
export async function persist(ask: () => Promise<Response>, failed: () => void): Promise<Response> {
  for (let pause = 1_000; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
    const reply = await ask().catch(() => null);
    if (reply !== null && reply.status < 500 && reply.status !== 401 && reply.status !== 429) return reply;
    failed();
    await new Promise((resolve) => {
      setTimeout(resolve, pause);
    });
  }
}
