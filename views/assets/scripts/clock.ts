/** As the server tells it (src/server/clock.ts). */
export interface Times {
  readonly now: number;
  readonly ends: number;
  readonly closes: number;
  readonly until: string;
  readonly afterwards: 'submit' | 'abandon';
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** The page stops this long before the end, so that what was typed last still arrives in time. */
const EARLY = SECOND;
const SAID_AT = [30 * MINUTE, 5 * MINUTE, MINUTE];
/** From here on seconds are shown; before that the clock changes once a minute. */
const CLOSE = 5 * MINUTE;

/** What the clock does to the page around it. */
interface Page {
  /** Time seems to be up: nothing can be typed until the server has said whether it is; then it may go on. */
  hold(held: boolean): void;
  /** Time is up, and the server has said so. */
  finish(times: Times): void;
}

/**
 * Counts down by the server's clock: of the browser's own only differences are used. Learns of an extension with
 * every save, asks once a minute, and asks before it says that time is up, a second before the end.
 */
export function runClock(place: HTMLElement, page: Page): (times: Times | null, sentAt: number) => void {
  const shown = place.querySelector<HTMLElement>('.clock__time');
  const says = place.querySelector<HTMLElement>('[data-clock-says]');
  let times: Times | null = JSON.parse(place.dataset['times'] ?? 'null');
  // A request arrived at the earliest when it was sent: the page may be early by its way there, never late.
  const [navigation] = performance.getEntriesByType('navigation');
  let setAt = navigation instanceof PerformanceNavigationTiming ? navigation.requestStart : 0;
  let asked = performance.now();
  let woken = Date.now();
  let over = false;

  const left = () =>
    times === null ? Number.POSITIVE_INFINITY : times.ends - EARLY - (times.now + performance.now() - setAt);
  let before = left();

  function hear(told: Times | null, sentAt: number): void {
    const change = (told?.ends ?? Number.POSITIVE_INFINITY) - (times?.ends ?? Number.POSITIVE_INFINITY);
    times = told;
    setAt = sentAt;
    if (told !== null && change !== 0 && !Number.isNaN(change)) say(change > 0 ? 'longer' : 'shorter');
    if (change !== 0) before = left();
    if (!over) show();
  }

  function show(): void {
    const now = Math.max(0, left());
    write(times === null ? '' : now < 24 * HOUR ? worded('left', inWords(now)) : worded('until', ''));
    place.toggleAttribute('data-close', now < CLOSE);
    const passed = SAID_AT.findLast((at) => now <= at && at < before);
    if (passed !== undefined) say('left', `${passed / MINUTE} min`);
    before = now;
    if (now > 0 || over) return;
    over = true;
    page.hold(true);
    void end();
  }

  /** An extension may have been given since the server was asked last; without a network, it is waited for. */
  async function end(): Promise<void> {
    const answer = await ask();
    if (answer === 'closed') return;
    if (answer === 'unknown' || times === null) return void setTimeout(() => void end(), 2 * SECOND);
    if (left() > 0) {
      over = false;
      page.hold(false);
      return show();
    }
    say('over');
    write(worded('over', ''));
    page.finish(times);
  }

  function write(words: string): void {
    if (shown !== null && shown.textContent !== words) shown.textContent = words;
  }

  /** A sentence that the page brought along in its reader's language. */
  const worded = (sentence: string, time: string) =>
    (place.dataset[sentence] ?? '').replace('{time}', time).replace('{moment}', times?.until ?? '');
  const say = (sentence: string, time = '') => {
    if (says !== null) says.textContent = worded(sentence, time);
  };

  async function ask(): Promise<'open' | 'closed' | 'unknown'> {
    asked = performance.now();
    const sentAt = asked;
    const reply = await fetch(place.dataset['clock'] ?? '', {
      headers: { Accept: 'application/json' },
    }).catch(() => null);
    if (!reply?.ok) return 'unknown';
    const { open, clock } = await reply.json();
    if (open) {
      hear(clock, sentAt);
      return 'open';
    }
    over = true;
    page.hold(true);
    say('handedIn');
    write(worded('handedIn', ''));
    return 'closed';
  }

  /** Sleep stops the clocks of a browser, but not the one on the wall. */
  function tick(): void {
    const slept = Date.now() - woken > 5 * SECOND;
    woken = Date.now();
    if (over) return;
    show();
    const due = slept || performance.now() - asked >= MINUTE;
    if (due && document.visibilityState === 'visible') void ask();
  }

  setInterval(tick, SECOND);
  document.addEventListener('visibilitychange', tick);
  // Not before the page has set up everything that is to happen when time is up already.
  setTimeout(show);
  return hear;
}

/** `2 h 5 min`, `12 min`, and `4:59` at the end. */
function inWords(left: number): string {
  if (left < CLOSE) {
    const seconds = Math.ceil(left / SECOND);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }
  const minutes = Math.floor(left / MINUTE);
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes % 60} min`;
}
