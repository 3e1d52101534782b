import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { runNetworkCommand } from '../../src/cli/network/run.ts'
import { createNetwork } from '../../src/network/network.ts'
import { openEmbedded } from '../../src/store/embedded.ts'
import { now, person, profile, queueing, simply } from '../network/support.ts'
import { benchOn } from '../reminders/harness.ts'

async function terminal(files: Record<string, string | Uint8Array> = {}) {
  const directory = await mkdtemp(join(tmpdir(), 'network-cli-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  return {
    directory,
    async run(...args: string[]) {
      let out = ''
      let errors = ''
      const code = await runNetworkCommand(args, {
        env: { DATA_DIR: directory },
        now: () => now,
        readFile: async (name) => Buffer.from(files[name] ?? ''),
        print: (text) => {
          out += text
        },
        complain: (text) => {
          errors += text
        },
      })
      return { code, out, errors }
    },
  }
}

const gathering = {
  id: 'spring',
  title: 'Vårsamling',
  startsAt: '2027-03-01T10:00',
  endsAt: '2027-03-01T15:00',
  place: 'Drammen',
  capacity: 1,
}

describe('network import gatherings', () => {
  it('may be run twice', async () => {
    const { run } = await terminal({ 'g.json': JSON.stringify([gathering]) })
    expect(await run('import', 'gatherings', 'g.json')).toMatchObject({ code: 0, errors: '' })
    expect((await run('import', 'gatherings', 'g.json')).out).toContain('1 as before')
  })

  it('names every mistake by row and field, and imports nothing', async () => {
    const files = {
      'g.json': JSON.stringify([gathering, { ...gathering, id: 'x', title: '', endsAt: '2027-03-01T09:00' }]),
    }
    const { run } = await terminal(files)
    const { code, errors } = await run('import', 'gatherings', 'g.json')
    expect(code).toBe(1)
    expect(errors).toBe(
      'g.json has 2 mistakes; nothing was imported:\n  row 2, title: is missing\n  row 2, endsAt: must be after the start\n',
    )
    expect((await run('status')).out).toContain('0 ahead')
  })

  it('says when the file is no JSON', async () => {
    const { run } = await terminal({ 'g.json': '{' })
    expect(await run('import', 'gatherings', 'g.json')).toMatchObject({ code: 1, out: '' })
  })
})

const members = 'email,name,municipality,role,topics,language\n'

describe('network import members', () => {
  it('reads what Excel writes: semicolons, marks of UTF-8, windows-1252, quotation marks', async () => {
    const excel = 'email;name;municipality;role;topics;language\r\nbo@example.no;"Bø; Bo";aas;;erasmus-plus|life;nn\r\n'
    const latin = Buffer.from(`${members}kari@example.no,Kåre Ås,Ål,,,\n`, 'latin1')
    const { run } = await terminal({ 'a.csv': `\u{FEFF}${excel}`, 'b.csv': latin, 'c.csv': `sep=;\r\n${excel}` })
    expect((await run('import', 'members', 'a.csv')).out).toContain('1 member(s) added')
    expect((await run('import', 'members', 'b.csv')).out).toContain('1 member(s) added')
    expect((await run('import', 'members', 'c.csv')).out).toContain('1 as before')
    expect((await run('export', 'members')).out).toBe(
      `${members}kari@example.no,Kåre Ås,Ål,,,nb\nbo@example.no,"Bø; Bo",Ås,,erasmus-plus life,nn\n`.replaceAll(
        '\n',
        '\r\n',
      ),
    )
  })

  it('names every mistake by row and field, and imports nothing', async () => {
    const csv = `${members}ada@example.no,Ada,Lier,,,nb\n\nada@example.no,Ada,Lier,,,nb\nno address,,Lier,,rockets,sv\na@example.no,A,Lier,,,nb,more\n`
    const { run } = await terminal({ 'm.csv': csv })
    const { code, errors } = await run('import', 'members', 'm.csv')
    expect(code).toBe(1)
    expect(errors.trim().split('\n').slice(1)).toEqual([
      '  row 4, email: is there twice',
      '  row 5, topics: is not one of those that there are',
      '  row 5, name: is missing',
      '  row 5, email: is no e-mail address',
      '  row 5, language: is not one of those that there are',
      '  row 6: has too many values',
    ])
    expect((await run('export', 'members')).out).toBe(members.replace('\n', '\r\n'))
  })

  it('says which columns are left out, and how municipalities are read', async () => {
    const csv = 'email,name,municipality,mobile\nada@example.no,Ada,Dramen,1\nbo@example.no,Bo,Xyz,2\n'
    const { run } = await terminal({ 'm.csv': csv })
    const { out } = await run('import', 'members', 'm.csv')
    expect(out).toContain('nothing of the kind: mobile')
    expect(out).toContain('Row 2: Dramen is read as Drammen.')
    expect(out).toContain('Row 3: no municipality is called Xyz')
  })

  it('names what is wrong with the columns', async () => {
    const { run } = await terminal({ 'm.csv': 'mobile,name,name\nx,y,z\n', 'q.csv': `${members}"a,b,c\n` })
    expect((await run('import', 'members', 'm.csv')).errors.trim().split('\n').slice(1)).toEqual([
      '  row 1, email: is missing',
      '  row 1, municipality: is missing',
      '  row 1, name: is there twice',
    ])
    expect((await run('import', 'members', 'q.csv')).errors).toContain('quotation mark')
  })
})

describe('network export', () => {
  it('gives those registered and waiting, with formulas made harmless', async () => {
    const { run, directory } = await terminal({ 'g.json': JSON.stringify([gathering]) })
    await run('import', 'gatherings', 'g.json')
    const database = await openEmbedded(directory)
    const network = createNetwork({ database, listener: null, quietHours: null, newId: () => crypto.randomUUID() })
    await network.members.save(person('Ada').id, profile('Ada', { name: '=HYPERLINK("x")' }), now)
    await network.members.save(person('Bo').id, profile('Bo'), now)
    await network.registrations.register('spring', person('Ada').id, { ...simply, diet: '+vegan, no nuts' }, now)
    await network.registrations.register('spring', person('Bo').id, queueing, now)
    await database.close()
    expect((await run('export', 'registrations', 'spring')).out.split('\r\n')).toEqual([
      'email,name,municipality,role,state,attendance,queue,since,diet,question,days,guest',
      `ada@example.no,"'=HYPERLINK(""x"")",Drammen,Rektor,registered,in-person,,2027-02-01T10:00,"'+vegan, no nuts",,,`,
      'bo@example.no,Bo,Drammen,Rektor,waiting,in-person,1,2027-02-01T10:00,,,,',
      '',
    ])
    expect((await run('export', 'members', '--excel')).out).toMatch(/^\u{FEFF}email;name;/u)
    expect((await run('status')).out).toContain('spring (published): 1 registered of 1, 0 offered, 1 waiting')
    expect((await run('forget', person('Ada').id)).code).toBe(0)
    expect((await run('status')).out).toContain('0 registered of 1, 1 offered, 0 waiting')
    expect((await run('forget', person('Ada').id)).out).toContain('Nothing was stored')
  })

  it('forgets by their address who came with a list and never wrote', async () => {
    const { run, directory } = await terminal()
    const database = await openEmbedded(directory)
    const network = createNetwork({ database, listener: null, quietHours: null, newId: () => crypto.randomUUID() })
    await network.members.importAll([profile('Kari'), profile('Liv')], now)
    await database.close()
    expect((await run('forget', 'Kari@Example.no')).out).toContain('is deleted')
    expect((await run('forget', 'kari@example.no')).out).toContain('Nothing was stored')
    const left = (await run('export', 'members')).out
    expect(left).toContain('liv@example.no')
    expect(left).not.toContain('kari')
  })

  it('says that there is no such gathering', async () => {
    const { run } = await terminal()
    expect(await run('export', 'registrations', 'nowhere')).toMatchObject({ code: 1, out: '' })
  })
})

describe('network status', () => {
  it('tells what became of messages, how late they were, and what waits, also when the bot is stopped', async () => {
    const { run, directory } = await terminal()
    const database = await openEmbedded(directory)
    const bench = benchOn(database, now, () => 0.5)
    let answers = 0
    bench.answer = () => (answers++ === 0 ? { kind: 'throttled', retryAfterMs: 3_000 } : { kind: 'delivered' })
    const reminders = await bench.open()
    const date = (hours: number) => new Date(now.add({ hours }).epochMilliseconds)
    const message = (key: string, dueAt: Date) => {
      return { key, about: key, kind: 'announcement' as const, personId: 't/ada', data: {}, dueAt, expiresAt: date(99) }
    }
    await reminders.post([message('a', date(0)), message('b', date(2))])
    await bench.runUntil(reminders, now.add({ seconds: 30 }))
    await reminders.stop()
    await database.close()

    const { out } = await run('status')
    expect(out).toContain('1 due, 0 leased, 1 sent, 0 unreachable, 0 failed, 0 withdrawn, 0 dropped')
    expect(out).toContain(`0 retried, 1 throttled, 0 postponed (times, since ${now.add({ milliseconds: 3_500 })})`)
    expect(out).toContain('lateness     of 1 sent: half within 5 s, 99 in 100 within 5 s, at most 3.5 s\n')
    expect(out).toContain('overdue      nothing')
    expect(out).toContain(`t: 1 due, 0 overdue, the first at ${now.add({ hours: 2 })}`)
    expect(out).toMatch(/^ {2}announcement +1 +0 +1( +0){5} +1 +0$/m)

    const { outbox } = JSON.parse((await run('status', '--json')).out)
    expect(outbox).toMatchObject({ due: 1, sent: 1, retried: 0, throttled: 1, postponed: 0, oldestOverdueAt: null })
    expect(outbox.lateness.kept).toMatchObject({ messages: 1, p50: 5, p99: 5, most: 3.5 })
    expect(outbox.lateness.kept.within).toMatchObject({ 1: 0, 5: 1 })
    expect(outbox.kinds.announcement).toMatchObject({ sent: 1, throttled: 1 })
  })
})

describe('network', () => {
  it.each([
    [[]],
    [['import']],
    [['import', 'gatherings']],
    [['export', 'registrations']],
    [['forget', 'nobody']],
    [['status', '--yaml']],
    [['status', 'now']],
  ])('explains itself when it does not understand %j', async (args) => {
    const { run } = await terminal()
    const { code, errors } = await run(...args)
    expect(code).toBe(2)
    expect(errors).toContain('Usage')
  })

  it('says that the bot has the data open', async () => {
    const { run, directory } = await terminal()
    const database = await openEmbedded(directory)
    const { code, errors } = await run('status')
    await database.close()
    expect(code).toBe(1)
    expect(errors).not.toBe('')
  })
})
