import { z } from 'zod';

/** What stands for a placeholder: words as they are, a number set by the language, other words, or a list of them. */
export type MessageValue = string | number | Message | readonly Words[];

/**
 * A sentence for people: its English text in ICU message syntax, and what its placeholders hold. Kept and passed on as
 * it is, and put into words where somebody reads it, in their language.
 */
export interface Message {
  readonly text: string;
  readonly values: Readonly<Record<string, MessageValue>>;
}

/** A message, or words that are the same in every language: names, mathematics, what a person or an author wrote. */
export type Words = string | Message;

export const Words: z.ZodType<Words> = z.lazy(() => z.union([z.string(), Message]));

const Message: z.ZodType<Message> = z.object({
  text: z.string(),
  values: z.record(z.string(), z.union([z.number(), Words, z.array(Words)])),
});

/** `text` is a literal in every call, so that a test can compare all of them with the catalogues. */
export const say = (text: string, values: Message['values'] = {}): Message => ({ text, values });
