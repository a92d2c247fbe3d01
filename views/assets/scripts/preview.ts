import { draftsOf, fieldsOf, restore } from './drafts.ts';
import { nameInsert, suggestions } from './name-insert.ts';
import { weightGrids } from './weight-grid.ts';

const AGAIN = 1_000;
const SCROLLED = 'markprop preview scrolled';

const status = document.querySelector<HTMLElement>('#watching');
const form = document.querySelector<HTMLFormElement>('form[data-preview]');
const drafts = draftsOf('preview');
const sections = [...(form?.querySelectorAll('[data-question]') ?? [])];
const questionOf = (section: Element) => section.getAttribute('data-question') ?? '';

/** What was being tried survives the reload, and so does the place in the page. A form that was sent is not sent again. */
function reload(): void {
  for (const section of sections) drafts.keep(questionOf(section), fieldsOf(section));
  sessionStorage.setItem(SCROLLED, String(scrollY));
  location.replace(location.pathname + location.search);
}

/** Waits for the next save of a file; a page in the background does not hold a connection. */
async function watch(): Promise<void> {
  const seen = status?.dataset['version'] ?? '';
  for (;;) {
    await visible();
    const version = await ask(seen);
    if (version !== null && version !== Number(seen)) return reload();
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
  }
}

async function ask(seen: string): Promise<number | null> {
  const hidden = new AbortController();
  const abort = () => hidden.abort();
  document.addEventListener('visibilitychange', abort, { once: true });
  try {
    const reply = await fetch(`/preview/changes?since=${seen}`, { signal: hidden.signal });
    const { version }: { version: number } = await reply.json();
    return reply.ok ? version : null;
  } catch {
    // The server is starting again, or the page went to the background.
    return null;
  } finally {
    document.removeEventListener('visibilitychange', abort);
  }
}

function visible(): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      document.removeEventListener('visibilitychange', look);
      resolve();
    };
    document.addEventListener('visibilitychange', look);
    look();
  });
}

if (form !== null) {
  weightGrids(form);
  nameInsert(form);
  suggestions(form);
}
for (const section of sections) {
  const kept = drafts.read(questionOf(section));
  if (kept !== null) restore(section, kept);
  drafts.drop(questionOf(section));
}
const scrolled = sessionStorage.getItem(SCROLLED);
if (scrolled !== null) scrollTo(0, Number(scrolled));
sessionStorage.removeItem(SCROLLED);
void watch();
