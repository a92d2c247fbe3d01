import { z } from 'zod';

const Port = z.coerce.number().int().min(0).max(65_535);

/** `1` (one proxy in front), a count, or addresses and networks as Express reads them: `loopback, 10.0.0.0/8`. */
const TrustProxy = z
  .string()
  .regex(
    /^(\d{1,2}|[\da-fA-F.:/]+|loopback|linklocal|uniquelocal)(\s*,\s*([\da-fA-F.:/]+|loopback|linklocal|uniquelocal))*$/,
    'must be the number of proxies in front of Markprop, or their addresses, such as "1" or "loopback, 10.0.0.0/8"',
  )
  .transform((text) => (/^\d+$/.test(text) ? Number(text) : text));

const Environment = z.object({
  PORT: Port.default(3000),
  HOST: z.string().min(1).default('localhost'),
  /** File of the embedded database; its folder also keeps the session secret. */
  DATABASE: z.string().min(1).default('.markprop/markprop.sqlite'),
  SESSION_SECRET: z.string().min(32, 'must have 32 characters or more').optional(),
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  TRUST_PROXY: TrustProxy.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly database: string;
  readonly sessionSecret: string | null;
  readonly production: boolean;
  readonly trustProxy: number | string | false;
  readonly logLevel: z.infer<typeof Environment>['LOG_LEVEL'];
}

/** A setting of the environment that cannot be used; the message names it and says what it must be. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Every setting that Markprop takes from the environment, read once at start; an empty one counts as absent. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const told = parsed.error.issues.map(
      (issue) => `${issue.path.join('.')} ${phrase(issue.message)}${quoted(String(issue.path[0]), given)}`,
    );
    throw new ConfigError(told.join('; '));
  }
  const settings = parsed.data;
  return {
    port: settings.PORT,
    host: settings.HOST,
    database: settings.DATABASE,
    sessionSecret: settings.SESSION_SECRET ?? null,
    production: settings.NODE_ENV === 'production',
    trustProxy: settings.TRUST_PROXY ?? false,
    logLevel: settings.LOG_LEVEL,
  };
}

/** What was given, except for a secret: messages end in logs. */
const quoted = (name: string, given: Readonly<Record<string, string | undefined>>) =>
  name === 'SESSION_SECRET' ? '' : ` (it is "${given[name]}")`;

const phrase = (message: string) => (message.startsWith('must') ? message : `is not valid: ${message}`);
