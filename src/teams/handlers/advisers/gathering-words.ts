import type { AdviserVerb } from '../../../cards/verbs/advisers.ts'
import type { Gathering } from '../../../network/gathering.ts'

/** What an adviser wants done with a gathering. */
export interface GatheringWish {
  verb: AdviserVerb
  data: Readonly<Record<string, string>>
  /** As they call it; empty is the next one. */
  title: string
  /** The same words with something else than a gathering are a member's. */
  isMembersToo: boolean
}

const registered =
  '(?:alle |all )?(?:de |dei |the |those )?(?:påmeldte|påmelde|påmeldings?list[ea]n?|deltak[ea]rlist[ea]n?|deltak[ea]r(?:e|ne|ar|ane)?|attendees|attendee list|participants|registered|registrations)'
const where = '(?: (?:til|på|for|fra|frå|i|to|of|from|at|on|in) (?<title>.+))?'
const somewhere = ' (?:til|på|for|i|to|of|at|on|in) (?<title>.+)'
const article = '(?:en |ei |ein |a |the )?'

const wishes: readonly { words: RegExp; verb: AdviserVerb; data?: Readonly<Record<string, string>>; bare?: true }[] = [
  {
    words: whole('(?:avlys[et]?|kanseller[et]?|call off|cancel) (?<title>.+)'),
    verb: 'gatherings.call-off',
    bare: true,
  },
  {
    words: whole('(?:endre|rediger|flytt|oppdater|edit|change|move|update|reschedule) (?<title>.+)'),
    verb: 'gatherings.edit',
    bare: true,
  },
  {
    words: whole(
      `(?:skriv|send|lag|write) ${article}(?:ny |new )?(?:melding|beskjed|message) (?:til|to) ${registered}${where}`,
    ),
    verb: 'announcements.write',
    data: { group: 'registered' },
  },
  {
    words: whole(
      `(?:last ned|hent|eksporter|download|export|get) (?:(?:liste|lista|listen|the list|list) (?:over|med|of) )?${registered}${where}`,
    ),
    verb: 'attendees.export',
    data: { format: 'xlsx' },
  },
  {
    words: whole(
      `(?:vis |registrer |før |ta |show |take |register )?(?:oppmøte(?:t|lista|listen)?|frammøte(?:t)?|innsjekk(?:ing)?|attendance|check-?in)${where}`,
    ),
    verb: 'attendees.check',
  },
  {
    words: whole(
      `(?:inviter|invite|send (?:ut )?(?:invitasjon(?:en|er|ar)?|(?:the )?invitations?))(?: (?:alle|medlemmene|medlemene|everybody|the members|members))?${where}`,
    ),
    verb: 'gatherings.invite',
  },
  { words: whole(`(?:vis |show )?${registered}${somewhere}`), verb: 'attendees.overview' },
  {
    words: whole(`(?:hvem|kven|who) (?:kommer|kjem|er påmeldte?|er påmelde?|is coming|is registered)${somewhere}`),
    verb: 'attendees.overview',
  },
]

/** Null: they speak of nothing that is done with a gathering. */
export function readGatheringWish(written: string): GatheringWish | null {
  for (const { words, verb, data = {}, bare = false } of wishes) {
    const found = words.exec(written)
    if (found !== null) return { verb, data, title: titleIn(found.groups?.title ?? ''), isMembersToo: bare }
  }
  return null
}

/** The gathering that is called so, or else the first whose title has these words; without a title the first of all. */
export function namedGathering(title: string, ahead: readonly Gathering[]): Gathering | null {
  if (title === '') return ahead[0] ?? null
  const called = ahead.map((gathering) => ({ gathering, name: gathering.title.toLowerCase() }))
  const found = called.find(({ name }) => name === title) ?? called.find(({ name }) => name.includes(title))
  return found?.gathering ?? null
}

/** «samlinga» alone is the next one. */
function titleIn(written: string): string {
  return written
    .toLowerCase()
    .replaceAll(/[«»"“”]/g, '')
    .replace(/^(?:the |neste |next )*(?:samling(?:en|a)?|gathering)\b ?/, '')
    .trim()
}

function whole(pattern: string): RegExp {
  return new RegExp(`^${pattern}$`, 'i')
}
