import type { Locator, Page } from 'playwright-core';

/** What is entered for a question: options by name, one line, cells by name, or choices by item. */
export type Entry =
  | { readonly pick: readonly string[] }
  | { readonly type: string }
  | { readonly cells: Readonly<Record<string, string>> }
  | { readonly match: Readonly<Record<string, string>> };

/** Entries by the label of their question: `1a`. */
export type Entries = Readonly<Record<string, Entry>>;

/** Where a question stands on the page that is open, to write in or to read the review of. */
export const question = (page: Page, label: string): Locator =>
  page.getByRole('region', { name: `Question ${label}`, exact: true });

/** Begins an attempt of a quiz of the sample course, from the list of quizzes. */
export async function begin(page: Page, quiz: string): Promise<void> {
  await page.goto('/courses/neural-networks');
  await page.getByRole('link', { name: quiz, exact: true }).click();
  await page.getByRole('button', { name: /^Start/ }).click();
  await page.waitForURL(/\/exercises\/1$/);
}

export async function enter(page: Page, label: string, entry: Entry): Promise<void> {
  const within = question(page, label);
  if ('type' in entry) return within.getByRole('textbox').fill(entry.type);
  if ('pick' in entry) {
    for (const name of entry.pick) {
      const option = { name, exact: true };
      await within.getByRole('radio', option).or(within.getByRole('checkbox', option)).check();
    }
    return;
  }
  if ('cells' in entry) {
    for (const [name, value] of Object.entries(entry.cells))
      await within.getByRole('textbox', { name, exact: true }).fill(value);
    return;
  }
  for (const [name, choice] of Object.entries(entry.match))
    await within.getByRole('combobox', { name, exact: true }).selectOption(choice);
}

/** Fills in the exercises in turn and hands in; `look` sees every page on the way, the result too, at which it ends. */
export async function sit(
  page: Page,
  exercises: readonly Entries[],
  look: () => Promise<void> = async () => {},
): Promise<void> {
  for (const [i, entries] of exercises.entries()) {
    if (i > 0) await goOn(page, 'Next exercise', new RegExp(`/exercises/${i + 1}$`));
    for (const [label, entry] of Object.entries(entries)) await enter(page, label, entry);
    await look();
  }
  await goOn(page, 'Hand in…', /\/confirm$/);
  await look();
  await goOn(page, 'Hand in', /\/review$/);
  await look();
}

export async function goOn(page: Page, button: string, address: RegExp): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.waitForURL(address);
}

/** What the review of a question says, white space as one sees it. */
export async function reviewOf(page: Page, label: string): Promise<string> {
  return plain(await question(page, label).innerText());
}

/** Spaces of every kind as one. */
export const plain = (text: string): string => text.replace(/\s+/g, ' ');
