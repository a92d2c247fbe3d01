-- Common to SQLite and PostgreSQL. Times are UTC milliseconds; ids and JSON are text.

create table people (
  id text primary key,
  email text not null unique,
  name text not null,
  -- Name and e-mail in lower case without accents: to search and to sort by, the same in every database.
  folded text not null,
  password_hash text,
  admin integer not null default 0 check (admin in (0, 1)),
  created_at bigint not null,
  disabled_at bigint
);
create index people_folded on people (folded);

create table sessions (
  id_hash text primary key,
  person_id text references people (id),
  data text not null,
  expires_at bigint not null
);
create index sessions_person on sessions (person_id);
create index sessions_expiry on sessions (expires_at);

create table courses (
  id text primary key,
  title text not null,
  text text not null,
  timezone text not null
);

create table enrolments (
  course_id text not null references courses (id),
  person_id text not null references people (id),
  role text not null check (role in ('student', 'instructor')),
  primary key (course_id, person_id)
);
create index enrolments_person on enrolments (person_id);

-- What a quiz said at some time, under the hash of its content; never changed.
create table versions (
  hash text primary key,
  kind text not null check (kind in ('quiz')),
  json text not null
);

create table quizzes (
  course_id text not null references courses (id),
  id text not null,
  title text not null,
  version text not null references versions (hash),
  position integer not null,
  -- Most attempts of a student; null: any number.
  attempts integer check (attempts >= 1),
  opens bigint,
  closes bigint,
  solutions bigint,
  archived_at bigint,
  primary key (course_id, id)
);

create table attempts (
  id text primary key,
  course_id text not null references courses (id),
  quiz_id text not null,
  quiz_version text not null references versions (hash),
  person_id text not null references people (id),
  number integer not null check (number >= 1),
  seed text not null,
  secret text not null,
  state text not null check (state in ('open', 'submitted')),
  started_at bigint not null,
  submitted_at bigint,
  -- Null while the attempt is open or its marking is pending.
  marked_at bigint,
  receipt text,
  unique (course_id, quiz_id, person_id, number),
  foreign key (course_id, quiz_id) references quizzes (course_id, id),
  check ((state = 'open') = (submitted_at is null)),
  check ((state = 'open') = (receipt is null)),
  check (state = 'submitted' or marked_at is null)
);
create unique index attempts_one_open on attempts (course_id, quiz_id, person_id) where state = 'open';
create index attempts_unmarked on attempts (submitted_at) where state = 'submitted' and marked_at is null;
create index attempts_person on attempts (person_id);

-- Append-only: what happened to the questions of an attempt, in one sequence per attempt.
create table steps (
  attempt_id text not null references attempts (id),
  sequence integer not null,
  course_id text not null references courses (id),
  question_id text not null,
  kind text not null check (kind in ('saved', 'submitted')),
  at bigint not null,
  -- Null: the clock, when time ran out.
  "by" text references people (id),
  fields text not null,
  idempotency_key text,
  primary key (attempt_id, sequence),
  unique (attempt_id, idempotency_key, question_id)
);
create index steps_question on steps (attempt_id, question_id, sequence);

-- Append-only: every outcome that a response was ever given; the latest of a question counts.
create table markings (
  attempt_id text not null references attempts (id),
  sequence integer not null,
  course_id text not null references courses (id),
  question_id text not null,
  step integer not null,
  question_version text not null,
  engine_version text not null,
  reason text not null check (reason in ('submit', 'regrade', 'human')),
  at bigint not null,
  -- Null: the program.
  "by" text references people (id),
  outcome text not null,
  fraction double precision check (fraction between 0 and 1),
  -- Null: a person has to decide.
  mark double precision,
  maximum double precision not null,
  comment text,
  primary key (attempt_id, sequence),
  foreign key (attempt_id, step) references steps (attempt_id, sequence),
  check ((mark is null) = (fraction is null))
);
create unique index markings_once on markings (attempt_id, step) where reason = 'submit';
create index markings_question on markings (attempt_id, question_id, sequence);
