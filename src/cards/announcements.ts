import type { Language } from '../language.ts'
import { type Announcement, type AnnouncementInput, longestText, longestTitle } from '../network/announcement.ts'
import type { FieldMistake } from '../network/mistakes.ts'
import type { Reach, RecipientGroup } from '../network/recipients.ts'
import { datesIn } from '../texts/dates.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { buttonRows, fold } from './buttons.ts'
import { type Card, card, showCard } from './card.ts'
import {
  type Action,
  type Element,
  facts,
  heading,
  note,
  panel,
  paragraph,
  prose,
  subheading,
  warning,
} from './elements.ts'
import { type Choice, choiceInput, textInput } from './inputs.ts'
import type { Notice } from './notices.ts'
import type { VerbInput } from './verbs.ts'

export interface AnnouncementForm {
  announcementId: string
  /** What it is about; null: nothing but itself. */
  gathering: { id: string; title: string } | null
  values: AnnouncementInput
  mistakes: readonly FieldMistake[]
  /** Whom it can be for. */
  groups: readonly RecipientGroup[]
  /** Programmes to choose among. */
  topics: readonly Choice[]
  /** When it is to be sent, in words; null: not planned. */
  planned: string | null
}

export function announcementFormCard(form: AnnouncementForm, language: Language): Card {
  const texts = textsIn(language).announcements
  const { announcementId, gathering, mistakes, planned } = form
  const title = gathering === null ? texts.title : texts.aboutGathering(gathering.title)
  const data = { announcementId, ...(gathering === null ? {} : { gatheringId: gathering.id }) }
  return card(
    language,
    mistakes.length > 0 ? texts.toCorrect : title,
    [
      heading(title),
      ...(planned === null ? [] : [paragraph(texts.scheduled(planned))]),
      ...(mistakes.length > 0 ? [warning(texts.toCorrect)] : []),
      ...formFields(form, language),
    ],
    [execute(texts.preview, 'announcements.preview', data, { style: 'positive' }), discardAction(data, language)],
  )
}

function formFields(form: AnnouncementForm, language: Language): Element[] {
  const texts = textsIn(language).announcements
  const { values, groups, topics } = form
  const choices = groups.map((value) => ({ value, title: texts.groups[value] }))
  const standings = Object.entries(texts.standings).map(([value, title]) => ({ value, title }))
  const narrowing = [
    ...textInput('municipalities', texts.fields.municipalities, {
      value: values.municipalities,
      placeholder: texts.municipalitiesHint,
      error: mistakeAt('municipalities', form, language),
      maxLength: 1000,
    }),
    ...textInput('counties', texts.fields.counties, {
      value: values.counties,
      placeholder: texts.countiesHint,
      error: mistakeAt('counties', form, language),
    }),
    ...textInput('roles', texts.fields.roles, {
      value: values.roles,
      placeholder: texts.rolesHint,
      error: mistakeAt('roles', form, language),
    }),
    ...choiceInput('standing', texts.fields.standing, standings, { value: values.standing || 'any' }),
    ...choiceInput('topics', texts.fields.topics, topics, {
      value: values.topics,
      error: mistakeAt('topics', form, language),
      multiple: true,
      style: 'expanded',
    }),
  ]
  const { municipalities, counties, roles, topics: followed, standing } = values
  const isNarrow = [municipalities, counties, roles, followed].some((value) => value !== '') || !isAny(standing)
  return [
    ...choiceInput('group', texts.fields.group, choices, {
      value: values.group,
      error: mistakeAt('group', form, language),
    }),
    ...textInput('title', texts.fields.title, {
      value: values.title,
      error: mistakeAt('title', form, language),
      required: texts.titleMissing,
      maxLength: longestTitle,
    }),
    ...textInput('text', texts.fields.text, {
      value: values.text,
      error: mistakeAt('text', form, language),
      required: texts.textMissing,
      multiline: true,
      maxLength: longestText,
    }),
    ...fold('narrowFold', texts.narrow, narrowing, { isOpen: isNarrow }),
  ]
}

function isAny(standing: string): boolean {
  return standing === '' || standing === 'any'
}

function mistakeAt(field: string, { mistakes }: AnnouncementForm, language: Language): string | undefined {
  const { announcements: texts, mistakes: reasons } = textsIn(language)
  const mistake = mistakes.find((each) => each.field === field)
  if (mistake?.reason === 'required' && field === 'title') return texts.titleMissing
  if (mistake?.reason === 'required' && field === 'text') return texts.textMissing
  return mistake && reasons[mistake.reason]
}

export interface AnnouncementPreview {
  announcement: Announcement
  gatheringTitle: string | null
  /** Titles of the topics that it is limited to. */
  topics: readonly string[]
  reach: Reach
  /** When it comes to those who keep the network's quiet times; null: when it is sent. */
  heldUntil: Temporal.Instant | null
  timeZone: string
  /** What was just done, or why it was not. */
  notice?: string
}

/** The message as it will look, whom it reaches, and the way on. */
export function announcementPreviewCard(preview: AnnouncementPreview, language: Language): Card {
  const texts = textsIn(language).announcements
  const { announcement, gatheringTitle, notice, reach, heldUntil, timeZone } = preview
  const count = reach.personIds.length
  return card(language, notice ?? texts.previewTitle, [
    ...(notice === undefined ? [] : [subheading(notice)]),
    heading(texts.previewTitle),
    panel(announcementBody(announcement, gatheringTitle, language)),
    facts(recipientFacts(preview, language)),
    ...(heldUntil === null ? [] : [note(texts.heldUntil(datesIn(timeZone, language).dayAndTime(heldUntil)))]),
    ...(count === 0 ? [warning(texts.nobody)] : []),
    ...buttonRows(previewActions(announcement, count, language)),
  ])
}

function previewActions(announcement: Announcement, count: number, language: Language): Action[] {
  const { _id, gatheringId, sendAt } = announcement
  const texts = textsIn(language).announcements
  const data = { announcementId: _id }
  const plan =
    sendAt === null
      ? execute(texts.later, 'announcements.schedule', data)
      : execute(texts.unschedule, 'announcements.unschedule', data)
  const send = execute(texts.send(count), 'announcements.send', { ...data, reach: count }, { style: 'positive' })
  return [
    ...(count === 0 ? [] : [send, plan]),
    execute(texts.test, 'announcements.test', data),
    execute(texts.edit, 'announcements.edit', data),
    discardAction({ ...data, ...(gatheringId === null ? {} : { gatheringId }) }, language),
  ]
}

/** Asks before it is gone. */
function discardAction(data: VerbInput<'announcements.discard'>, language: Language): Action {
  const texts = textsIn(language).announcements
  return showCard(texts.discard, {
    body: [paragraph(texts.discardSure)],
    actions: [execute(texts.discardYes, 'announcements.discard', data, { style: 'destructive', ignoreInputs: true })],
  })
}

function recipientFacts(
  { announcement, topics, reach, timeZone }: AnnouncementPreview,
  language: Language,
): [string, string][] {
  const { announcements: texts, common } = textsIn(language)
  const { group, municipalities, counties, roles, standing, sendAt } = announcement
  const limits = [
    ...(standing === 'any' ? [] : [texts.standings[standing]]),
    ...(counties.length === 0 ? [] : [common.listOf(counties)]),
    ...(roles.length === 0 ? [] : [common.listOf(roles)]),
    ...(municipalities.length === 0 ? [] : [common.listOf(municipalities)]),
    ...(topics.length === 0 ? [] : [common.listOf(topics)]),
  ]
  return [
    [texts.recipients, [texts.groups[group], ...limits].join(' · ')],
    [texts.reach, texts.reachCount(reach.personIds.length)],
    ...(sendAt === null
      ? []
      : [
          [texts.sendAt, datesIn(timeZone, language).dayAndTime(sendAt.toTemporalInstant())] satisfies [string, string],
        ]),
    ...(reach.neverWrote === 0 ? [] : [[texts.neverWrote, String(reach.neverWrote)] satisfies [string, string]]),
    ...(reach.unreachable === 0 ? [] : [[texts.unreachable, String(reach.unreachable)] satisfies [string, string]]),
  ]
}

/** As members get it; a test goes to its writer alone. */
export function announcementNotice(
  announcement: Announcement,
  gathering: { id: string; title: string } | null,
  isTest: boolean,
  language: Language,
): Notice {
  const texts = textsIn(language).announcements
  const gatheringId = gathering?.id
  const open = (title: string) =>
    gatheringId === undefined ? [] : [execute(title, 'gatherings.show', { gatheringId })]
  return {
    title: announcement.title,
    body: [
      ...(isTest ? [note(texts.testMark)] : []),
      ...announcementText(announcement, gathering?.title ?? null, language),
    ],
    actions: open(texts.openGathering),
    open: open(gathering?.title ?? '')[0] ?? null,
  }
}

export function announcementBody(
  announcement: Announcement,
  gatheringTitle: string | null,
  language: Language,
): Element[] {
  return [heading(announcement.title), ...announcementText(announcement, gatheringTitle, language)]
}

function announcementText({ text }: Announcement, gatheringTitle: string | null, language: Language): Element[] {
  const texts = textsIn(language).announcements
  return [...(gatheringTitle === null ? [] : [note(texts.about(gatheringTitle))]), prose(text)]
}

export function announcementDiscardedCard(gatheringId: string | null, language: Language): Card {
  const { discarded } = textsIn(language).announcements
  return card(language, discarded, [heading(discarded)], waysBack(gatheringId, language))
}

function waysBack(gatheringId: string | null, language: Language): Action[] {
  const { gatheringDesk: texts } = textsIn(language)
  return [
    ...(gatheringId === null ? [] : [execute(texts.back, 'gatherings.manage', { gatheringId })]),
    execute(textsIn(language).announcements.back, 'announcements.list', {}),
    execute(texts.toMenu, 'advise.menu', {}),
  ]
}
