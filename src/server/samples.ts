import { createAccount } from '../grading/index.ts';
import { hasPeople, type Storage, selectCourses, upsertEnrolment } from '../storage/index.ts';
import { readablePassword } from './readable-password.ts';

const SAMPLES = [
  { email: 'student@example.org', name: 'Sam Student', role: 'student', admin: false },
  { email: 'student2@example.org', name: 'Mira Muster', role: 'student', admin: false },
  { email: 'student3@example.org', name: 'Noor Example', role: 'student', admin: false },
  { email: 'instructor@example.org', name: 'Ines Instructor', role: 'instructor', admin: false },
  { email: 'admin@example.org', name: 'Ada Admin', role: 'instructor', admin: true },
] as const;

export interface Sample {
  readonly email: string;
  readonly password: string;
}

/** Accounts to try everything with, enrolled in every course; none where there are people already. */
export async function makeSampleAccounts(storage: Storage, now: number): Promise<readonly Sample[]> {
  if (await hasPeople(storage.read)) return [];
  const courses = await selectCourses(storage.read);
  const made: Sample[] = [];
  for (const { email, name, role, admin } of SAMPLES) {
    const password = readablePassword();
    const person = await createAccount(storage, { email, name, password, admin }, now);
    await storage.write(async (db) => {
      for (const { id } of courses) await upsertEnrolment(db, { courseId: id, personId: person.id, role });
    });
    made.push({ email, password });
  }
  return made;
}
