import { fieldsOf } from './drafts.ts';

interface Read {
  readonly html: string;
  /** Something was understood; else what stood there stays until it is saved, with why it cannot be read. */
  readonly shows: boolean;
}

/** From the last key to the question how it is read. */
const PAUSE = 120;
/** From the last key to reading it out: a screen reader shall not speak at every key. */
const QUIET = 1_200;
/** Longer texts are read when they are saved. */
const LONGEST = 2_000;

/** Shows under the fields of an answer how it is read, while it is typed: asked for, never judged, never stored. */
export function readAlong(form: HTMLFormElement): void {
  const address = form.dataset['reads'] ?? '';
  for (const section of form.querySelectorAll('[data-question]')) {
    const line = section.querySelector('[data-understood]');
    if (line !== null) follow(address, section, line);
  }
}

function follow(address: string, section: Element, line: Element): void {
  let asked: AbortController | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let quiet: ReturnType<typeof setTimeout> | undefined;

  async function ask(): Promise<void> {
    asked = new AbortController();
    const body = new URLSearchParams({ question: section.getAttribute('data-question') ?? '' });
    for (const [name, value] of fieldsOf(section)) body.append(name, value);
    const headers = { Accept: 'application/json' };
    const reply = await fetch(address, { method: 'POST', headers, body, signal: asked.signal }).catch(
      () => null,
    );
    const read: Read | null = reply?.ok ? await reply.json().catch(() => null) : null;
    if (!read?.shows) return;
    line.removeAttribute('data-stale');
    if (line.innerHTML.trim() !== read.html.trim()) line.innerHTML = read.html;
  }

  function speak(): void {
    if (line.contains(document.activeElement)) return;
    line.setAttribute('aria-live', 'polite');
    line.replaceChildren(...line.childNodes);
  }

  section.addEventListener('input', ({ target }) => {
    if (!isTyped(target)) return;
    asked?.abort();
    clearTimeout(pause);
    clearTimeout(quiet);
    line.setAttribute('aria-live', 'off');
    pause = setTimeout(() => void ask(), PAUSE);
    quiet = setTimeout(speak, QUIET);
  });
}

const isTyped = (target: EventTarget | null): boolean =>
  (target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text')) &&
  target.value.length <= LONGEST;
