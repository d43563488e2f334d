create table artifact (
  -- never used twice, so that a reader of one that is gone cannot come upon another one's bytes
  id integer primary key autoincrement,
  name text not null,
  media_type text not null,
  -- OPEN: nothing flushed yet, invisible; PART: flushed; DONE: committed. A part hides what is done
  state text not null,
  -- how much may be read; chunks beyond it were not flushed
  bytes integer not null,
  modified_at text not null
);
create index artifact_by_name on artifact (name, state);

create table chunk (
  artifact integer not null,
  start integer not null,
  data blob not null
);
create unique index chunk_by_start on chunk (artifact, start);
