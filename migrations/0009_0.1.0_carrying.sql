-- The step of an earlier question whose response a later one was judged with; null: judged alone.
alter table markings add column used_step integer;
