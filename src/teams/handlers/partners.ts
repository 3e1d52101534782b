import { contactCard, declinedCard } from '../../cards/partner-contact.ts'
import { partnerFormCard } from '../../cards/partner-form.ts'
import { matchesCard, mySearchesCard, otherSearchCard } from '../../cards/partners.ts'
import type { VerbData } from '../../cards/verbs.ts'
import { contentWords } from '../../knowledge/content-words.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { FieldMistake } from '../../network/mistakes.ts'
import { type Experiences, isSharedBy } from '../../network/together/experiences.ts'
import { type PartnerForm, readPartnerForm, type searchMonths } from '../../network/together/partner-search.ts'
import type { Partners } from '../../network/together/partners.ts'
import { type Feature, onVerb } from '../feature.ts'
import { isProgramme, programmeChoices, titleOf } from '../programmes.ts'
import { type Reply, replyWithCard } from '../reply.ts'
import type { Roster } from '../roster.ts'
import type { PersonalTurn, Turn } from '../turn.ts'
import { createForMembers } from './for-members.ts'
import { saidIn } from './said.ts'
import { showable } from './typed.ts'

export interface PartnerDependencies {
  partners: Partners
  experiences: Pick<Experiences, 'visible'>
  knowledge: Pick<Knowledge, 'programmes' | 'programme' | 'programmesIn'>
  roster: Pick<Roster, 'memberOf'>
  /** Sends what somebody has to be asked or told. */
  tellPartners: (now: Temporal.Instant) => Promise<void>
  timeZone: string
  newId: () => string
}

/** Finding somebody to apply with: who looks for the same is shown, asked, and named only when both have said yes. */
export function partnersFeature(dependencies: PartnerDependencies): Feature {
  const { partners, experiences, knowledge, roster, tellPartners, timeZone, newId } = dependencies
  const forMembers = createForMembers(roster, 'partners')

  function titleIn({ language }: Turn, topic: string): string {
    return titleOf(knowledge, topic, language)
  }

  function form(
    turn: PersonalTurn,
    searchId: string,
    values: PartnerForm,
    { isNew, mistakes = [] }: { isNew: boolean; mistakes?: readonly FieldMistake[] },
  ): Reply {
    const topics = programmeChoices(knowledge, turn.language)
    return replyWithCard(partnerFormCard({ searchId, isNew, values, mistakes, topics }, turn.language))
  }

  function begin(turn: PersonalTurn, topic: string): Reply {
    return form(turn, newId(), { ...blank, topic }, { isNew: true })
  }

  /** The search that somebody has in this programme, or a new one; without a programme, all that they have. */
  async function find(turn: PersonalTurn, topic: string): Promise<Reply> {
    const all = await partners.mine(turn.person.id, turn.now)
    const known = all.find((search) => search.topic === topic)
    if (known !== undefined) return show(turn, known._id)
    return topic === '' && all.length > 0 ? mine(turn) : begin(turn, topic)
  }

  async function mine(turn: PersonalTurn, notice?: string): Promise<Reply> {
    const all = await partners.mine(turn.person.id, turn.now)
    const view = { all, titleOf: (topic: string) => titleIn(turn, topic), timeZone }
    return replyWithCard(mySearchesCard(notice === undefined ? view : { ...view, notice }, turn.language))
  }

  async function save(turn: PersonalTurn, { searchId, ...values }: VerbData<'partners.save'>): Promise<Reply> {
    const isTopic = (topic: string) => isProgramme(knowledge, topic)
    const read = readPartnerForm(values, isTopic)
    if (!read.ok) {
      const isNew = (await partners.own(turn.person.id, searchId, turn.now)) === null
      const shown = { ...values, idea: showable(values.idea) }
      return form(turn, searchId, shown, { isNew, mistakes: read.mistakes })
    }
    const saved = await partners.save(turn.person.id, searchId, read.fields, turn.now)
    if (saved === null) return mine(turn, turn.texts.partners.gone)
    await tellPartners(turn.now)
    return show(turn, searchId)
  }

  async function edit(turn: PersonalTurn, { searchId }: VerbData<'partners.edit'>): Promise<Reply> {
    const seeker = await partners.own(turn.person.id, searchId, turn.now)
    if (seeker === null) return mine(turn, turn.texts.partners.gone)
    const { topic, idea, role, isFindable } = seeker.search
    const values = { topic, idea, role, months: usualMonths, isFindable: String(isFindable) }
    return form(turn, searchId, values, { isNew: false })
  }

  async function show(turn: PersonalTurn, searchId: string, page = 0): Promise<Reply> {
    const seeker = await partners.own(turn.person.id, searchId, turn.now)
    if (seeker === null) return mine(turn, turn.texts.partners.gone)
    const { topic } = seeker.search
    const view = {
      search: seeker.search,
      programme: titleIn(turn, topic),
      matches: await partners.matches(seeker, contentWords, turn.now),
      experiences: (await experiences.visible()).filter(
        (shared) =>
          shared.experience.topic === topic && shared.experience.mayContact && !isSharedBy(shared, turn.person.id),
      ),
      page,
      timeZone,
    }
    return replyWithCard(matchesCard(view, turn.language))
  }

  async function other(turn: PersonalTurn, { searchId, otherId }: VerbData<'partners.other'>): Promise<Reply> {
    const seeker = await partners.own(turn.person.id, searchId, turn.now)
    if (seeker === null) return mine(turn, turn.texts.partners.gone)
    const found = await partners.matches(seeker, contentWords, turn.now)
    const match = found.find(({ search }) => search._id === otherId)
    if (match === undefined) return show(turn, searchId)
    if (match.contactId !== null) return contact(turn, match.contactId)
    const view = { match, searchId, programme: titleIn(turn, seeker.search.topic), timeZone }
    return replyWithCard(otherSearchCard(view, turn.language))
  }

  async function ask(turn: PersonalTurn, { searchId, otherId }: VerbData<'partners.ask'>): Promise<Reply> {
    const contactId = await partners.ask(turn.person.id, searchId, otherId, turn.now)
    if (contactId === null) return mine(turn, turn.texts.partners.gone)
    await tellPartners(turn.now)
    return contact(turn, contactId)
  }

  async function contact(turn: PersonalTurn, contactId: string): Promise<Reply> {
    const view = await partners.view(turn.person.id, contactId, turn.now)
    if (view === null) return mine(turn, turn.texts.partners.over)
    const programme = titleIn(turn, view.contact.topic)
    return replyWithCard(contactCard({ view, programme, timeZone }, turn.language))
  }

  async function accept(turn: PersonalTurn, { contactId }: VerbData<'partners.accept'>): Promise<Reply> {
    await partners.answer(turn.person.id, contactId, true, turn.now)
    await tellPartners(turn.now)
    return contact(turn, contactId)
  }

  async function decline(turn: PersonalTurn, { contactId }: VerbData<'partners.decline'>): Promise<Reply> {
    await partners.answer(turn.person.id, contactId, false, turn.now)
    const view = await partners.view(turn.person.id, contactId, turn.now)
    if (view?.contact.state !== 'declined' || view.isMine) return contact(turn, contactId)
    return replyWithCard(declinedCard(contactId, view.contact.topic, turn.language))
  }

  return {
    commands: {
      'find-partner': forMembers((turn) => find(turn, knowledge.programmesIn(saidIn(turn))[0] ?? '')),
    },
    verbs: [
      onVerb(
        'partners.find',
        forMembers((turn, { topic }: VerbData<'partners.find'>) => find(turn, topic)),
      ),
      onVerb(
        'partners.new',
        forMembers(async (turn) => begin(turn, '')),
      ),
      onVerb('partners.save', forMembers(save)),
      onVerb('partners.edit', forMembers(edit)),
      onVerb(
        'partners.end',
        forMembers(async (turn, { searchId }: VerbData<'partners.end'>) => {
          await partners.end(turn.person.id, searchId)
          return mine(turn, turn.texts.partners.ended)
        }),
      ),
      onVerb(
        'partners.show',
        forMembers((turn, { searchId, page }: VerbData<'partners.show'>) => show(turn, searchId, page)),
      ),
      onVerb('partners.other', forMembers(other)),
      onVerb('partners.ask', forMembers(ask)),
      onVerb(
        'partners.contact',
        forMembers((turn, { contactId }: VerbData<'partners.contact'>) => contact(turn, contactId)),
      ),
      onVerb('partners.accept', forMembers(accept)),
      onVerb('partners.decline', forMembers(decline)),
    ],
  }
}

const usualMonths: (typeof searchMonths)[number] = '3'
const blank: PartnerForm = { topic: '', idea: '', role: 'either', months: usualMonths, isFindable: 'false' }
