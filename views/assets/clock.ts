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

/**
 * Counts down by the server's clock: of the browser's own only differences are used. Learns of an extension with
 * every save, and asks once a minute. `timeIsUp` is called once, a second before the end.
 */
export function runClock(
  place: HTMLElement,
  timeIsUp: (times: Times) => void,
): (times: Times | null, sentAt: number) => void {
  const shown = place.querySelector<HTMLElement>('.clock__time');
  const says = place.querySelector<HTMLElement>('[data-clock-says]');
  let times: Times = JSON.parse(place.dataset['times'] ?? '');
  // A request arrived at the earliest when it was sent: the page may be early by its way there, never late.
  const [navigation] = performance.getEntriesByType('navigation');
  let setAt = navigation instanceof PerformanceNavigationTiming ? navigation.requestStart : 0;
  let asked = performance.now();
  let over = false;

  const left = () => times.ends - EARLY - (times.now + performance.now() - setAt);
  let before = left();

  function hear(told: Times | null, sentAt: number): void {
    if (told === null || over) return;
    const change = told.ends - times.ends;
    times = told;
    setAt = sentAt;
    if (change !== 0) {
      say(change > 0 ? 'longer' : 'shorter');
      before = left();
    }
    show();
  }

  function show(): void {
    const now = Math.max(0, left());
    if (shown !== null && now < 24 * HOUR) {
      const words = worded('left', inWords(now));
      if (shown.textContent !== words) shown.textContent = words;
    } else if (shown !== null) shown.textContent = worded('until', '');
    place.toggleAttribute('data-close', now < CLOSE);
    const passed = SAID_AT.findLast((at) => now <= at && at < before);
    if (passed !== undefined) say('left', `${passed / MINUTE} min`);
    before = now;
    if (now > 0 || over) return;
    over = true;
    say('over');
    if (shown !== null) shown.textContent = worded('over', '');
    timeIsUp(times);
  }

  /** A sentence that the page brought along in its reader's language. */
  const worded = (sentence: string, time: string) =>
    (place.dataset[sentence] ?? '').replace('{time}', time).replace('{moment}', times.until);
  const say = (sentence: string, time = '') => {
    if (says !== null) says.textContent = worded(sentence, time);
  };

  async function ask(): Promise<void> {
    if (over || document.visibilityState === 'hidden' || performance.now() - asked < MINUTE) return;
    asked = performance.now();
    const reply = await fetch(place.dataset['clock'] ?? '', {
      headers: { Accept: 'application/json' },
    }).catch(() => null);
    if (!reply?.ok) return;
    const { open, clock } = await reply.json();
    if (open) return hear(clock, asked);
    over = true;
    say('handedIn');
    if (shown !== null) shown.textContent = worded('handedIn', '');
  }

  setInterval(() => {
    show();
    void ask();
  }, SECOND);
  document.addEventListener('visibilitychange', () => void ask());
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
