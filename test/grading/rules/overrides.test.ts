import { describe, expect, it } from 'vitest';
import {
  addToGroup,
  changeOverride,
  closeOverdueAttempts,
  createGroup,
  giveOverride,
  gradebook,
  removeFromGroup,
  removeGroup,
  withdrawOverride,
} from '../../../src/grading/index.ts';
import {
  type Override,
  type OverrideTerms,
  selectAppliedOverrides,
  selectAttempt,
  selectOverrides,
  selectRuleChanges,
} from '../../../src/storage/index.ts';
import { codeOf, newWorld, RIGHT, temporaryFolder, type World } from '../course.ts';

const folder = temporaryFolder();
const MINUTE = 60_000;
const AT = { courseId: 'nn', quizId: 'sheet' };
const LIMIT = { fields: { 'time-limit': '10 min' } } as const;

const terms = (given: Partial<OverrideTerms>): OverrideTerms => ({
  opens: null,
  due: null,
  closes: null,
  timeLimit: null,
  extraTime: null,
  attempts: null,
  ...given,
});
const author = (world: World) => ({ by: world.ines.id, at: world.time.now });
const give = (
  world: World,
  whose: Partial<Pick<Override, 'personId' | 'groupId'>>,
  given: Partial<OverrideTerms>,
) =>
  giveOverride(
    world.grading.storage,
    { ...AT, personId: null, groupId: null, ...whose },
    terms(given),
    author(world),
  );

async function groupWith(world: World, ...emails: string[]) {
  const { storage } = world.grading;
  const group = await createGroup(storage, { courseId: 'nn', name: 'Slow readers' }, 1);
  expect(await addToGroup(storage, group, emails, author(world))).toEqual([]);
  return group;
}

describe('12: extra time', () => {
  it('given while the attempt runs holds for the next save, and for nobody else', async () => {
    const world = await newWorld(folder);
    await world.publish(LIMIT);
    const [ada, ben] = [await world.start(), await world.start(world.ben)];
    world.time.now += 10 * MINUTE + 1;
    await give(world, { personId: world.ada.id }, { extraTime: 5 * MINUTE });
    expect(await world.save(ada.id, RIGHT)).toHaveLength(2);
    expect(await codeOf(world.save(ben.id, RIGHT, { by: world.ben }))).toBe('time-up');
    world.time.now += 30_000;
    await closeOverdueAttempts(world.grading);
    const { read } = world.grading.storage;
    expect((await selectAttempt(read, ada.id)).state).toBe('open');
    expect((await selectAttempt(read, ben.id)).state).toBe('marked');
    world.time.now += 5 * MINUTE;
    await closeOverdueAttempts(world.grading);
    expect(await selectAttempt(read, ada.id)).toMatchObject({ endedAt: 1_000 + 15 * MINUTE });
  });

  it('that is taken back ends the attempt at once, with what was saved', async () => {
    const world = await newWorld(folder);
    await world.publish(LIMIT);
    const { id } = await world.start();
    const override = await give(world, { personId: world.ada.id }, { extraTime: 5 * MINUTE });
    world.time.now += 12 * MINUTE;
    await world.save(id, RIGHT);
    await withdrawOverride(world.grading.storage, override, author(world));
    expect(await codeOf(world.save(id, { why: { text: 'more' } }))).toBe('time-up');
    expect(await world.submit(id)).toMatchObject({ endedAt: 1_000 + 10 * MINUTE });
  });

  it('of a group holds for whoever is in it, from the moment of joining to that of leaving', async () => {
    const world = await newWorld(folder);
    await world.publish(LIMIT);
    const { id } = await world.start();
    const { storage } = world.grading;
    const group = await groupWith(world, ' Ben@example.org ');
    await give(world, { groupId: group.id }, { timeLimit: 60 * MINUTE });
    world.time.now += 20 * MINUTE;
    expect(await codeOf(world.save(id, RIGHT))).toBe('time-up');
    await addToGroup(storage, group, ['ada@example.org', 'ADA@example.org'], author(world));
    expect(await world.save(id, RIGHT)).toHaveLength(2);
    await removeFromGroup(storage, group, world.ada.id, author(world));
    expect(await codeOf(world.save(id, RIGHT))).toBe('time-up');
  });
});

it('other dates and more attempts hold at the start of an attempt', async () => {
  const world = await newWorld(folder);
  await world.publish({ opens: 5_000, closes: 9_000, attempts: 1 });
  expect(await codeOf(world.start())).toBe('not-open');
  const override = await give(world, { personId: world.ada.id }, { opens: 500, attempts: 2 });
  await world.sit({});
  await world.sit({});
  expect(await codeOf(world.start())).toBe('no-attempts-left');
  world.time.now = 9_001;
  await changeOverride(
    world.grading.storage,
    override,
    terms({ closes: 20_000, attempts: 3 }),
    author(world),
  );
  expect((await world.start()).number).toBe(3);
  expect(await codeOf(world.start(world.ben))).toBe('closed');
});

it('another due date decides who is late', async () => {
  const world = await newWorld(folder);
  await world.publish({ due: 500 });
  await give(world, { personId: world.ada.id }, { due: 2_000 });
  await world.sit({});
  await world.sit({}, world.ben);
  const { students } = await gradebook(world.grading.storage.read, 'nn');
  const late = (id: string) => students.find((each) => each.id === id)?.cells.get('sheet')?.late;
  expect([late(world.ada.id), late(world.ben.id)]).toEqual([false, true]);
});

describe('an override is refused', () => {
  const cases: readonly [string, Partial<OverrideTerms>, string][] = [
    ['that says nothing', {}, 'override-empty'],
    ['that closes before it opens', { closes: 900 }, 'override-dates'],
    ['with a limit and extra time', { timeLimit: 1, extraTime: 1 }, 'override-both'],
    ['with extra time where nothing ends', { extraTime: MINUTE }, 'override-endless'],
  ];
  it.each(cases)('%s, and nothing is stored', async (_, given, code) => {
    const world = await newWorld(folder);
    await world.publish({ opens: 1_000 });
    expect(await codeOf(give(world, { personId: world.ada.id }, given))).toBe(code);
    const { read } = world.grading.storage;
    expect(await selectOverrides(read, AT)).toEqual([]);
    expect(await selectRuleChanges(read, AT)).toEqual([]);
  });

  it('5: where they have one already, be it asked ten times at once', async () => {
    const world = await newWorld(folder);
    const asked = Array.from({ length: 10 }, () =>
      codeOf(give(world, { personId: world.ada.id }, { attempts: 2 })),
    );
    const codes = await Promise.all(asked);
    expect(codes.filter((code) => code === 'override-taken')).toHaveLength(9);
    expect(await selectOverrides(world.grading.storage.read, AT)).toHaveLength(1);
  });

  it('for somebody who is not in the course', async () => {
    const world = await newWorld(folder);
    expect(await codeOf(give(world, { personId: 'nobody' }, { attempts: 2 }))).toBe('not-enrolled');
    expect(await codeOf(give(world, { groupId: 'nothing' }, { attempts: 2 }))).toBe('absent');
  });
});

it('a list of addresses with one that no student has adds nobody, and names it', async () => {
  const world = await newWorld(folder);
  const { storage } = world.grading;
  const group = await createGroup(storage, { courseId: 'nn', name: 'G' }, 1);
  const unknown = await addToGroup(
    storage,
    group,
    ['ada@example.org', 'nobody@example.org', 'ines@example.org'],
    author(world),
  );
  expect(unknown).toEqual(['nobody@example.org', 'ines@example.org']);
  expect(await selectRuleChanges(storage.read, { courseId: 'nn', groupId: group.id })).toEqual([]);
  expect(await codeOf(createGroup(storage, { courseId: 'nn', name: ' G ' }, 1))).toBe('group-taken');
  expect(await codeOf(createGroup(storage, { courseId: 'nn', name: 'a\nb' }, 1))).toBe('group-name');
});

it('every change stays on record with who made it, what was before, and for whom; saving the same is none', async () => {
  const world = await newWorld(folder);
  const { storage } = world.grading;
  const group = await groupWith(world, 'ada@example.org');
  const ofGroup = await give(world, { groupId: group.id }, { attempts: 2 });
  world.time.now += 1;
  const own = await give(world, { personId: world.ben.id }, { attempts: 3 });
  world.time.now += 1;
  await changeOverride(storage, own, terms({ attempts: 3 }), author(world));
  await changeOverride(storage, own, terms({ attempts: 4 }), author(world));
  world.time.now += 1;
  await removeGroup(storage, group, author(world));
  await removeGroup(storage, group, author(world)).catch(() => {});

  const told = async (of: Parameters<typeof selectRuleChanges>[1]) =>
    (await selectRuleChanges(storage.read, of)).map(({ kind, name, groupName, before, after, byName }) => [
      kind,
      name ?? groupName,
      before?.attempts ?? null,
      after?.attempts ?? null,
      byName,
    ]);
  const ofAda = [
    ['joined', 'Ada', null, null, 'Ines'],
    ['override', 'Slow readers', null, 2, 'Ines'],
    ['override', 'Slow readers', 2, null, 'Ines'],
    ['left', 'Ada', null, null, 'Ines'],
  ];
  const ofBen = [
    ['override', 'Ben', null, 3, 'Ines'],
    ['override', 'Ben', 3, 4, 'Ines'],
  ];
  const sorted = (rows: unknown[][]) => rows.map((row) => JSON.stringify(row)).sort();
  expect(sorted(await told({ ...AT, personId: world.ada.id }))).toEqual(sorted(ofAda));
  expect(await told({ ...AT, personId: world.ben.id })).toEqual(ofBen);
  expect(sorted(await told(AT))).toEqual(sorted([...ofAda, ...ofBen]));
  expect(sorted(await told({ courseId: 'nn', groupId: group.id }))).toEqual(sorted(ofAda));
  expect(await selectAppliedOverrides(storage.read, { ...AT, personId: world.ada.id })).toEqual([]);
  expect((await selectOverrides(storage.read, AT)).map(({ id }) => id)).toEqual([own.id]);
  expect(ofGroup.id).not.toBe(own.id);
});
