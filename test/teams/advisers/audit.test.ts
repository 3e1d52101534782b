import { describe, expect, it } from 'vitest'
import { buttons, words } from '../../support/bot.ts'
import { buttonOf, idIn, member, type Office, openOffice, published, typed } from './support.ts'

interface Scene extends Office {
  gatheringId: string
  kari: Awaited<ReturnType<typeof member>>
  ola: Awaited<ReturnType<typeof member>>
}

type Change = [what: string, act: (scene: Scene) => Promise<unknown>, said: string]

/** A published gathering; Kari is registered, Ola is not. */
async function scene(): Promise<Scene> {
  const office = await openOffice()
  const gatheringId = await published(office.eva)
  const [kari, ola] = [await member(office, 'Kari'), await member(office, 'Ola')]
  await kari.presses('gatherings.register', { gatheringId })
  return { ...office, gatheringId, kari, ola }
}

async function edit({ eva, gatheringId }: Scene, changes: object) {
  const form = buttonOf(await eva.presses('gatherings.edit', { gatheringId }), 'gatherings.save')
  const saved = await eva.presses('gatherings.save', { ...form, ...typed, ...changes })
  if (!buttons(saved).includes('gatherings.save')) return
  const asked = { ...buttonOf(saved, 'gatherings.save', 'Lagre uten å si fra'), ...typed, ...changes }
  await eva.presses('gatherings.save', asked)
}

async function merge({ eva, kari, ola }: Scene) {
  await eva.presses('members.confirm-merge', { keepId: kari.id, goneId: ola.id })
}

async function download({ eva, bot }: Scene, verb: string, data: object) {
  const card = await eva.presses(verb, { ...data })
  const path = /https:\/\/bot\.example\.no(\/download\/[^"]+)/.exec(JSON.stringify(card.card))?.[1] ?? ''
  await fetch(bot.url + path, { method: 'POST' })
}

const changes: Change[] = [
  ['a new gathering', ({ eva }) => eva.presses('gatherings.save', { ...typed, title: 'Ny' }), 'opprettet (Ny)'],
  ['an edit', (at) => edit(at, { place: 'Lier' }), 'sted fra «Union Scene, Drammen» til «Lier» (Vårsamling)'],
  ['an agenda', (at) => edit(at, { agenda: '10:00 Kaffe' }), 'program fra «tomt» til «Kaffe»'],
  [
    'an audience',
    (at) => edit(at, { audience: 'municipalities', audienceList: 'Lier' }),
    'målgruppe fra «Alle medlemmer» til «Bestemte kommuner: Lier»',
  ],
  [
    'closing',
    ({ eva, gatheringId }) => eva.presses('gatherings.close', { gatheringId }),
    'til «Påmeldingen er stengt»',
  ],
  [
    'calling off',
    async ({ eva, gatheringId }) => {
      const asked = await eva.presses('gatherings.call-off', { gatheringId })
      await eva.presses('gatherings.call-off', buttonOf(asked, 'gatherings.call-off', 'Ja, uten å si fra'))
    },
    'status fra «Publisert» til «Avlyst»',
  ],
  [
    'an invitation',
    async ({ eva, gatheringId }) => {
      const asked = await eva.presses('gatherings.invite', { gatheringId })
      await eva.presses('gatherings.invite', buttonOf(asked, 'gatherings.invite'))
    },
    'inviterte 1',
  ],
  [
    'registering somebody',
    ({ eva, gatheringId, ola }) => eva.presses('attendees.register', { gatheringId, memberId: ola.id }),
    'meldte på Ola (Vårsamling)',
  ],
  [
    'changing what somebody told',
    ({ eva, gatheringId, kari }) =>
      eva.presses('attendees.register', { gatheringId, memberId: kari.id, diet: 'Vegan' }),
    'endret påmeldingen til Kari',
  ],
  [
    'removing somebody',
    ({ eva, gatheringId, kari }) => eva.presses('attendees.remove', { gatheringId, memberId: kari.id }),
    'meldte av Kari',
  ],
  [
    'a tick',
    ({ eva, gatheringId, kari }) => eva.presses('attendees.tick', { gatheringId, present: kari.id, ticked: '' }),
    'krysset av Kari',
  ],
  ['a code', ({ eva, gatheringId }) => eva.presses('attendees.code', { gatheringId }), 'åpnet koden for oppmøte'],
  [
    'a message',
    async ({ eva, gatheringId }) => {
      const message = { announcementId: 'm1', gatheringId, title: 'Husk pass', text: 'Vi reiser.', group: 'registered' }
      const preview = await eva.presses('announcements.preview', message)
      await eva.presses('announcements.send', buttonOf(preview, 'announcements.send'))
    },
    'sendte «Husk pass» til 1',
  ],
  [
    'a list fetched',
    (at) => download(at, 'attendees.export', { gatheringId: at.gatheringId, format: 'csv' }),
    'hentet lista over påmeldte (csv, 1)',
  ],
  ['the members fetched', (at) => download(at, 'members.download', {}), 'hentet medlemslista (2)'],
  ['two members merged', merge, 'slo sammen to medlemmer til Kari'],
  [
    'two kept apart',
    ({ eva, kari, ola }) => eva.presses('members.keep-apart', { one: kari.id, other: ola.id }),
    'så at Kari og en som ligner, er to',
  ],
  [
    'a suggestion taken up',
    async ({ bot, eva, kari }) => {
      const now = Temporal.Instant.from('2027-02-01T09:00:00Z')
      await bot.running.network.suggestions.suggest(kari.id, { id: 's1', text: 'Romfart', why: '' }, now)
      await eva.presses('suggestions.done', { suggestionId: 's1' })
    },
    'merket et forslag til tema som tatt opp',
  ],
  [
    'an experience hidden',
    async ({ eva, kari }) => {
      const told = { title: 'Romfart', topic: 'none', year: '', what: 'Fløy', lesson: '', mayContact: 'false' }
      await kari.presses('experiences.save', { experienceId: 'e1', ...told })
      await eva.presses('experience-desk.hide', { experienceId: 'e1' })
    },
    'skjulte en erfaring',
  ],
  [
    'a channel named',
    ({ bot }) => bot.person('Eva', { conversationId: '19:t', scope: 'channel' }).says('Dette er rådgivernes kanal'),
    'gjorde en kanal til rådgivernes',
  ],
]

describe('the log', () => {
  it.each(changes)('has %s, once, with who and when', async (_, act, said) => {
    const at = await scene()
    const { bot, eva } = at
    const before = await bot.running.network.changes.by(eva.id)
    at.clock.moveTo('2027-02-02T09:00:00Z')
    await act(at)
    expect(await bot.running.network.changes.by(eva.id)).toHaveLength(before.length + 1)
    const [latest = ''] = words(await eva.presses('advise.log'))
      .split('\n')
      .filter((line) => line.startsWith('- '))
    expect(latest).toContain('tirsdag 2. februar 2027 kl. 10:00')
    expect(latest).toContain(said)
  })

  it('names who did it, pages, and is empty at first', async () => {
    const office = await openOffice()
    const { eva } = office
    expect(words(await eva.presses('advise.log'))).toContain('Ingen endringer')
    await eva.says('hjelp')
    await eva.presses('gatherings.save', { ...typed, title: 'Først' })
    expect(words(await eva.presses('advise.log'))).toContain('eva@example.kommune.no: opprettet (Først)')
    await member(office, 'Eva')
    for (let number = 0; number < 9; number++)
      await eva.presses('gatherings.save', { ...typed, title: `Nr. ${number}` })
    const first = await eva.presses('advise.log')
    expect(words(first)).toContain('Eva: opprettet')
    const second = await eva.presses('advise.log', buttonOf(first, 'advise.log', 'Vis flere'))
    expect(words(second)).toContain('opprettet')
    expect(buttons(second)).toContain('advise.log')
  })

  it('of a draft that was thrown away stays', async () => {
    const { eva } = await openOffice()
    const gatheringId = idIn(await eva.presses('gatherings.save', typed))
    await eva.presses('gatherings.discard', { gatheringId })
    expect(words(await eva.presses('advise.log'))).toContain('slettet')
  })
})
