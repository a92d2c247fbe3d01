import { draftsOf, fieldsOf, restore } from './drafts.ts';

interface Saved {
  readonly saved: string;
  readonly questions: Readonly<Record<string, { state: string; stateWord: string; html: string }>>;
}

/** One request: repeated under the same key until it is answered, so that it is stored once. */
interface Sending {
  readonly questions: readonly string[];
  readonly body: URLSearchParams;
}

const PAUSE = 800;
const LONGEST_PAUSE = 2_000;
const LONGEST_RETRY = 30_000;

/**
 * Posts the questions that changed, shortly after they did and when the page is left. What the server has not
 * acknowledged stays in the browser's storage and is put back into the form by the next visit.
 */
export function keepSaved(form: HTMLFormElement, status: HTMLElement): void {
  const attempt = form.dataset['attempt'] ?? '';
  const drafts = draftsOf(attempt);
  const changed = new Set<string>();
  let sending: Sending | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstChange = 0;
  let failures = 0;

  const sectionOf = (question: string) => form.querySelector(`[data-question="${question}"]`);
  const say = (text: string, problem = false) => {
    status.textContent = text;
    status.dataset['state'] = problem ? 'problem' : 'fine';
  };
  const later = (pause: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), pause);
  };

  function note(section: Element): void {
    const question = section.getAttribute('data-question') ?? '';
    if (changed.size === 0) firstChange = Date.now();
    changed.add(question);
    drafts.keep(question, fieldsOf(section));
    later(Math.max(0, Math.min(PAUSE, firstChange + LONGEST_PAUSE - Date.now())));
  }

  function collect(): Sending {
    const questions = [...changed];
    changed.clear();
    const body = new URLSearchParams({ key: newKey() });
    for (const question of questions) {
      body.append('question', question);
      const section = sectionOf(question);
      if (section !== null) for (const [name, value] of fieldsOf(section)) body.append(name, value);
    }
    return { questions, body };
  }

  async function save(): Promise<void> {
    if (sending !== null || changed.size === 0) return;
    sending = collect();
    await send(sending);
  }

  async function send(what: Sending): Promise<void> {
    const slow = setTimeout(() => say('saving…'), 300);
    const reply = await post(what).catch(() => null);
    clearTimeout(slow);
    if (reply === null || reply.status >= 500 || reply.status === 429 || reply.status === 401) {
      failures += 1;
      say(
        reply?.status === 401 ? 'not saved: sign in again in another tab' : 'not saved, trying again',
        true,
      );
      timer = setTimeout(() => void send(what), Math.min(1_000 * 2 ** failures, LONGEST_RETRY));
      return;
    }
    failures = 0;
    sending = null;
    if (reply.ok) acknowledge(what, await reply.json());
    else say(`not saved: ${(await reply.json()).problem}`, true);
    if (changed.size > 0) later(0);
  }

  const post = ({ body }: Sending) =>
    fetch(`${attempt}/save`, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body,
      keepalive: body.toString().length < 60_000,
    });

  function acknowledge({ questions }: Sending, { saved, questions: read }: Saved): void {
    say(`saved ${saved}`);
    for (const question of questions) {
      if (changed.has(question)) continue;
      drafts.drop(question);
      const result = read[question];
      const line = form.querySelector(`[data-understood="${question}"]`);
      if (result === undefined || line === null) continue;
      if (line.innerHTML.trim() !== result.html.trim()) line.innerHTML = result.html;
      for (const mark of form.querySelectorAll<HTMLElement>(`[data-state-of="${question}"]`)) {
        mark.dataset['state'] = result.state;
        const word = mark.querySelector('[data-state-word]');
        if (word !== null) word.textContent = `: ${result.stateWord}`;
      }
    }
  }

  for (const section of form.querySelectorAll('[data-question]')) {
    const kept = drafts.read(section.getAttribute('data-question') ?? '');
    if (kept !== null) {
      restore(section, kept);
      note(section);
    }
    section.addEventListener('input', () => note(section));
  }

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void save();
  });

  // Going on posts the whole form; what was kept for it is dropped once the server has it.
  let waiting: ReturnType<typeof setInterval> | undefined;
  form.addEventListener('submit', (event) => {
    clearInterval(waiting);
    if (changed.size === 0 && sending === null) return;
    event.preventDefault();
    const { submitter } = event;
    if (sending === null) later(0);
    waiting = setInterval(() => {
      if (changed.size === 0 && sending === null) form.requestSubmit(submitter);
    }, 50);
  });
}

const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
