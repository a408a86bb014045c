// The first migration. What stands in `entry` and `body` can never be changed later; everything derived may be thrown away on any Tuesday.
// `marking` is the effective one, derived: the written one stands inside the hashed face.
// A row policy compares a plain column with a constant or an init-plan value, and nothing else: so no list grows slow by being guarded.

export interface Logins {
  readonly keeper: string
  readonly public: string
  readonly cleared: string
}
const whoSees = 'marking smallint not null check (marking between 0 and 3), mission text collate "C", state text collate "C"'

const tables = `

create table ledger (
  ledger smallint primary key,
  origin text collate "C" unique not null,
  size bigint not null default 0 check (size >= 0),
  recorded_at timestamptz not null default '-infinity');

create table entry (
  ledger smallint not null references ledger, seq bigint not null check (seq > 0), id uuid not null,
  subject text collate "C" not null check (subject ~ '^[A-Za-z0-9._-]{1,80}$'), nth int not null check (nth > 0),
  chapter text collate "C" not null, type text collate "C" not null, v smallint not null,
  door text collate "C" not null check (door in ('command', 'testimony')),
  occurred_on date not null, latest date not null check (latest >= occurred_on), recorded_at timestamptz not null,
  ${whoSees},
  origin_system text collate "C", origin_id text collate "C", check ((origin_system is null) = (origin_id is null)),
  face text collate "C" not null, face_salt bytea not null check (octet_length(face_salt) = 32),
  body_hash bytea not null check (octet_length(body_hash) = 32), leaf bytea not null check (octet_length(leaf) = 32),
  primary key (ledger, seq), unique (ledger, id), unique (ledger, subject, nth), unique (ledger, origin_system, origin_id));
create index cases on entry (ledger, marking, subject) where nth = 1;
create index by_type on entry (ledger, marking, type, state, seq);
create index recorded on entry (ledger, recorded_at, seq);

create table body (
  ledger smallint not null, seq bigint not null, ${whoSees},
  salt bytea check (octet_length(salt) = 32), json text collate "C", sealed bytea, person uuid,
  primary key (ledger, seq), foreign key (ledger, seq) references entry);

create table obligation (
  ledger smallint not null, key text collate "C" not null, since int not null, until int not null check (until > since),
  subject text collate "C" not null, duty text collate "C" not null, debtor text collate "C" not null, rank smallint not null,
  stands text collate "C" not null, disputed boolean not null, binding text collate "C" not null, door text collate "C" not null,
  begins int not null, start int not null, due int not null, adopted bigint not null, ${whoSees},
  detail text collate "C" not null, grounds text collate "C" not null,
  primary key (ledger, key, since)) with (fillfactor = 80);
create index of_subject on obligation (ledger, subject);
create index board on obligation (ledger, marking, rank, debtor, begins, key, since) include (until, stands);
create index by_mission on obligation (ledger, marking, mission, rank, debtor, begins, key, since) include (until, stands);
create index by_state on obligation (ledger, marking, state, rank, debtor, begins, key, since) include (until, stands);
create index by_duty on obligation (ledger, marking, duty, rank, debtor, begins, key, since) include (until, stands);
create index by_stand on obligation (ledger, marking, stands, rank, debtor, begins, key, since) include (until);
create index due_next on obligation (ledger, marking, due, key) include (since, until) where stands = 'open';
create index standing_until on obligation (ledger, marking, stands, until) include (since, begins); -- what ended long ago is not walked to count what stands

create table holder (
  ledger smallint not null, subject text collate "C" not null, since int not null, until int not null check (until > since), office text collate "C" not null,
  grounds text collate "C" not null, ${whoSees},
  primary key (ledger, subject, since));

create table ground (
  ledger smallint not null, finding text collate "C" not null, about text collate "C" not null, subject text collate "C" not null,
  by text collate "C" not null, since int not null, until int not null check (until > since), grounds text collate "C" not null, ${whoSees},
  primary key (ledger, finding, about, subject, by, since));
create index ground_of_subject on ground (ledger, subject);
create index findings on ground (ledger, marking, finding, about) include (since, until);
create index findings_of_state on ground (ledger, marking, state, finding, about) include (since, until);
`

const guards = `
create function grows() returns trigger language plpgsql as $$ begin raise exception 'the ledger only grows'; end $$;
create trigger grows before delete or truncate on entry for each statement execute function grows();
create trigger stays before update on entry for each row when (to_jsonb(old) - 'marking' <> to_jsonb(new) - 'marking') execute function grows();
create trigger grows before delete or truncate on body for each statement execute function grows();
create trigger stays before update on body for each row when (to_jsonb(old) - 'marking' <> to_jsonb(new) - 'marking') execute function grows();

-- Gap-free by check, not by hope: a batch that does not begin right after the head is refused whole, whoever sends it.
create function dense() returns trigger language plpgsql as $$
declare l smallint; h bigint; n bigint; lo bigint; hi bigint; at timestamptz;
begin
  select min(ledger), count(*), min(seq), max(seq), max(recorded_at) into l, n, lo, hi, at from fresh;
  if n = 0 then return null; end if;
  select size into h from ledger where ledger = l for update;
  if lo <> h + 1 or hi <> h + n then raise exception 'ledger % stands at %, got %..%', l, h, lo, hi; end if;
  update ledger set size = hi, recorded_at = greatest(recorded_at, at) where ledger = l;
  return null;
end $$;
create trigger dense after insert on entry referencing new table as fresh for each statement execute function dense();
`

/**
 * Who is cleared says so by a short signed claim; the login alone sees nothing. SHA-256 twice around the key: no length extension.
 * pg_temp stands last in the path, else a reader's own temporary `claim_key` would be asked before ours; and the four short functions
 * are bound when they are made, so that no search path of a reader puts another claim() under them.
 */
const claims = `
create table claim_key (key bytea not null check (octet_length(key) = 32));
create function claim() returns text[] stable security definer language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare said text := nullif(current_setting('peaceops.claim', true), ''); k bytea; parts text[]; payload text;
begin
  if said is null then return null; end if;
  parts := string_to_array(said, '|');
  if array_length(parts, 1) is distinct from 5 then return null; end if;
  payload := array_to_string(parts[1:4], '|');
  for k in select key from claim_key loop
    if encode(sha256(k || sha256(k || convert_to(payload, 'UTF8'))), 'hex') = parts[5] and parts[4]::bigint > extract(epoch from clock_timestamp()) then
      return parts;
    end if;
  end loop;
  return null;
end $$;
create function tier() returns smallint stable language sql return coalesce((claim())[1]::smallint, -1::smallint);
create function missions() returns text[] stable language sql return coalesce(string_to_array(nullif((claim())[2], ''), ','), '{}');
create function states() returns text[] stable language sql return coalesce(string_to_array(nullif((claim())[3], ''), ','), '{}');
create function everything() returns boolean stable language sql return coalesce((claim())[2] = '*', false);
`

const APPENDED = `
create function append_batch(l smallint, expected bigint, entries json, bodies json, derived json) returns bigint language plpgsql as $$
declare h bigint;
begin
  select size into h from ledger where ledger = l for update;
  if h is distinct from expected then return -1; end if;
  insert into entry select l, e.seq, e.id, e.subject, e.nth, e.chapter, e.type, e.v, e.door, e.occurred_on, e.latest, e.recorded_at, e.marking, e.mission, e.state,
    e.origin_system, e.origin_id, e.face, decode(e.face_salt, 'hex'), decode(e.body_hash, 'hex'), decode(e.leaf, 'hex')
    from json_to_recordset(entries) as e(seq bigint, id uuid, subject text, nth int, chapter text, type text, v smallint, door text, occurred_on date, latest date,
      recorded_at timestamptz, marking smallint, mission text, state text, origin_system text, origin_id text, face text, face_salt text, body_hash text, leaf text)
    order by e.seq;
  insert into body (ledger, seq, marking, mission, state, salt, json) select l, b.seq, b.marking, b.mission, b.state, decode(b.salt, 'hex'), b.json
    from json_to_recordset(bodies) as b(seq bigint, marking smallint, mission text, state text, salt text, json text);
  perform write_derived(l, derived);
  return h + json_array_length(entries);
end $$;
`

/** Takes what went, puts what came: with each batch, and by a rebuild. One at a time where it takes away: a join with a list made a plan that walked the table. */
const DERIVED = `
create function write_derived(l smallint, derived json) returns void language plpgsql as $$
declare r record;
begin
  if derived->'marked' is not null then
    for r in select * from json_to_recordset(derived->'marked') as m(subject text, marking smallint) loop
      update entry e set marking = r.marking where e.ledger = l and e.subject = r.subject and e.marking <> r.marking;
      update body b set marking = greatest(r.marking, coalesce((b.json::json->>'marking')::smallint, 3))
        where b.ledger = l and b.seq in (select e.seq from entry e where e.ledger = l and e.subject = r.subject);
    end loop;
  end if;
  if derived->'gone' is not null then
    for r in select * from json_to_recordset(derived->'gone') as g(key text, since int) loop
      delete from obligation o where o.ledger = l and o.key = r.key and o.since = r.since;
    end loop;
  end if;
  if derived->'spans' is not null then
    insert into obligation select l, s.key, s.since, s.until, s.subject, s.duty, s.debtor, s.rank, s.stands, s.disputed, s.binding, s.door, s.begins, s.start, s.due, s.adopted,
      s.marking, s.mission, s.state, s.detail, s.grounds
      from json_to_recordset(derived->'spans') as s(key text, since int, until int, subject text, duty text, debtor text, rank smallint, stands text, disputed boolean,
        binding text, door text, begins int, start int, due int, adopted bigint, marking smallint, mission text, state text, detail text, grounds text);
  end if;
  if derived->'unheld' is not null then
    for r in select * from json_to_recordset(derived->'unheld') as g(subject text) loop
      delete from holder o where o.ledger = l and o.subject = r.subject;
    end loop;
  end if;
  if derived->'holders' is not null then
    insert into holder select l, h.subject, h.since, h.until, h.office, h.grounds, h.marking, h.mission, h.state
      from json_to_recordset(derived->'holders') as h(subject text, since int, until int, office text, grounds text, marking smallint, mission text, state text);
  end if;
  if derived->'ungrounded' is not null then
    for r in select * from json_to_recordset(derived->'ungrounded') as g(subject text) loop
      delete from ground o where o.ledger = l and o.subject = r.subject;
    end loop;
  end if;
  if derived->'groundings' is not null then
    insert into ground select l, g.finding, g.about, g.subject, g.by, g.since, g.until, g.grounds, g.marking, g.mission, g.state
      from json_to_recordset(derived->'groundings') as g(finding text, about text, subject text, by text, since int, until int, grounds text, marking smallint, mission text, state text);
  end if;
end $$;
`

const GUARDED = ['entry', 'body', 'obligation', 'holder', 'ground'] as const
/** Where the law stands: public, of no mission and no State. Who is cleared for one mission reads it too, or nothing would follow from what he sees. */
const LAW: ReadonlySet<string> = new Set(['entry', 'body'])
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

const policies = (who: Logins): string => {
  const [keeper, pub, cleared] = [quoted(who.keeper), quoted(who.public), quoted(who.cleared)]
  return `
${GUARDED.map(
  t => `
alter table ${t} enable row level security;
alter table ${t} force row level security;
create policy keep on ${t} to ${keeper} using (true) with check (true);
create policy public_sees on ${t} for select to ${pub} using (marking = 0);
create policy cleared_sees on ${t} for select to ${cleared} using (marking <= (select tier())
  and ((select everything()) or mission = any ((select missions())::text[]) or state = any ((select states())::text[])${LAW.has(t) ? ' or (marking = 0 and mission is null and state is null)' : ''}));
grant select on ${t} to ${keeper}, ${pub}, ${cleared};`,
).join('')}
grant insert on entry, body, obligation, holder, ground to ${keeper};
grant delete on obligation, holder, ground to ${keeper};
grant update (marking) on entry, body to ${keeper};
grant select on ledger to ${keeper}; -- not to readers: its size tells of what they may not see
grant update (size, recorded_at) on ledger to ${keeper};
revoke create on schema public from public;
revoke all on function append_batch(smallint, bigint, json, json, json), write_derived(smallint, json) from public;
grant execute on function append_batch(smallint, bigint, json, json, json), write_derived(smallint, json) to ${keeper};
`
}
export const firstMigration = (who: Logins): string => tables + guards + claims + DERIVED + APPENDED + policies(who)
