-- Each table holds the whole value as JSON, and SQLite takes the columns that are searched by out of it.

create table job (
  id text primary key not null,
  body text not null,
  -- not in the body: a commit must not turn back what a renewal wrote meanwhile
  lease_worker text,
  lease_renewed_at text,
  version integer not null generated always as (body ->> '$.version') stored,
  tenant text not null generated always as (body ->> '$.tenant.value') stored,
  external_id text not null generated always as (body ->> '$.spec.externalId') stored,
  platform text not null generated always as (body ->> '$.spec.platform') stored,
  status text not null generated always as (body ->> '$.progress.status') stored,
  due_at text not null generated always as (body ->> '$.progress.dueAt') stored,
  created_at text not null generated always as (body ->> '$.createdAt') stored
);
create unique index job_by_external_id on job (tenant, external_id);
create index job_by_age on job (tenant, id);
create index job_by_due on job (status, due_at, id);
-- ended jobs pile up and are never counted with the others
create index job_unfinished on job (status, tenant) where status not in ('COMPLETED', 'FAILED', 'CANCELLED');

create table delivery (
  id text primary key not null,
  body text not null,
  state text not null,
  next_attempt_at text not null,
  claimed_until text,
  attempts text not null default '[]',
  tenant text not null generated always as (body ->> '$.tenant.value') stored,
  job text not null generated always as (body ->> '$.job.value') stored,
  sequence integer not null generated always as (body ->> '$.sequence') stored,
  url text not null generated always as (body ->> '$.url') stored,
  unique (job, url, sequence)
);
create index delivery_by_due on delivery (state, next_attempt_at, id);
create index delivery_by_tenant on delivery (tenant);

create table webhook_disabled (
  tenant text not null,
  url text not null,
  reason text not null,
  disabled_at text not null,
  primary key (tenant, url)
) without rowid;

create table tenant (
  id text primary key not null,
  body text not null
);

create table api_key (
  hash text primary key not null,
  body text not null,
  id text not null generated always as (body ->> '$.id') stored,
  -- null for a key of no tenant
  tenant text generated always as (body ->> '$.tenant.value') stored,
  created_at text not null generated always as (body ->> '$.createdAt') stored
);
create index api_key_by_id on api_key (id);
create index api_key_by_tenant on api_key (tenant, created_at, hash);

create table record (
  kind text not null,
  name text not null,
  version integer not null,
  tenant text,
  value text not null,
  expires_at text,
  primary key (kind, name)
);
create index record_by_expiry on record (expires_at) where expires_at is not null;
create index record_by_tenant on record (tenant) where tenant is not null;

create table ledger (
  id text primary key not null,
  body text not null,
  tenant text not null generated always as (body ->> '$.tenant.value') stored,
  amount integer not null generated always as (body ->> '$.amountMicros') stored,
  job text generated always as (body ->> '$.job.value') stored,
  at text not null generated always as (body ->> '$.at') stored
);
create index ledger_by_tenant on ledger (tenant, at, id);
create index ledger_by_job on ledger (job) where job is not null;
