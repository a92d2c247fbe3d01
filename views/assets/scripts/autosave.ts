import type { Times } from './clock.ts';
import { draftsOf, type Fields, fieldsOf, restore } from './drafts.ts';
import { addsFiles } from './files.ts';
import { type Overtaken, seenIn, setSeen, showOvertaken } from './overtaken.ts';
import { saveOf, sendSave } from './save.ts';
import { tell, tellState, toldOf } from './told.ts';

interface Saved {
  readonly saved: string;
  readonly clock: Times | null;
  readonly questions: Readonly<
    Record<string, { state: string; stateWord: string; html: string; seen?: number }>
  >;
}

/** Not saved, and trying again would not help: a sentence, or answers that were changed elsewhere too. */
interface Refused {
  readonly problem?: string;
  readonly overtaken?: readonly Overtaken[];
}

/** Of one request some questions may be saved and others refused. */
type Answer = Refused & (Saved | { readonly questions?: undefined });

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
export function keepSaved(
  form: HTMLFormElement,
  status: HTMLElement,
  heard: (times: Times | null, sentAt: number) => void,
): { readonly settled: () => Promise<void> } {
  const attempt = form.dataset['attempt'] ?? '';
  const drafts = draftsOf(attempt);
  const changed = new Set<string>();
  let firstChange = 0;
  let sending: Sending | null = null;
  let busy = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const later = (pause: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void send(), pause);
  };

  function note(section: Element): void {
    if (changed.size === 0) firstChange = Date.now();
    const question = section.getAttribute('data-question') ?? '';
    changed.add(question);
    drafts.keep(question, [...fieldsOf(section), ...seenOf(section)]);
    if (failures > 0) tell(form, question, 'unsaved', true);
    say(status, 'saving');
    // What was read no longer speaks of what is typed.
    form.querySelector(`[data-understood="${question}"]`)?.setAttribute('data-stale', '');
    form.querySelector(`[data-checked="${question}"]`)?.setAttribute('data-stale', '');
    later(Math.max(0, Math.min(PAUSE, firstChange + LONGEST_PAUSE - Date.now())));
  }

  function collect(): Sending | null {
    if (changed.size === 0) return null;
    const questions = [...changed];
    changed.clear();
    const answers = questions.map((question) => [question, typedFor(question)] as const);
    return { questions, body: saveOf(answers) };
  }

  /** What stands on this page, or what the page of another exercise could not save. */
  function typedFor(question: string): Fields {
    const section = sectionOf(question);
    return section === null ? (drafts.read(question) ?? []) : [...fieldsOf(section), ...seenOf(section)];
  }

  async function send(): Promise<void> {
    if (busy) return;
    sending ??= collect();
    if (sending === null) return;
    busy = true;
    const sentAt = performance.now();
    const slow = setTimeout(() => say(status, 'saving'), 300);
    const reply = await sendSave(attempt, sending.body).catch(() => null);
    clearTimeout(slow);
    busy = false;
    if (reply === null || reply.status >= 500 || reply.status === 429 || reply.status === 401) {
      failures += 1;
      for (const question of [...sending.questions, ...changed]) tell(form, question, 'unsaved', true);
      if (reply?.status === 401) say(status, 'refused', signInLink(status.dataset['signIn'] ?? ''));
      else say(status, 'failed');
      return later(Math.min(500 * 2 ** failures, LONGEST_RETRY));
    }
    failures = 0;
    const { questions } = sending;
    sending = null;
    const answer: Answer = await reply.json();
    if (answer.questions !== undefined) acknowledge(questions, answer, sentAt);
    if (!reply.ok) refuse(questions, answer);
    if (changed.size > 0) later(0);
  }

  function acknowledge(
    questions: readonly string[],
    { saved, clock, questions: read }: Saved,
    sentAt: number,
  ): void {
    heard(clock, sentAt);
    say(status, 'saved', saved);
    for (const question of questions) {
      const result = read[question];
      const section = sectionOf(question);
      if (section !== null && result?.seen !== undefined) setSeen(section, result.seen);
      if (changed.has(question) || result === undefined) continue;
      drafts.drop(question);
      tell(form, question, 'unsaved', false);
      show(form, question, result);
    }
  }

  const sectionOf = (question: string) => form.querySelector(`[data-question="${question}"]`);

  function refuse(asked: readonly string[], { problem, overtaken = [], questions = {} }: Answer): void {
    for (const question of asked) if (!(question in questions)) tell(form, question, 'unsaved', true);
    if (problem !== undefined) say(status, 'refused', problem);
    else say(status, 'overtaken');
    for (const other of overtaken) {
      const section = sectionOf(other.question);
      if (section === null) continue;
      const take = () => {
        drafts.drop(other.question);
        location.reload();
      };
      showOvertaken(section, other, { keep: () => note(section), take });
    }
  }

  for (const question of toldOf(form)) {
    if (sectionOf(question) !== null || drafts.read(question) === null) continue;
    // Of a question that is finished meanwhile nothing can be saved any more.
    if (document.getElementById(question) !== null) drafts.drop(question);
    else {
      tell(form, question, 'unsaved', true);
      changed.add(question);
      later(0);
    }
  }
  for (const section of form.querySelectorAll('[data-question]')) {
    const question = section.getAttribute('data-question') ?? '';
    const kept = drafts.read(question);
    const seen = seenIn(section);
    const answers = kept?.filter(([name]) => name !== seen?.name);
    // The last save of the page before may have arrived without its reply being heard.
    if (JSON.stringify(answers) === JSON.stringify(fieldsOf(section))) drafts.drop(question);
    else if (kept !== null) {
      restore(section, kept);
      const then = kept.find(([name]) => name === seen?.name)?.[1];
      if (seen !== null && then !== undefined) seen.value = then;
      note(section);
    }
    section.addEventListener('input', ({ target }) => {
      if (target instanceof Element) target.removeAttribute('aria-invalid');
      note(section);
    });
  }

  window.addEventListener('online', () => void send());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void send();
  });

  // A button of the form leads away: only once everything is saved.
  let waiting: ReturnType<typeof setInterval> | undefined;
  form.addEventListener('submit', (event) => {
    clearInterval(waiting);
    // Saving, and Enter in a field, leave the person where they are.
    if (event.submitter?.hasAttribute('data-stay')) {
      event.preventDefault();
      // Who presses it wants to hear that it is done.
      delete status.dataset['told'];
      void send();
      return;
    }
    if (changed.size === 0 && sending === null && !addsFiles(form)) return;
    event.preventDefault();
    const { submitter } = event;
    void send();
    waiting = setInterval(() => {
      if (changed.size === 0 && sending === null && !addsFiles(form)) form.requestSubmit(submitter);
    }, 50);
  });

  /** Saves at once what is not saved yet, and waits until the server has taken or refused all of it. */
  async function settled(): Promise<void> {
    void send();
    while (changed.size > 0 || sending !== null) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  return { settled };
}

/** Which version of an answer the page knows of; a draft keeps it too, so that an old draft overrides nothing newer unasked. */
const seenOf = (section: Element): [string, string][] => {
  const seen = seenIn(section);
  return seen === null ? [] : [[seen.name, seen.value]];
};

/** The one quiet place that says whether everything is saved, in the sentences that it brings; `what` is their {…}. */
function say(
  status: HTMLElement,
  how: 'saving' | 'saved' | 'failed' | 'refused' | 'overtaken',
  what: string | Node = '',
): void {
  status.dataset['state'] = how === 'saving' || how === 'saved' ? 'fine' : 'problem';
  // Read aloud where it is news: not at every key, nor each time that saving goes well again.
  const news = how !== 'saving' && how !== status.dataset['told'];
  status.setAttribute('aria-live', news ? 'polite' : 'off');
  if (news) status.dataset['told'] = how;
  const [before = '', after = ''] = (status.dataset[how] ?? '').split(/\{\w+\}/);
  status.replaceChildren(before, what, after);
}

function signInLink(words: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = '/sign-in';
  link.target = '_blank';
  link.textContent = words;
  return link;
}

/** How the server read an answer: under its fields, and in the bar of parts. */
function show(form: HTMLFormElement, question: string, result: Saved['questions'][string]): void {
  const line = form.querySelector(`[data-understood="${question}"]`);
  line?.removeAttribute('data-stale');
  if (line !== null && line.innerHTML.trim() !== result.html.trim()) line.innerHTML = result.html;
  tellState(form, question, result);
}
