-- Photos and PDFs of handwriting under the SHA-256 of what is stored; responses name them by it. Never changed.
create table uploads (
  attempt_id text not null references attempts (id),
  hash text not null,
  type text not null check (type in ('image/jpeg', 'application/pdf')),
  size integer not null,
  -- PostgreSQL's name for bytes; SQLite keeps bytes as they are under any name.
  content bytea not null,
  at bigint not null,
  primary key (attempt_id, hash)
);
create index uploads_hash on uploads (hash);
