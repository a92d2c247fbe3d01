import type { Request } from 'express';
import { z } from 'zod';

export const Theme = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof Theme>;

export const THEME_COOKIE = 'theme';

/** What the person chose on this device; the system's own unless they did. */
export function themeOf(request: Request): Theme {
  const cookie = /(?:^|;\s*)theme=(\w+)/.exec(request.get('cookie') ?? '')?.[1];
  return Theme.safeParse(cookie).data ?? 'system';
}
