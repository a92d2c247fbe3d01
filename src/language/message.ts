import { z } from 'zod';

/** What stands for a placeholder: words as they are, a number set by the language, other words, or a list of them. */
export type MessageValue = number | Words | readonly Words[];

/**
 * A sentence for people: its English text in ICU message syntax, and what its placeholders hold. Kept and passed on as
 * it is, and put into words where somebody reads it, in their language.
 */
export interface Message {
  readonly text: string;
  readonly values: Readonly<Record<string, MessageValue>>;
}

/** A number as digits with a point before its decimals (`−0.25`): a language sets its own sign there. */
interface Numeral {
  readonly numeral: string;
}

/** A message, a numeral, or words that are the same in every language: names, mathematics, what somebody wrote. */
export type Words = string | Message | Numeral;

export const Words: z.ZodType<Words> = z.lazy(() =>
  z.union([z.string(), Message, z.object({ numeral: z.string() })]),
);

const Message: z.ZodType<Message> = z.object({
  text: z.string(),
  values: z.record(z.string(), z.union([z.number(), Words, z.array(Words)])),
});

/** Digits as words; whole numbers look the same in every language. */
export const numeral = (digits: string): Words => (digits.includes('.') ? { numeral: digits } : digits);

export const isList = (value: MessageValue): value is readonly Words[] => Array.isArray(value);

/** The same words, with every part that is plain text changed. */
export function mapText(words: Words, change: (text: string) => string): Words {
  if (typeof words === 'string') return change(words);
  if ('numeral' in words) return words;
  const changed = (value: MessageValue): MessageValue => {
    if (typeof value === 'number') return value;
    return isList(value) ? value.map((each) => mapText(each, change)) : mapText(value, change);
  };
  const values = Object.entries(words.values).map(([name, value]) => [name, changed(value)] as const);
  return { text: words.text, values: Object.fromEntries(values) };
}

/** `text` is a literal in every call, so that a test can compare all of them with the catalogues. */
export const say = (text: string, values: Message['values'] = {}): Message => ({ text, values });

/** A message as a string, for schemas: the errors of Zod hold nothing else. */
export const packed = (message: Message): string => JSON.stringify(message);

/** The message that was packed; any other text stands for itself. */
export const unpacked = (text: string): Words =>
  text.startsWith('{"text":') ? Message.parse(JSON.parse(text)) : text;
