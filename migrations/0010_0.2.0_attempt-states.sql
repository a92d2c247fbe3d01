-- An attempt's state says by itself how far the attempt is. Until now one that was marked, and one whose time ran out
-- before it was handed in, were both 'submitted' and told apart by the times beside it.
-- SQLite changes a constraint only by making the table anew; rows that refer to it keep its name.
create table attempts_rebuilt (
  id text primary key,
  course_id text not null references courses (id),
  quiz_id text not null,
  quiz_version text not null references versions (hash),
  -- The published version that the attempt's version was drawn from; null: nothing was drawn.
  drawn_from text references versions (hash),
  person_id text not null references people (id),
  number integer not null check (number >= 1),
  seed text not null,
  secret text not null,
  -- 'submitted': handed in, not marked yet. 'abandoned': time ran out first, so it is never marked.
  state text not null check (state in ('open', 'submitted', 'marked', 'abandoned')),
  started_at bigint not null,
  -- When it was handed in, or its time ran out.
  ended_at bigint,
  marked_at bigint,
  receipt text,
  unique (course_id, quiz_id, person_id, number),
  foreign key (course_id, quiz_id) references quizzes (course_id, id),
  check ((state = 'open') = (ended_at is null)),
  check ((state = 'marked') = (marked_at is not null)),
  check ((state in ('submitted', 'marked')) = (receipt is not null))
);

insert into attempts_rebuilt (
  id, course_id, quiz_id, quiz_version, drawn_from, person_id, number, seed, secret, state, started_at, ended_at,
  marked_at, receipt
)
select
  id, course_id, quiz_id, quiz_version, drawn_from, person_id, number, seed, secret,
  case
    when state = 'open' then 'open'
    when abandoned_at is not null then 'abandoned'
    when marked_at is not null then 'marked'
    else 'submitted'
  end,
  started_at,
  submitted_at,
  case when abandoned_at is null then marked_at end,
  case when abandoned_at is null then receipt end
from attempts;

drop table attempts;
alter table attempts_rebuilt rename to attempts;

create unique index attempts_one_open on attempts (course_id, quiz_id, person_id) where state = 'open';
create index attempts_unmarked on attempts (ended_at) where state = 'submitted';
create index attempts_person on attempts (person_id);
