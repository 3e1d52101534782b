import { experienceCard } from '../../cards/experience.ts'
import { experienceFormCard, noTopic } from '../../cards/experience-form.ts'
import { any, experiencesCard, myExperiencesCard } from '../../cards/experiences.ts'
import type { VerbData, VerbInput } from '../../cards/verbs.ts'
import { contentWords } from '../../knowledge/content-words.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { FieldMistake } from '../../network/mistakes.ts'
import { type Experience, type ExperienceForm, readExperience } from '../../network/together/experience.ts'
import { type ExperienceSearch, searchExperiences } from '../../network/together/experience-search.ts'
import { type Experiences, isSharedBy, isVisible, type Shared } from '../../network/together/experiences.ts'
import { type Feature, onVerb } from '../feature.ts'
import { isProgramme, programmeChoices, titleOf } from '../programmes.ts'
import { type Reply, replyWithCard } from '../reply.ts'
import type { Roster } from '../roster.ts'
import type { PersonalTurn, Turn } from '../turn.ts'
import { searchWordsIn, wantsOwn } from './experience-words.ts'
import { createForMembers } from './for-members.ts'
import { saidIn } from './said.ts'
import { showable } from './typed.ts'

export interface ExperienceDependencies {
  experiences: Pick<Experiences, 'find' | 'visible' | 'mine' | 'save' | 'remove'>
  knowledge: Pick<Knowledge, 'programmes' | 'programme' | 'programmesIn'>
  roster: Pick<Roster, 'memberOf'>
  isAdviser: (personId: string, now: Temporal.Instant) => Promise<boolean>
  timeZone: string
  newId: () => string
}

const everything: ExperienceSearch = { search: '', topic: '', municipality: '' }

/** What members did and learnt: shared, changed, found and read. */
export function experiencesFeature(dependencies: ExperienceDependencies): Feature {
  const { experiences, knowledge, roster, isAdviser, timeZone, newId } = dependencies

  const forMembers = createForMembers(roster, 'experiences')

  function titlesIn({ language }: Turn) {
    return (topic: string) => titleOf(knowledge, topic, language)
  }

  function form(
    turn: PersonalTurn,
    experienceId: string,
    values: ExperienceForm,
    { isNew, mistakes = [] }: { isNew: boolean; mistakes?: readonly FieldMistake[] },
  ): Reply {
    const topics = programmeChoices(knowledge, turn.language)
    return replyWithCard(experienceFormCard({ experienceId, isNew, values, mistakes, topics }, turn.language))
  }

  async function share(turn: PersonalTurn, { experienceId, topic }: VerbData<'experiences.share'>): Promise<Reply> {
    if (experienceId === undefined) return form(turn, newId(), { ...blank, topic }, { isNew: true })
    const shared = await experiences.find(experienceId)
    if (shared === null || !isSharedBy(shared, turn.person.id)) return mine(turn, 0, turn.texts.experiences.gone)
    return form(turn, experienceId, valuesOf(shared.experience), { isNew: false })
  }

  async function shareInWords(turn: PersonalTurn): Promise<Reply> {
    const said = saidIn(turn)
    if (wantsOwn(said)) return mine(turn)
    return share(turn, { topic: knowledge.programmesIn(said)[0] ?? '' })
  }

  async function save(turn: PersonalTurn, { experienceId, ...typed }: VerbData<'experiences.save'>): Promise<Reply> {
    const values = { ...typed, topic: typed.topic === noTopic ? '' : typed.topic }
    const isTopic = (topic: string) => isProgramme(knowledge, topic)
    const read = readExperience(values, { isTopic, now: turn.now })
    if (!read.ok) {
      const isNew = (await experiences.find(experienceId)) === null
      return form(turn, experienceId, showableForm(values), { isNew, mistakes: read.mistakes })
    }
    const outcome = await experiences.save(turn.person.id, experienceId, read.fields, turn.now)
    return outcome === null
      ? mine(turn, 0, turn.texts.experiences.gone)
      : show(turn, experienceId, {}, turn.texts.experiences[outcome])
  }

  async function show(
    turn: PersonalTurn,
    experienceId: string,
    from: VerbInput<'experiences.search'>,
    notice?: string,
  ): Promise<Reply> {
    const shared = await experiences.find(experienceId)
    const isMine = shared !== null && isSharedBy(shared, turn.person.id)
    if (shared === null || !(isMine || isVisible(shared))) {
      return list(turn, everything, 0, turn.texts.experiences.gone)
    }
    const { topic } = shared.experience
    const view = {
      shared,
      programme: topic === '' ? '' : titlesIn(turn)(topic),
      timeZone,
      isMine,
      isAdviser: await isAdviser(turn.person.id, turn.now),
      from,
      ...(notice === undefined ? {} : { notice }),
    }
    return replyWithCard(experienceCard(view, turn.language))
  }

  async function list(turn: PersonalTurn, fields: ExperienceSearch, page: number, notice?: string): Promise<Reply> {
    const all = await experiences.visible()
    return listOf(turn, all, fields, page, notice)
  }

  function listOf(
    turn: PersonalTurn,
    all: readonly Shared[],
    fields: ExperienceSearch,
    page: number,
    notice?: string,
  ): Reply {
    const title = titlesIn(turn)
    const topics = [...new Set([...all.map(({ experience }) => experience.topic), fields.topic])]
    const view = {
      fields,
      page,
      found: searchExperiences(all, fields, { wordsOf: contentWords, titleOf: title }),
      isEmpty: all.length === 0,
      topics: topics
        .filter((topic) => topic !== '')
        .map((topic) => ({ title: title(topic), value: topic }))
        .toSorted((a, b) => a.title.localeCompare(b.title, turn.language)),
      municipalities: [...new Set(all.map(({ experience }) => experience.municipality))].toSorted((a, b) =>
        a.localeCompare(b, turn.language),
      ),
      titleOf: title,
      ...(notice === undefined ? {} : { notice }),
    }
    return replyWithCard(experiencesCard(view, turn.language))
  }

  /** By the programme and the municipality that the sentence names, and by what else it says that carries meaning. */
  async function findInWords(turn: PersonalTurn): Promise<Reply> {
    const said = saidIn(turn)
    if (wantsOwn(said)) return mine(turn)
    const all = await experiences.visible()
    const [topic = ''] = knowledge.programmesIn(said)
    const municipality = municipalityIn(said, all)
    const ofMunicipality = municipality.toLowerCase().split(/[^\p{L}]+/u)
    const named = (word: string) => ofMunicipality.includes(word.toLowerCase())
    const search =
      topic === ''
        ? searchWordsIn(said)
            .filter((word) => !named(word))
            .join(' ')
        : ''
    return listOf(turn, all, { search, topic, municipality }, 0)
  }

  async function mine(turn: PersonalTurn, page = 0, notice?: string): Promise<Reply> {
    const view = { all: await experiences.mine(turn.person.id), page, titleOf: titlesIn(turn) }
    return replyWithCard(myExperiencesCard(notice === undefined ? view : { ...view, notice }, turn.language))
  }

  return {
    commands: {
      'share-experience': forMembers(shareInWords),
      'find-experience': forMembers(findInWords),
    },
    verbs: [
      onVerb('experiences.share', forMembers(share)),
      onVerb('experiences.save', forMembers(save)),
      onVerb(
        'experiences.search',
        forMembers((turn, { page, ...fields }: VerbData<'experiences.search'>) => list(turn, chosen(fields), page)),
      ),
      onVerb(
        'experiences.show',
        forMembers((turn, { experienceId, ...from }: VerbData<'experiences.show'>) => show(turn, experienceId, from)),
      ),
      onVerb(
        'experiences.mine',
        forMembers((turn, { page }: VerbData<'experiences.mine'>) => mine(turn, page)),
      ),
      onVerb(
        'experiences.delete',
        forMembers(async (turn, { experienceId }: VerbData<'experiences.delete'>) => {
          const { removed, gone } = turn.texts.experiences
          const isRemoved = await experiences.remove(turn.person.id, experienceId)
          return mine(turn, 0, isRemoved ? removed : gone)
        }),
      ),
    ],
  }
}

function municipalityIn(sentence: string, all: readonly Shared[]): string {
  const words = ` ${sentence.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `
  return (
    all.map(({ experience }) => experience.municipality).find((name) => words.includes(` ${name.toLowerCase()} `)) ?? ''
  )
}

const blank: ExperienceForm = { title: '', topic: '', year: '', what: '', lesson: '', mayContact: 'false' }

function valuesOf({ title, topic, year, what, lesson, mayContact }: Experience): ExperienceForm {
  return { title, topic, year: year === null ? '' : String(year), what, lesson, mayContact: String(mayContact) }
}

/** What was typed, as far as a card can show it. */
function showableForm(values: ExperienceForm): ExperienceForm {
  const { what, lesson, title, year } = values
  return { ...values, title: showable(title), what: showable(what), lesson: showable(lesson), year: showable(year) }
}

function chosen({ search, topic, municipality }: ExperienceSearch): ExperienceSearch {
  const orAll = (value: string) => (value === any ? '' : value)
  return { search: search.trim(), topic: orAll(topic), municipality: orAll(municipality) }
}
