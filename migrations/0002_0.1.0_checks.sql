-- Answers that are checked while the attempt is open: a submitted step with the number of its try, judged by itself.
-- Null: saved, or handed in with the whole attempt.
alter table steps add column "try" integer check ("try" >= 1);

-- How sure the student said that they are of this response; null where that was not asked.
alter table steps add column certainty integer check (certainty between 1 and 3);

create index steps_checked on steps (attempt_id, sequence) where "try" is not null;
