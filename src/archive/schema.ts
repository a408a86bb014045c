import type { Logins } from '../kernel/database/schema.ts'

// The archive's tables: a second migration. A published table is kept as row-versions: a row stands from one snapshot up to another, and
// what a later snapshot does not change is not written again. Row policies as in the first migration: a plain column against a constant
// or an init-plan value, so that no list grows slow by being guarded.

/** The end of a row-version that still stands. */
export const OPEN = 2_147_483_647
/** Of fewer closed rows than this a sum would be close to one row's own figure: the public gets their count, and no sum. */
export const FEW = 5
/** The marking of rows of a closed dataset, and of closed cells. */
export const CONFIDENTIAL = 2
/** The month of a row that has no day. */
export const NO_MONTH = -1
/** How a row-version went: nothing stands in its place; or it had stood twice in the same words, and stands once. 0: it stands, or something else does. */
export const WENT = { gone: 1, double: 2 } as const
/**
 * How a row-version came to stand: it states less than what it replaces; it says something else; its name was never there before; or was
 * there, and gone; or only a column is back that the table once had, which is told against a snapshot that had it. 0: of the first snapshot, or
 * only counted otherwise than before, or only its open cells came or went with the table; `mixed`: and its closed cells say something else.
 * From `closedLess` on only closed cells differ: they state less; they say something else; or they came or went with the table. Of closed
 * cells the public is told of no change.
 */
export const CAME = { less: 1, corrected: 2, new: 3, back: 4, columnBack: 5, mixed: 6, closedLess: 7, closed: 8, closedAside: 9 } as const

const whose =
  'marking smallint not null check (marking between 0 and 3), mission text collate "C" not null, state text collate "C" not null'
const version = 'from_snap int not null, to_snap int not null, check (to_snap > from_snap)'

const tables = `
create table dataset (
  id int primary key generated always as identity, name text collate "C" not null unique check (name ~ '^[a-z0-9][a-z0-9-]{0,60}$'),
  opens text collate "C" not null check (opens in ('rows', 'closed')), counted_by text collate "C" not null check (counted_by in ('state', 'mission')), latest int not null default 0);

-- A layout as it was when a file was read by it: what the cells of old rows mean, whatever a later version of peaceops says.
create table layout (hash bytea primary key check (octet_length(hash) = 32), name text collate "C" not null, json text collate "C" not null);

create table snapshot (
  dataset int not null references dataset, nth int not null check (nth > 0), layout bytea not null references layout,
  hash text collate "C" not null check (hash ~ '^[0-9a-f]{64}$'), bytes bigint not null, entry uuid not null, seq bigint not null, recorded_at timestamptz not null,
  as_published date, fetched_on date, source text, name text collate "C" not null,
  rows int not null, not_understood int not null, repeated int not null,
  added int not null, changed int not null, gone int not null, months int4range not null, longest int not null,
  primary key (dataset, nth));
create index snapshot_of_bytes on snapshot (dataset, hash);

create table snapshot_file (
  dataset int not null, nth int not null, file int not null, name text collate "C" not null, hash text collate "C" not null,
  bytes bigint not null, rows int not null, primary key (dataset, nth, file), foreign key (dataset, nth) references snapshot);

-- k: SHA-256 of the key, cut to 128 bits: a key may be longer than an index takes. hash: the same of the row, names of columns included.
-- month: twelve times the year, plus the month, from 0. Texts by which is asked are '' where there is none, so that a page ends at a value.
create table archived (
  dataset int not null, k uuid not null, repeat int not null, ${version},
  file int not null, line int not null, hash uuid not null, part uuid,
  from_day int, to_day int, month int not null, ${whose},
  place text collate "C" not null, type text collate "C" not null, sex text collate "C" not null, amount numeric, total boolean not null,
  cells text collate "C" not null,
  primary key (dataset, k, repeat, from_snap) include (to_snap, hash));
create index archived_parts on archived (dataset, part) where part is not null;
create index archived_repeats on archived (dataset) where repeat > 1;
create index archived_came on archived (dataset, from_snap, file, line);
create index archived_went on archived (dataset, to_snap, file, line) where to_snap < ${OPEN};
-- The order of a page of rows, to the last row; and all that a sum needs beside it, so that it reads the index alone.
create index archived_by_month on archived (dataset, month, place, state, from_snap, k, repeat) include (to_snap, marking, mission, amount, total, line);
create index archived_by_state on archived (dataset, state, mission, month, from_snap, k, repeat) include (to_snap, marking, place, type, sex, amount, total, line);

-- Cells of closed columns, apart from their rows.
create table archived_closed (
  dataset int not null, k uuid not null, repeat int not null, from_snap int not null, ${whose}, cells text collate "C" not null,
  primary key (dataset, k, repeat, from_snap));

-- What the public gets of a closed dataset. Of fewer than five rows the amount is not kept here: it would be close to one row's own figure.
create table archived_count (
  dataset int not null, year int not null, whom text collate "C" not null, ${version}, rows int not null, amount numeric, repeated int not null,
  primary key (dataset, year, whom, from_snap));

-- What was not understood, and what was understood and is said. The lines: the first ones.
create table archived_problem (
  dataset int not null, nth int not null, n int not null, kind text collate "C" not null check (kind in ('bad', 'note', 'check')),
  column_name text collate "C", says text collate "C" not null, rows int not null, lines text collate "C" not null,
  marking smallint not null check (marking between 0 and 3),
  primary key (dataset, nth, n));
`

// A row that is of several States, found under each of them.
const statesTable = `
create table archived_state (
  dataset int not null, named text collate "C" not null, k uuid not null, repeat int not null, from_snap int not null, ${whose},
  primary key (dataset, named, k, repeat, from_snap));
`

/** Of what is kept of closed rows the public sees nothing: neither the rows, nor what was odd in them. */
const ROWS = ['archived', 'archived_closed'] as const
const PLAIN = ['dataset', 'layout', 'snapshot', 'snapshot_file', 'archived_count'] as const
/** Without the hashes of rows: of a closed cell they would let somebody test a guess. */
const SHOWN = `dataset, k, repeat, from_snap, to_snap, file, line, part, from_day, to_day, month, marking, mission, state, place, type, sex, amount, total, cells`
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

const guarded = (t: string, who: Logins): string => `
alter table ${t} enable row level security;
alter table ${t} force row level security;
create policy keep on ${t} to ${quoted(who.keeper)} using (true) with check (true);
grant select, insert on ${t} to ${quoted(who.keeper)};`
const byMarking = (t: string, who: Logins): string => `
create policy public_sees on ${t} for select to ${quoted(who.public)} using (marking = 0);
create policy cleared_sees on ${t} for select to ${quoted(who.cleared)} using (marking <= (select tier())
  and (marking = 0 or (select everything()) or mission = any ((select missions())::text[]) or state = any ((select states())::text[])));`

const policies = (who: Logins): string => {
  const [keeper, pub, cleared] = [quoted(who.keeper), quoted(who.public), quoted(who.cleared)]
  return `
${PLAIN.map(t => `${guarded(t, who)}\ncreate policy all_see on ${t} for select to ${pub}, ${cleared} using (true);\ngrant select on ${t} to ${pub}, ${cleared};`).join('')}
${ROWS.map(
  t => `${guarded(t, who)}${byMarking(t, who)}
grant select${t === 'archived' ? ` (${SHOWN})` : ''} on ${t} to ${pub}, ${cleared};
grant maintain on ${t} to ${keeper};`,
).join('')}
${guarded('archived_problem', who)}
create policy public_sees on archived_problem for select to ${pub} using (marking = 0);
create policy cleared_sees on archived_problem for select to ${cleared} using (marking <= (select tier()) and (marking = 0 or (select everything())));
grant select on archived_problem to ${pub}, ${cleared};
-- What stands in the archive is never changed: a row-version only ends.
grant update (to_snap) on archived, archived_count to ${keeper};
grant update (latest) on dataset to ${keeper};
do $$ begin execute format('grant temporary on database %I to ${keeper.replaceAll("'", "''")}', current_database()); end $$; -- to lay a file out before it is compared
`
}
export const archiveTables = (who: Logins): string => tables + policies(who)
/** A third migration. Rows that were written before it are found by reading them all, until their table is added anew. */
export const archiveStates = (who: Logins): string => `${statesTable}${guarded('archived_state', who)}${byMarking('archived_state', who)}
grant select on archived_state to ${quoted(who.public)}, ${quoted(who.cleared)};
grant maintain on archived_state to ${quoted(who.keeper)};
`

/** A sixth migration: what only says something else in closed cells is marked apart, so that the public neither counts nor finds it. */
export const ARCHIVE_CLOSED_MARKS = `
alter table archived no force row level security;
alter table archived drop constraint archived_came_check, add constraint archived_came_check check (came between 0 and ${CAME.closedAside});
update archived a set came = ${CAME.closed} from archived b where a.came = ${CAME.corrected} and b.dataset = a.dataset and b.k = a.k and b.repeat = a.repeat
  and b.to_snap = a.from_snap and b.cells = a.cells and a.dataset in (select id from dataset where opens = 'rows');
alter table archived force row level security;
-- Rows come in the order of their names, and not of the snapshot that a closed cell of theirs is of.
drop index archived_by_month, archived_by_state;
create index archived_by_month on archived (dataset, month, place, state, k, repeat, from_snap) include (to_snap, marking, mission, amount, total, again, line);
create index archived_by_state on archived (dataset, state, mission, month, k, repeat, from_snap) include (to_snap, marking, place, type, sex, amount, total, again, line);
`
/** A fifth migration: which columns the file had. Of what was added before it nobody knows. */
export const ARCHIVE_COLUMNS = 'alter table snapshot add column columns text[] collate "C"'
// A fourth migration: what became of a row is written with it, so that losses can be told first; and which of the rows of one name is counted.
export const archiveMarks = (who: Logins): string => `
alter table archived no force row level security;
alter table archived add column again boolean not null default false, add column came smallint not null default 0 check (came between 0 and 4),
  add column went smallint not null default 0 check (went between 0 and 2);
update archived set again = true where repeat > 1;
update archived a set came = case when exists (select from archived b where b.dataset = a.dataset and b.k = a.k and b.repeat = a.repeat and b.to_snap = a.from_snap) then ${CAME.corrected}
  when exists (select from archived b where b.dataset = a.dataset and b.k = a.k and b.repeat = a.repeat and b.from_snap < a.from_snap) then ${CAME.back} else ${CAME.new} end
  where from_snap > 1;
update archived a set went = ${WENT.gone} where to_snap < ${OPEN}
  and not exists (select from archived b where b.dataset = a.dataset and b.k = a.k and b.repeat = a.repeat and b.from_snap = a.to_snap);
alter table archived force row level security;
drop index archived_repeats, archived_came, archived_by_month, archived_by_state;
create index archived_repeats on archived (dataset) where again or repeat > 1;
-- Changes by kind, each in the order of its file: of the first snapshot nothing is a change.
create index archived_came on archived (dataset, came, from_snap, file, line) where came > 0;
create index archived_gone on archived (dataset, went, to_snap, file, line) where went > 0;
create index archived_by_month on archived (dataset, month, place, state, from_snap, k, repeat) include (to_snap, marking, mission, amount, total, again, line);
create index archived_by_state on archived (dataset, state, mission, month, from_snap, k, repeat) include (to_snap, marking, place, type, sex, amount, total, again, line);
grant select (again, came, went) on archived to ${quoted(who.public)}, ${quoted(who.cleared)};
grant update (went) on archived to ${quoted(who.keeper)};
`
