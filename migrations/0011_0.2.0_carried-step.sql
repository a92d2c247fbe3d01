-- Called by the field's term, as everywhere: the error of an earlier answer is carried forward.
alter table markings rename column used_step to carried_step;
