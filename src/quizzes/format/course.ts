import { z } from 'zod';
import { LANGUAGES, packed, say } from '../../language/index.ts';

export const CourseSource = z.strictObject({
  title: z.string().min(1).max(200).describe('Its name.'),
  text: z.string().max(20_000).default('').describe('An introduction, in Markdown.'),
  timezone: z
    .string()
    .default('UTC')
    .refine(isTimezone, packed(say('must be a time zone such as Europe/Zurich')))
    .describe('The time zone in which its dates are meant and shown, such as `Europe/Zurich`.'),
  language: z
    .enum(LANGUAGES.map(({ tag }) => tag))
    .default('en')
    .describe('The language of the pages. Each person can choose another.'),
  quizzes: z.array(z.string()).optional().describe('Its quiz files, in order. Default: all, by name.'),
});

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export type CourseSource = z.infer<typeof CourseSource>;
