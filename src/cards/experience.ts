import type { Language } from '../language.ts'
import type { Shared } from '../network/together/experiences.ts'
import { datesIn } from '../texts/dates.ts'
import { textsIn } from '../texts/texts.ts'
import { execute, openUrl } from './actions.ts'
import { buttonRows } from './buttons.ts'
import { type Card, card, showCard } from './card.ts'
import { type Action, type Element, heading, note, paragraph, prose, subheading, warning } from './elements.ts'
import type { VerbInput } from './verbs.ts'

export interface ExperienceView {
  shared: Shared
  /** The title of its programme; empty when it was in none. */
  programme: string
  timeZone: string
  /** What was just done. */
  notice?: string
}

/** What somebody did and learnt, for who reads it. */
export function experienceCard(
  view: ExperienceView & {
    isMine: boolean
    isAdviser: boolean
    /** The list that it was found in. */
    from: VerbInput<'experiences.search'>
  },
  language: Language,
): Card {
  const texts = textsIn(language).experiences
  const { shared, isMine, isAdviser, from } = view
  const experienceId = shared.experience._id
  const isHidden = shared.experience.hiddenAt !== null
  return card(language, view.notice ?? shared.experience.title, [
    ...story(view, language),
    ...(isMine && isHidden ? [warning(texts.hiddenLead)] : []),
    ...contact(view.shared, isMine, language),
    ...buttonRows([
      ...(isMine
        ? [execute(texts.edit, 'experiences.share', { experienceId }), removeAction(experienceId, 'own', language)]
        : contactActions(shared, language)),
      isMine ? execute(texts.mine, 'experiences.mine', {}) : execute(texts.back, 'experiences.search', from),
      ...(isAdviser ? [execute(texts.manage, 'experience-desk.show', { experienceId })] : []),
    ]),
  ])
}

function story({ shared: { experience }, programme, timeZone, notice }: ExperienceView, language: Language): Element[] {
  const texts = textsIn(language).experiences
  const { title, municipality, year, what, lesson, at } = experience
  const day = datesIn(timeZone, language).shortDay(at.toTemporalInstant())
  return [
    ...(notice === undefined ? [] : [subheading(notice)]),
    heading(title),
    note([texts.detail(municipality, programme, year), texts.sharedOn(day)].join(' · ')),
    subheading(texts.did),
    prose(what),
    ...(lesson === '' ? [] : [subheading(texts.learnt), prose(lesson)]),
  ]
}

function contact({ experience, sharer }: Shared, isMine: boolean, language: Language): Element[] {
  const texts = textsIn(language).experiences
  if (!experience.mayContact || sharer === null) return isMine ? [] : [note(texts.noContact)]
  const { name, role, municipality, email } = sharer
  return [subheading(texts.contact), paragraph(texts.who(name, role, municipality)), paragraph(email)]
}

function contactActions({ experience, sharer }: Shared, language: Language): Action[] {
  const texts = textsIn(language).experiences
  if (!experience.mayContact || sharer === null) return [execute(texts.askAdviser, 'guidance.ask', {})]
  const subject = encodeURIComponent(texts.mailSubject(experience.title))
  return [openUrl(texts.write, `mailto:${sharer.email}?subject=${subject}`)]
}

function removeAction(experienceId: string, whose: 'own' | 'others', language: Language): Action {
  const texts = textsIn(language).experiences
  const verb = whose === 'own' ? 'experiences.delete' : 'experience-desk.delete'
  return showCard(texts.remove, {
    body: [paragraph(texts.removeSure)],
    actions: [execute(texts.confirmRemove, verb, { experienceId }, { style: 'destructive' })],
  })
}

/** The same for advisers: who shared it, and whether others see it. */
export function managedExperienceCard(view: ExperienceView, language: Language): Card {
  const texts = textsIn(language).experiences
  const { experience, sharer } = view.shared
  const { _id: experienceId, hiddenAt } = experience
  const hiddenDay = hiddenAt && datesIn(view.timeZone, language).shortDay(hiddenAt.toTemporalInstant())
  return card(language, view.notice ?? experience.title, [
    ...story(view, language),
    paragraph(sharer === null ? texts.sharerGone : texts.sharer(sharer.name, sharer.email)),
    ...(hiddenDay === null ? [] : [paragraph(texts.hiddenOn(hiddenDay))]),
    ...buttonRows([
      hiddenAt === null
        ? execute(texts.hide, 'experience-desk.hide', { experienceId })
        : execute(texts.reveal, 'experience-desk.reveal', { experienceId }),
      removeAction(experienceId, 'others', language),
      execute(texts.back, 'experience-desk.list', {}),
    ]),
  ])
}
