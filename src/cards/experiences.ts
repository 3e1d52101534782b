import type { Language } from '../language.ts'
import type { ExperienceSearch } from '../network/together/experience-search.ts'
import type { Shared } from '../network/together/experiences.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { buttonRows, fold } from './buttons.ts'
import { type Card, card } from './card.ts'
import { type Action, type Element, entry, heading, paragraph, subheading } from './elements.ts'
import { type Choice, choiceInput, textInput } from './inputs.ts'
import { pageButtons, pageOf } from './pages.ts'

/** The choice of everything: an empty value is shown as nothing chosen. */
export const any = 'any'

export interface ExperienceList {
  fields: ExperienceSearch
  page: number
  found: readonly Shared[]
  /** Whether there is anything at all to find. */
  isEmpty: boolean
  /** Programmes and municipalities of which there is something. */
  topics: readonly Choice[]
  municipalities: readonly string[]
  titleOf: (topic: string) => string
  notice?: string
}

const experiencesPerPage = 8

/** What members have shared: by words, programme and municipality. */
export function experiencesCard(list: ExperienceList, language: Language): Card {
  const { experiences: texts, partners } = textsIn(language)
  const { fields, found, isEmpty, titleOf, notice } = list
  const { shown, ...position } = pageOf(found, list.page, experiencesPerPage)
  const isNarrowed = fields.search !== '' || fields.topic !== '' || fields.municipality !== ''
  return card(language, notice ?? texts.listTitle, [
    ...(notice === undefined ? [] : [subheading(notice)]),
    heading(texts.listTitle),
    ...(isEmpty ? [] : searchInputs(list, language)),
    ...(found.length === 0 ? [paragraph(noneText(list, language))] : []),
    ...shown.map((each) => experienceEntry(each, titleOf, position.page, language)),
    ...buttonRows([
      ...pageButtons(position, language, (text, page) => execute(text, 'experiences.search', { page })),
      execute(texts.shareTitle, 'experiences.share', shareable(list), { ignoreInputs: true }),
      ...(found.length === 0 ? waysOn(isNarrowed && !isEmpty, language) : []),
      execute(texts.mine, 'experiences.mine', {}, { ignoreInputs: true }),
      execute(partners.title, 'partners.find', shareable(list), { ignoreInputs: true }),
    ]),
  ])
}

/** Who looked for a programme and finds nothing shares something of that. */
function shareable({ fields: { topic }, found }: ExperienceList): { topic?: string } {
  return found.length === 0 && topic !== '' ? { topic } : {}
}

function waysOn(hasOthers: boolean, language: Language): Action[] {
  const texts = textsIn(language).experiences
  return [
    ...(hasOthers
      ? [
          execute(
            texts.showAll,
            'experiences.search',
            { search: '', topic: any, municipality: any },
            { ignoreInputs: true },
          ),
        ]
      : []),
    execute(texts.askAdviser, 'guidance.ask', {}, { ignoreInputs: true }),
  ]
}

function noneText({ fields, isEmpty, titleOf }: ExperienceList, language: Language): string {
  const texts = textsIn(language).experiences
  if (fields.topic !== '') return texts.noneAbout(titleOf(fields.topic))
  return isEmpty ? texts.noneAtAll : texts.none
}

function searchInputs({ fields, topics, municipalities }: ExperienceList, language: Language): Element[] {
  const texts = textsIn(language).experiences
  const places = municipalities.map((name) => ({ title: name, value: name }))
  return [
    ...textInput('search', texts.search, { value: fields.search, placeholder: texts.searchHint }),
    ...fold(
      'narrow',
      texts.narrow,
      [
        ...choiceInput('topic', texts.topic, [{ title: texts.anyTopic, value: any }, ...topics], {
          value: fields.topic || any,
        }),
        ...choiceInput('municipality', texts.municipality, [{ title: texts.anyMunicipality, value: any }, ...places], {
          value: fields.municipality || any,
        }),
      ],
      { isOpen: fields.topic !== '' || fields.municipality !== '' },
    ),
    ...buttonRows([execute(texts.find, 'experiences.search', {}, { style: 'positive' })]),
  ]
}

function experienceEntry(
  { experience }: Shared,
  titleOf: (topic: string) => string,
  page: number,
  language: Language,
): Element {
  const { _id: experienceId, title } = experience
  return entry(
    title,
    detailOf(experience, titleOf, language),
    execute(title, 'experiences.show', { experienceId, page }),
  )
}

function detailOf(
  { municipality, topic, year }: Shared['experience'],
  titleOf: (topic: string) => string,
  language: Language,
): string {
  return textsIn(language).experiences.detail(municipality, topic === '' ? '' : titleOf(topic), year)
}

interface ShortList {
  all: readonly Shared[]
  page: number
  titleOf: (topic: string) => string
  notice?: string
}

/** What somebody shared themselves. */
export function myExperiencesCard(list: ShortList, language: Language): Card {
  const texts = textsIn(language).experiences
  const lead = list.all.length === 0 ? texts.mineNone : null
  return shortListCard(
    list,
    { title: texts.mine, lead, list: 'experiences.mine', show: 'experiences.show' },
    language,
    [execute(texts.shareTitle, 'experiences.share', {}), execute(texts.menu, 'experiences.search', {})],
  )
}

/** All that was shared, for advisers. */
export function experienceDeskCard(list: ShortList, language: Language): Card {
  const { experiences: texts, gatheringDesk } = textsIn(language)
  const lead = list.all.length === 0 ? texts.deskNone : texts.deskLead
  const verbs = { list: 'experience-desk.list', show: 'experience-desk.show' } as const
  return shortListCard(list, { title: texts.deskTitle, lead, ...verbs }, language, [
    execute(gatheringDesk.toMenu, 'advise.menu', {}),
  ])
}

function shortListCard(
  { all, page, titleOf, notice }: ShortList,
  kind: {
    title: string
    lead: string | null
    list: 'experiences.mine' | 'experience-desk.list'
    show: 'experiences.show' | 'experience-desk.show'
  },
  language: Language,
  actions: Action[],
): Card {
  const { hidden } = textsIn(language).experiences
  const { shown, ...position } = pageOf(all, page, experiencesPerPage)
  const entries = shown.map(({ experience }) => {
    const detail = detailOf(experience, titleOf, language)
    const { _id: experienceId, title, hiddenAt } = experience
    return entry(
      title,
      hiddenAt === null ? detail : `${detail} · ${hidden}`,
      execute(title, kind.show, { experienceId }),
    )
  })
  return card(
    language,
    notice ?? kind.title,
    [
      ...(notice === undefined ? [] : [subheading(notice)]),
      heading(kind.title),
      ...(kind.lead === null ? [] : [paragraph(kind.lead)]),
      ...entries,
    ],
    [...pageButtons(position, language, (text, to) => execute(text, kind.list, { page: to })), ...actions],
  )
}
