-- Questions that students marked for themselves, to look at again; nobody else is shown them.
create table flags (
  attempt_id text not null references attempts (id),
  course_id text not null references courses (id),
  question_id text not null,
  primary key (attempt_id, question_id)
);
