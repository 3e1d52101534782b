import fc from 'fast-check'
import { expect, it } from 'vitest'
import { capacityOf, freeSeatsByDay } from '../../src/network/free-seats.ts'
import { type Gathering, holdsSeat, queueOf } from '../../src/network/gathering.ts'
import { offerEnd } from '../../src/network/offer-terms.ts'
import { imported, joined, networkOn, now, person, queueing, type TestNetwork, testNetwork } from './support.ts'

/*
 * Whatever people do in whatever order, on several processes with one store, and however the clock jumps. The model
 * knows only what was said: who has said no and nothing since has no seat and no place in the queue.
 */

const names = ['Ada', 'Bo', 'Cai', 'Dag', 'Eva'] as const
const ids = names.map((name) => person(name).id)

/** What is known without looking: who has last said what. */
interface Model {
  now: Temporal.Instant
  /** Said no, in whatever way, and nothing since. */
  left: Set<string>
}

interface Real {
  processes: TestNetwork[]
}

type Command = fc.AsyncCommand<Model, Real>

async function gatheringOf({ processes }: Real): Promise<Gathering> {
  const gathering = await processes[0]?.gatherings.find('spring')
  if (!gathering) throw new Error('no gathering')
  return gathering
}

/** Does it, and looks whether all that must be true is. */
function command(name: string, act: (model: Model, network: TestNetwork) => Promise<void>, process: number): Command {
  return {
    check: () => true,
    async run(model, real) {
      const network = real.processes[process % real.processes.length]
      if (network === undefined) throw new Error('no process')
      await act(model, network)
      const gathering = await gatheringOf(real)
      for (const id of model.left) {
        const mine = gathering.registrations.find(({ memberId }) => memberId === id)
        expect(mine === undefined || !['registered', 'offered', 'waiting'].includes(mine.state)).toBe(true)
      }
      expectWithinCapacity(gathering)
      expectNobodyWaitsInVain(gathering, model.now)
      expect(new Set(gathering.registrations.map(({ memberId }) => memberId)).size).toBe(gathering.registrations.length)
    },
    toString: () => name,
  }
}

function expectWithinCapacity(gathering: Gathering): void {
  for (const free of freeSeatsByDay(gathering, 'in-person')) expect(free).toBeGreaterThanOrEqual(0)
  const asked = gathering.registrations.filter(({ handover }) => handover?.state === 'asked')
  for (const { state } of asked) expect(state).toBe('registered')
}

/** While there is time to answer, the first who waits is asked as soon as there is a seat on all their days. */
function expectNobodyWaitsInVain(gathering: Gathering, at: Temporal.Instant): void {
  const [first] = queueOf(gathering, 'in-person')
  const isOver = gathering.endsAt.getTime() <= at.epochMilliseconds
  if (first === undefined || isOver || offerEnd(at, gathering, null) === null) return
  const free = freeSeatsByDay(gathering, 'in-person')
  const wanted = first.days.length === 0 ? [1, 2] : first.days
  expect(wanted.every((day) => (free[day - 1] ?? 0) > 0)).toBe(false)
}

const who = fc.constantFrom(...ids)
const process = fc.nat({ max: 2 })
const days = fc.constantFrom([], [1], [2])

const commands = [
  fc.tuple(who, days, process, fc.constantFrom('', 'Grete')).map(([id, chosen, at, guest]) =>
    command(
      `${id} asks for days ${chosen.join('+') || 'all'}${guest && ' with a guest'}`,
      async (model, network) => {
        const form = { ...queueing, days: chosen, guest }
        const outcome = await network.registrations.register('spring', id, form, model.now)
        if (outcome.ok) model.left.delete(id)
      },
      at,
    ),
  ),
  fc.tuple(who, process).map(([id, at]) =>
    command(
      `${id} cancels`,
      async (model, network) => {
        await network.registrations.cancel('spring', id, model.now)
        model.left.add(id)
      },
      at,
    ),
  ),
  fc.tuple(who, fc.boolean(), process).map(([id, isYes, at]) =>
    command(
      `${id} says ${isYes ? 'yes' : 'no'} to an offer`,
      async (model, network) => {
        const before = await network.registrations.of('spring', id)
        const answer = isYes ? network.registrations.accept : network.registrations.decline
        const outcome = await answer('spring', id, model.now)
        if (isYes && outcome.ok) model.left.delete(id)
        if (!isYes && before?.registration.state === 'offered' && outcome.ok) model.left.add(id)
      },
      at,
    ),
  ),
  fc
    .tuple(who, who, fc.constantFrom('ask', 'ask and take', 'take', 'refuse', 'keep'), process)
    .map(([from, to, what, at]) =>
      command(
        `${from} and ${to}: ${what}`,
        async (model, { colleagues }) => {
          if (what.startsWith('ask')) await colleagues.askSubstitute('spring', from, to, model.now)
          if (what === 'refuse') await colleagues.refuse('spring', to, from, model.now)
          if (what === 'keep') await colleagues.keepSeat('spring', from, model.now)
          const taken = what.endsWith('take') && (await colleagues.takeOver('spring', to, from, model.now))
          if (taken === false || !taken.ok) return
          model.left.delete(to)
          model.left.add(from)
        },
        at,
      ),
    ),
  fc.tuple(fc.integer({ min: 1, max: 4 }), process).map(([capacity, at]) =>
    command(
      `${capacity} seats`,
      async (model, network) => {
        await network.gatherings.change('spring', (gathering) => withCapacity(gathering, capacity), model.now)
      },
      at,
    ),
  ),
  fc.tuple(fc.integer({ min: -10, max: 60 }), process).map(([hours, at]) =>
    command(
      `${hours} hours go by`,
      async (model, network) => {
        model.now = model.now.add({ hours })
        await network.tend(model.now)
      },
      at,
    ),
  ),
]

/** As many as have one at least, as an adviser's form holds them to. */
function withCapacity(gathering: Gathering, capacity: number): Gathering {
  const registered = gathering.registrations.filter(({ state }) => state === 'registered')
  const free = freeSeatsByDay({ ...gathering, capacity }, 'in-person', registered)
  return free.every((seats) => seats >= 0) ? { ...gathering, capacity } : gathering
}

async function staged(): Promise<{ model: Model; real: Real }> {
  const network = await testNetwork()
  await imported(network, { capacity: 2, endsAt: '2027-03-02T15:00' })
  await joined(network, ...names)
  const processes = [network, networkOn(network.database), networkOn(network.database)]
  return { model: { now, left: new Set() }, real: { processes } }
}

it('the store keeps to the rules in whatever order people act, on several processes, and however the clock jumps', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 60, size: 'max' }), async (history) => {
      await fc.asyncModelRun(staged, history)
    }),
    { numRuns: 40 },
  )
})

it('all at once is as one after the other, in some order', async () => {
  const all = fc.array(fc.tuple(who, fc.constantFrom('register', 'cancel', 'accept', 'decline'), process), {
    minLength: 10,
    maxLength: 40,
  })
  await fc.assert(
    fc.asyncProperty(all, async (acts) => {
      const { real } = await staged()
      const outcomes = await Promise.all(
        acts.map(([id, what, at]) => {
          const registrations = real.processes[at % real.processes.length]?.registrations
          if (registrations === undefined) throw new Error('no process')
          if (what === 'register') return registrations.register('spring', id, queueing, now)
          return registrations[what === 'cancel' ? 'cancel' : what === 'accept' ? 'accept' : 'decline'](
            'spring',
            id,
            now,
          )
        }),
      )
      expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'full')).toEqual([])
      const gathering = await gatheringOf(real)
      expectWithinCapacity(gathering)
      expectNobodyWaitsInVain(gathering, now)
      const held = gathering.registrations.filter(holdsSeat).length
      const waiting = queueOf(gathering, 'in-person').length
      expect(waiting === 0 || held === capacityOf(gathering, 'in-person')).toBe(true)
    }),
    { numRuns: 30 },
  )
})
