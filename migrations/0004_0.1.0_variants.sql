-- The published version that an attempt's version was drawn from; null: nothing was drawn, or before there were variants.
alter table attempts add column drawn_from text references versions (hash);
