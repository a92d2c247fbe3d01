import { createHash, randomBytes } from 'node:crypto';

/** 128 random bits: unique without asking, and not to be guessed from another. */
export const newId = (): string => randomBytes(16).toString('base64url');

/** 256 random bits. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
