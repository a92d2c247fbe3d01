-- Durations are milliseconds; a rule that is null does not hold.
alter table quizzes add column due bigint;
alter table quizzes add column time_limit bigint check (time_limit > 0);
alter table quizzes add column time_out text not null default 'submit' check (time_out in ('submit', 'grace', 'abandon'));
alter table quizzes add column grace bigint not null default 0 check (grace >= 0);
alter table quizzes add column delay_first bigint not null default 0 check (delay_first >= 0);
alter table quizzes add column delay_later bigint not null default 0 check (delay_later >= 0);
alter table quizzes add column grade_method text not null default 'highest' check (grade_method in ('highest', 'average', 'first', 'last'));
alter table quizzes add column build_on_last integer not null default 0 check (build_on_last in (0, 1));

-- Time ran out before it was handed in: it is closed like one that was, but never marked, and has no receipt.
alter table attempts add column abandoned_at bigint;

create table course_groups (
  id text primary key,
  course_id text not null references courses (id),
  name text not null,
  created_at bigint not null,
  unique (course_id, name)
);

create table group_members (
  group_id text not null references course_groups (id),
  person_id text not null references people (id),
  primary key (group_id, person_id)
);
create index group_members_person on group_members (person_id);

-- What holds for a person or a group instead of the quiz's own rules; null: the quiz's.
create table overrides (
  id text primary key,
  course_id text not null,
  quiz_id text not null,
  person_id text references people (id),
  group_id text references course_groups (id),
  opens bigint,
  due bigint,
  closes bigint,
  time_limit bigint check (time_limit > 0),
  -- Added to the limit, and to when it is due and closes.
  extra_time bigint check (extra_time > 0),
  attempts integer check (attempts >= 1),
  foreign key (course_id, quiz_id) references quizzes (course_id, id),
  check ((person_id is null) <> (group_id is null)),
  check (time_limit is null or extra_time is null)
);
create unique index overrides_person on overrides (course_id, quiz_id, person_id) where person_id is not null;
create unique index overrides_group on overrides (course_id, quiz_id, group_id) where group_id is not null;

-- Append-only: who changed the rules of whom. A group may be gone, so its name is kept.
create table rule_changes (
  id text primary key,
  course_id text not null references courses (id),
  kind text not null check (kind in ('override', 'joined', 'left')),
  -- Null: somebody joined or left a group.
  quiz_id text,
  person_id text references people (id),
  group_id text,
  group_name text,
  at bigint not null,
  "by" text not null references people (id),
  -- The override; null: there was none, or is none any more.
  "before" text,
  "after" text
);
create index rule_changes_course on rule_changes (course_id, quiz_id);
