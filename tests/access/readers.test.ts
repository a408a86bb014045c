import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, OPERATOR, PUBLIC, type Reader } from '../../src/kernel/access/reader.ts'
import type { Sql } from '../../src/kernel/database/pools.ts'
import { secret } from '../../src/kernel/database/secrets.ts'
import { day } from '../../src/kernel/day.ts'
import type { Marking } from '../../src/kernel/ledger/entry.ts'
import { board } from '../../src/record/board.ts'
import { caseOf } from '../../src/record/case.ts'
import { openRecord } from '../../src/record/record.ts'
import { freshDatabase, freshRecord } from '../database.ts'
import { draft } from '../record/conduct.ts'

// What the logins with which we serve can do, asked of the database itself: as if the server's own code had been taken over.

const GUARDED = ['entry', 'body', 'obligation', 'holder', 'ground'] as const
let record: Awaited<ReturnType<typeof freshRecord>>
let visitor: pg.Client // the public login, with any SQL it likes
let officer: pg.Client // the cleared login, before anybody signed a claim for it

const login = async (kind: 'public' | 'cleared' | 'keeper'): Promise<pg.Client> => {
  const client = new pg.Client(record.place.connect(record.pools.who[kind], secret(record.fresh.home, record.pools.who[kind])))
  await client.connect()
  return client
}
const count = async (client: pg.Client, table: string, where = 'true'): Promise<number> =>
  Number((await client.query(`select count(*) as n from ${table} where ${where}`)).rows[0].n)
const signed = (payload: string, key: Buffer): string => {
  const inner = createHash('sha256').update(key).update(payload).digest()
  return `${payload}|${createHash('sha256').update(key).update(inner).digest('hex')}`
}
const soon = (): number => Math.floor(Date.now() / 1000) + 60
/** How many entries this client sees when it claims that. */
const seenWith = async (client: pg.Client, claim: string): Promise<number> => {
  await client.query('begin')
  try {
    await client.query(`select set_config('peaceops.claim', $1, true)`, [claim])
    return await count(client, 'entry')
  } finally {
    await client.query('rollback')
  }
}

beforeAll(async () => {
  record = await freshRecord()
  const silent = async (subject: string, marking: Marking, mission: string, state: string) => {
    const is = { mission, state, category: 'contingent', matter: 'sea' }
    const answer = await record.ledger.append([
      draft(subject, 'MemberStateNotified', '2021-03-01', is, { marking, body: { data: { says: 'told' } } }),
      draft(subject, 'NoResponseReported', '2021-04-01', { mission, state, category: 'contingent', statedBy: 'un' }),
    ])
    expect(answer.ok).toBe(true)
  }
  for (const m of [0, 1, 2, 3] as const) {
    await silent(`ONE-${m}`, m, 'SIM-1', 'XAA')
    await silent(`TWO-${m}`, m, 'SIM-2', 'XAB')
  }
  visitor = await login('public')
  officer = await login('cleared')
})
afterAll(async () => {
  await visitor.end()
  await officer.end()
  await record.close()
})

describe('a visitor, with the public login and any SQL he likes', () => {
  test('sees the public rows of each table and no other', async () => {
    for (const table of GUARDED) {
      const all = await record.fresh.asOwner<{ n: string }>(`select count(*) as n from ${table} where marking > 0`)
      expect(Number(all[0]!.n), table).toBeGreaterThan(0)
      expect(await count(visitor, table), table).toBeGreaterThan(0)
      expect(await count(visitor, table, 'marking > 0'), table).toBe(0)
    }
  })
  test('sees no more with a claim, not even with a good one: his login cannot ask', async () => {
    const before = await count(visitor, 'entry')
    const good = signed(`3|*||${soon()}`, record.pools.claimKey)
    for (const claim of ['3|*||99999999999|x', good, good.replace(/^3/, '2')]) expect(await seenWith(visitor, claim)).toBe(before)
  })
  test('changes nothing', async () => {
    for (const table of [...GUARDED, 'ledger', 'claim_key']) {
      await expect(visitor.query(`delete from ${table}`), table).rejects.toThrow(/permission denied/)
      await expect(visitor.query(`insert into ${table} select * from ${table}`), table).rejects.toThrow(/permission denied/)
      await expect(visitor.query(`truncate ${table} cascade`), table).rejects.toThrow(/permission denied/)
      await expect(visitor.query(`begin; lock table ${table} in exclusive mode`), table).rejects.toThrow(/permission denied/)
      await visitor.query('rollback')
    }
    for (const table of GUARDED) await expect(visitor.query(`update ${table} set marking = 0`)).rejects.toThrow(/permission denied/)
    await expect(visitor.query('update ledger set size = 0')).rejects.toThrow(/permission denied/)
    await expect(visitor.query(`select append_batch(1::smallint, 0, '[]', '[]', '{}')`)).rejects.toThrow(/permission denied/)
    await expect(visitor.query(`select write_derived(1::smallint, '{}')`)).rejects.toThrow(/permission denied/)
    for (const ddl of [
      'alter table entry disable row level security',
      'drop policy public_sees on entry',
      'alter table entry disable trigger all',
    ])
      await expect(visitor.query(ddl)).rejects.toThrow(/must be owner/)
  })
  test('makes nothing: no table, not even a temporary one, no function, view, schema or role', async () => {
    for (const ddl of [
      'create table mine (n int)',
      'create temp table mine (n int)',
      'create view mine as select 1',
      'create function mine() returns int language sql as $$ select 1 $$',
      'create function pg_temp.mine() returns int language sql as $$ select 1 $$',
      'create schema mine',
      'create role mine',
      'create extension pgcrypto',
      'create database mine',
    ])
      await expect(visitor.query(ddl), ddl).rejects.toThrow(/permission denied/)
  })
  test('cannot read the key of the claims, nor how far the ledger has grown where he may not look', async () => {
    await expect(visitor.query('select * from claim_key')).rejects.toThrow(/permission denied/)
    await expect(visitor.query('select size, recorded_at from ledger')).rejects.toThrow(/permission denied/)
  })
  test('cannot become another role', async () => {
    for (const role of [record.pools.who.keeper, record.pools.who.cleared]) {
      await expect(visitor.query(`set role "${role}"`)).rejects.toThrow(/permission denied/)
      await expect(visitor.query(`set session authorization "${role}"`)).rejects.toThrow(/permission denied/)
    }
  })
  test('what he writes as his own condition is not asked of rows that he may not see', async () => {
    // A condition with a side effect (a division by nothing) would tell of hidden rows by its error.
    const { rows } = await visitor.query(
      `select count(*) as n from obligation where 1 / (marking - 3) < 1 and 1 / (marking - 2) < 1 and 1 / (marking - 1) < 1`,
    )
    expect(Number(rows[0].n)).toBeGreaterThan(0)
  })
})

describe('an officer, with the login of the cleared', () => {
  test('sees nothing before somebody signs for him', async () => {
    for (const table of GUARDED) expect(await count(officer, table)).toBe(0)
  })
  test('sees his mission up to his tier, and the law under which it stands', async () => {
    const reader: Reader = { tier: 2, missions: ['SIM-1'], states: [] }
    const seen = await as(
      record.pools,
      reader,
      async db => (await sql<{ subject: string }>`select distinct subject from entry order by subject`.execute(db)).rows,
    )
    expect(seen.map(r => r.subject)).toEqual(['HORIZON', 'ONE-0', 'ONE-1', 'ONE-2', 'RULEBOOK'])
    for (const table of ['obligation', 'holder', 'ground'])
      expect(
        (
          await as(record.pools, reader, db =>
            sql<{ subject: string }>`select distinct subject from ${sql.table(table)} order by subject`.execute(db),
          )
        ).rows.map(r => r.subject),
        table,
      ).toEqual(['ONE-0', 'ONE-1', 'ONE-2'])
  })
  test('reads the board and a case of his mission as the operator reads them', async () => {
    const reader: Reader = { tier: 2, missions: ['SIM-1'], states: [] }
    const on = day('2021-06-01')
    const mine = await as(record.pools, reader, db => board(db, reader, { on, mission: 'SIM-1', limit: 50 }))
    const all = await as(record.pools, OPERATOR, db => board(db, OPERATOR, { on, mission: 'SIM-1', limit: 50 }))
    expect(mine.rows).toEqual(all.rows.filter(r => r.span.subject !== 'ONE-3'))
    expect(mine.rows[0]!.why.length).toBeGreaterThan(0)
    const [a, b] = [
      await as(record.pools, reader, db => caseOf(db, 'ONE-2', on)),
      await as(record.pools, OPERATOR, db => caseOf(db, 'ONE-2', on)),
    ]
    expect(a!.owed).toEqual(b!.owed)
    expect(a!.owed.length).toBeGreaterThan(0)
    expect(await as(record.pools, reader, db => caseOf(db, 'TWO-0', on))).toBeUndefined()
  })
  test('cleared for a State he sees what concerns it, in any mission', async () => {
    const seen = await as(
      record.pools,
      { tier: 3, missions: [], states: ['XAB'] },
      async db => (await sql<{ n: number }>`select count(distinct subject) as n from obligation`.execute(db)).rows,
    )
    expect(Number(seen[0]!.n)).toBe(4)
  })
  test('tier, missions and states are those of the claim, and none without one', async () => {
    const asked = sql<object>`select tier() as tier, missions() as missions, states() as states, everything() as everything`
    expect((await as(record.pools, { tier: 2, missions: ['SIM-1', 'SIM-2'], states: ['XAA'] }, db => asked.execute(db))).rows).toEqual([
      { tier: 2, missions: ['SIM-1', 'SIM-2'], states: ['XAA'], everything: false },
    ])
    expect((await as(record.pools, OPERATOR, db => asked.execute(db))).rows).toEqual([
      { tier: 3, missions: ['*'], states: [], everything: true },
    ])
    expect(
      (await officer.query('select tier() as tier, missions() as missions, states() as states, everything() as everything')).rows,
    ).toEqual([{ tier: -1, missions: [], states: [], everything: false }])
  })
  test('a claim is refused when any byte of it was changed', async () => {
    const good = signed(`2|SIM-1|XAB|${soon()}`, record.pools.claimKey)
    expect(await seenWith(officer, good)).toBeGreaterThan(0)
    for (let i = 0; i < good.length; i++) {
      const other = good[i] === '3' ? '2' : '3'
      expect(await seenWith(officer, good.slice(0, i) + other + good.slice(i + 1)), `byte ${i}`).toBe(0)
    }
    for (const bad of [
      '',
      '|',
      '||||',
      `${good}|`,
      good.toUpperCase(),
      good.slice(0, -1),
      `${good}0`,
      `3${good.slice(1)}`,
      '3|*||99999999999|',
      "3|*||'||1",
    ])
      expect(await seenWith(officer, bad), bad).toBe(0)
  })
  test('a claim is refused under another key, and when its minute is over', async () => {
    expect(await seenWith(officer, signed(`3|*||${soon()}`, Buffer.alloc(32, 7)))).toBe(0)
    expect(await seenWith(officer, signed(`3|*||${Math.floor(Date.now() / 1000) - 1}`, record.pools.claimKey))).toBe(0)
    expect(await seenWith(officer, signed(`3|*||not a time`, Buffer.alloc(32, 7)))).toBe(0)
  })
  test('nobody is cleared for a mission whose name would read as two, or as all', async () => {
    for (const mission of ['*', 'SIM-1,SIM-2', 'SIM-1|XAA'])
      await expect(
        as(record.pools, { tier: 3, missions: [mission], states: [] }, db => sql`select 1`.execute(db)),
        mission,
      ).rejects.toThrow(/no name for which/)
  })
  test('cannot lay a key of his own before the real one', async () => {
    // A table of that name in his temporary schema would be found first by a search path that does not say otherwise.
    await expect(officer.query('create temp table claim_key (key bytea)')).rejects.toThrow(/permission denied/)
    // Even where an administrator allows temporary tables, the claim is checked against the real key.
    const [{ name }] = (await record.fresh.asOwner<{ name: string }>('select current_database() as name')) as [{ name: string }]
    await record.fresh.asOwner(`grant temporary on database ${name} to "${record.pools.who.cleared}"`)
    const crook = await login('cleared')
    try {
      const key = Buffer.alloc(32, 9)
      await crook.query('create temp table claim_key (key bytea)')
      await crook.query('insert into claim_key values ($1)', [key])
      await crook.query('grant all on claim_key to public')
      expect(await seenWith(crook, signed(`3|*||${soon()}`, key))).toBe(0)
      await crook.query(`create function pg_temp.claim() returns text[] language sql as $$ select array['3', '*', ''] $$`)
      for (const path of ['pg_temp, public', 'pg_temp', "''", 'public, pg_temp']) {
        await crook.query(`set search_path = ${path}`)
        expect(
          await crook.query('select count(*) as n from public.entry').then(
            r => Number(r.rows[0].n),
            () => 0,
          ),
          path,
        ).toBe(0)
      }
    } finally {
      await crook.end()
      await record.fresh.asOwner(`revoke temporary on database ${name} from "${record.pools.who.cleared}"`)
    }
  })
  test('a claim ends with its question: the next reader on the same connection sees nothing', async () => {
    await Promise.all(Array.from({ length: 20 }, () => as(record.pools, OPERATOR, db => sql`select count(*) from entry`.execute(db))))
    const after = await Promise.all(
      Array.from(
        { length: 20 },
        async () =>
          (
            await sql<{
              n: number
              said: string | null
            }>`select count(*) as n, current_setting('peaceops.claim', true) as said from entry`.execute(record.pools.cleared)
          ).rows[0]!,
      ),
    )
    for (const { n, said } of after) expect([Number(n), said ?? '']).toEqual([0, ''])
    // nor when the question failed
    await expect(as(record.pools, OPERATOR, db => sql`select 1 / 0`.execute(db))).rejects.toThrow()
    expect(Number((await sql<{ n: number }>`select count(*) as n from entry`.execute(record.pools.cleared)).rows[0]!.n)).toBe(0)
  })
  test('reads, and does nothing else', async () => {
    for (const s of [
      'insert into ledger select * from ledger',
      'update ledger set size = 1',
      'delete from obligation',
      'update entry set marking = 0',
    ])
      await expect(officer.query(s)).rejects.toThrow(/permission denied/)
    await expect(
      as(record.pools, OPERATOR, (db: Sql) => sql`select append_batch(1::smallint, 0, '[]', '[]', '{}')`.execute(db)),
    ).rejects.toThrow(/permission denied/)
    await expect(officer.query('select * from claim_key')).rejects.toThrow(/permission denied/)
  })
})

describe('the keeper', () => {
  test('writes entries, and reads neither the key of the claims nor changes what is written', async () => {
    const keeper = await login('keeper')
    try {
      await expect(keeper.query('select * from claim_key')).rejects.toThrow(/permission denied/)
      await expect(keeper.query('update obligation set stands = $1', ['met'])).rejects.toThrow(/permission denied/)
      await keeper.query('create temp table mine (n int)') // a file is laid out so before it is compared; it lasts no longer than its session
      await expect(keeper.query('create table mine (n int)')).rejects.toThrow(/permission denied/)
    } finally {
      await keeper.end()
    }
  })
})

describe('the shape of the database', () => {
  test('every table of the record has its row policies forced; nobody who serves owns one; no view looks past them', async () => {
    const relations = await record.fresh.asOwner<{
      name: string
      kind: string
      rls: boolean
      forced: boolean
      options: string[] | null
      owner: string
    }>(
      `select c.relname as name, c.relkind as kind, c.relrowsecurity as rls, c.relforcerowsecurity as forced, c.reloptions as options, pg_get_userbyid(c.relowner) as owner
       from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and c.relkind in ('r', 'p', 'v', 'm', 'f')`,
    )
    const open = relations.filter(r => r.kind === 'r' && !(r.rls && r.forced)).map(r => r.name)
    expect(open.sort()).toEqual(['claim_key', 'kysely_migration', 'kysely_migration_lock', 'ledger']) // none of these holds a case
    expect(relations.filter(r => r.kind === 'm' || r.kind === 'f')).toEqual([])
    expect(relations.filter(r => r.kind === 'v' && !r.options?.includes('security_invoker=true'))).toEqual([])
    const serving: string[] = Object.values(record.pools.who)
    expect(relations.filter(r => serving.some(s => r.owner === s || s.startsWith(`${r.owner}_`)))).toEqual([])
  })
  test('of the logins that serve, none is a superuser or goes past row security, and each has one membership', async () => {
    const logins = await record.fresh.asOwner<{ name: string; bad: boolean; of: string[] }>(
      `select r.rolname as name, r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication as bad,
         array(select pg_get_userbyid(roleid)::text from pg_auth_members where member = r.oid) as of from pg_roles r where rolname = any ($1)`,
      [Object.values(record.pools.who)],
    )
    expect(logins).toHaveLength(3)
    for (const l of logins) expect([l.bad, l.of.length]).toEqual([false, 1])
  })
  test('one function alone runs with its owner’s rights: the one that checks claims', async () => {
    const rows = await record.fresh.asOwner<{ name: string; config: string[] }>(
      `select p.proname as name, p.proconfig as config from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')`,
    )
    expect(rows.map(r => r.name)).toEqual(['claim'])
    expect(rows[0]!.config[0]).toMatch(/^search_path=pg_catalog.*pg_temp$/) // last, else a temporary table stands before ours
  })
  test('readers are granted to look, at the tables of the record only', async () => {
    const rows = await record.fresh.asOwner<{ grantee: string; what: string }>(
      `select grantee::text, privilege_type || ' ' || table_name as what from information_schema.role_table_grants
       where table_schema = 'public' and grantee <> current_user and grantee not like '%keeper' order by 2`,
    )
    expect(
      [...new Set(rows.map(r => r.what))].filter(
        w =>
          !/^SELECT (entry|body|obligation|holder|ground|dataset|layout|snapshot|snapshot_file|archived_closed|archived_state|archived_count|archived_problem)$/.test(
            w,
          ) && !/gbt|btree/.test(w),
      ),
    ).toEqual([])
  })
})

describe('a server refuses to serve with a login that could look past row security', () => {
  const opened = (f: Awaited<ReturnType<typeof freshDatabase>>) => openRecord({ home: f.home, url: f.url, say: () => undefined })
  const spoilt = async (
    how: (who: { public: string; cleared: string; keeper: string }, database: string) => string,
    says: RegExp,
    undo?: (database: string) => string,
  ): Promise<void> => {
    const fresh = await freshDatabase()
    try {
      const good = await opened(fresh)
      await good.close()
      const [{ name }] = (await fresh.asOwner<{ name: string }>('select current_database() as name')) as [{ name: string }]
      await fresh.asOwner(how(good.pools.who, name))
      const failed = await opened(fresh).then(
        async r => {
          await r.close()
          return undefined
        },
        (e: unknown) => e,
      )
      expect(failed).toMatchObject({
        name: 'Failure',
        message: expect.stringMatching(says),
        remedy: expect.stringMatching(/^As an administrator: (ALTER ROLE|revoke)/),
      })
      if (undo) await fresh.asOwner(undo(name))
    } finally {
      await fresh.drop()
    }
  }
  test('BYPASSRLS', () => spoilt(who => `alter role "${who.public}" bypassrls`, /has BYPASSRLS/))
  test('superuser', () => spoilt(who => `alter role "${who.cleared}" superuser`, /is a superuser/))
  test('member of the owner', () =>
    spoilt(who => `grant peaceops_owner to "${who.public}"`, /, as a member of peaceops_owner, is a superuser/))
  test('member of the owner, by way of its group', () =>
    spoilt(
      who => `grant peaceops_owner to "${who.public.replace(/_[0-9a-f]{8}$/, '')}"`,
      /, as a member of peaceops_owner, is a superuser/,
    ))
  test('member, by way of two others, of a superuser that owns nothing', () =>
    spoilt(
      (who, db) =>
        `create role ${db}_boss superuser; create role ${db}_between; grant ${db}_boss to ${db}_between; grant ${db}_between to "${who.public.replace(/_[0-9a-f]{8}$/, '')}"`,
      /superuser/,
    ))
  test('may copy the disk of the database', () => spoilt(who => `alter role "${who.public}" replication`, /REPLICATION/))
  test('may read every table, the key of the claims included', () =>
    spoilt(who => `grant pg_read_all_data to "${who.cleared}"`, /key of the claims/))
  test('may read the files of the server', () => spoilt(who => `grant pg_read_server_files to "${who.cleared}"`, /files of the server/))
})

test('two records whose databases are named alike for forty letters share no login', async () => {
  const stem = 'x'.repeat(45)
  const [a, b] = [`${stem}_a`, `${stem}_b`]
  const base = await freshDatabase()
  const url = (name: string): string => base.url.replace(/[^/]+$/, name)
  try {
    for (const name of [a, b]) await base.asOwner(`create database ${name}`)
    const one = await openRecord({ home: base.home, url: url(a), say: () => undefined })
    const other = await openRecord({ home: base.home, url: url(b), say: () => undefined })
    try {
      const stranger = new pg.Client({ ...other.place.connect(one.pools.who.public, secret(base.home, one.pools.who.public)) })
      const answer = await stranger.connect().then(
        () => 'was let in',
        (e: Error) => e.message,
      )
      await stranger.end()
      expect(answer).toMatch(/permission denied/)
    } finally {
      await one.close()
      await other.close()
    }
  } finally {
    for (const name of [a, b]) await base.asOwner(`drop database if exists ${name} with (force)`)
    await base.asOwner(
      `do $$ declare r text; begin for r in select rolname from pg_roles where rolname like 'xxxxxxxx%' loop execute format('drop role %I', r); end loop; end $$`,
    )
    await base.drop()
  }
})

test('a visitor who asks as PUBLIC is on the public login, whoever asked before', async () => {
  const { rows } = await as(record.pools, PUBLIC, db => sql<{ who: string }>`select current_user as who`.execute(db))
  expect(rows[0]!.who).toBe(record.pools.who.public)
})
