-- What students see of their attempts when, as JSON; null: everything but the solution once they hand in.
alter table quizzes add column review text;
