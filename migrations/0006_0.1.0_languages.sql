-- The language that a course is in, and the one that a person chose; null: as the course, or as the browser asks.
alter table courses add column language text not null default 'en';
alter table people add column language text;
