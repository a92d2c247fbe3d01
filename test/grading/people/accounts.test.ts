import { describe, expect, it } from 'vitest';
import { changePassword, createAccount, resetPassword, verifyPassword } from '../../../src/grading/index.ts';
import { selectPasswordHash, updateDisabled } from '../../../src/storage/index.ts';
import { codeOf, newWorld, temporaryFolder } from '../course.ts';

const folder = temporaryFolder();

describe('an account', () => {
  it('is signed in to with its e-mail, however written, and its password, and with nothing else', async () => {
    const { grading, ada } = await newWorld(folder);
    const verify = async (email: string, password: string) =>
      (await verifyPassword(grading.storage, email, password))?.id ?? null;
    expect(await verify(' ADA@example.org', 'a long password')).toBe(ada.id);
    expect(await verify('ada@example.org', 'a long passwore')).toBeNull();
    expect(await verify('ada@example.org', '')).toBeNull();
    expect(await verify('nobody@example.org', 'a long password')).toBeNull();
  });

  it('51: that is disabled cannot be signed in to', async () => {
    const { grading, ada } = await newWorld(folder);
    await grading.storage.write((db) => updateDisabled(db, ada.id, 1));
    expect(await verifyPassword(grading.storage, ada.email, 'a long password')).toBeNull();
    await grading.storage.write((db) => updateDisabled(db, ada.id, null));
    expect((await verifyPassword(grading.storage, ada.email, 'a long password'))?.id).toBe(ada.id);
  });

  it('keeps its password as an Argon2id hash of at least 19 MiB', async () => {
    const { grading, ada } = await newWorld(folder);
    const stored = await selectPasswordHash(grading.storage.read, ada.id);
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('changes its password only with the current one, and an administrator sets it without', async () => {
    const { grading, ada } = await newWorld(folder);
    const { storage } = grading;
    const change = (current: string, next: string) =>
      changePassword(storage, { personId: ada.id, current, next });
    expect(await codeOf(change('wrong password', 'another password'))).toBe('password-wrong');
    expect(await codeOf(change('a long password', 'short'))).toBe('password-length');
    await change('a long password', 'another password');
    expect(await verifyPassword(storage, ada.email, 'a long password')).toBeNull();
    await resetPassword(storage, ada.id, 'a third password');
    expect((await verifyPassword(storage, ada.email, 'a third password'))?.id).toBe(ada.id);
  });

  it('is refused, with the reason, where something about it will not do', async () => {
    const { storage } = (await newWorld(folder)).grading;
    const make = (changes: { email?: string; name?: string; password?: string }) =>
      codeOf(
        createAccount(
          storage,
          { email: 'new@example.org', name: 'New', password: 'a long password', admin: false, ...changes },
          1,
        ),
      );
    expect(await make({ email: 'new' })).toBe('email');
    expect(await make({ email: `${'x'.repeat(250)}@example.org` })).toBe('email');
    expect(await make({ name: '  ' })).toBe('name');
    for (const inside of ['\n', '\r', '\t', '\0', '\x1b', '\x85', '\u2028', '\u2029']) {
      expect(await make({ name: `Two${inside}lines` })).toBe('name');
      expect(await make({ email: `two${inside}@example.org` })).toBe('email');
    }
    expect(await make({ password: 'short' })).toBe('password-length');
    expect(await make({ password: 'x'.repeat(201) })).toBe('password-length');
    expect(await make({ email: 'ADA@example.org' })).toBe('email-taken');
    expect(await make({})).toBe('not refused');
  });
});
