import type { Language } from '../language.ts'
import type { Gathering } from '../network/gathering.ts'
import type { Member } from '../network/member.ts'
import type { FieldMistake } from '../network/mistakes.ts'
import { datesIn } from '../texts/dates.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { type Card, card } from './card.ts'
import { entry, facts, heading, paragraph, warning } from './elements.ts'
import { textInput } from './inputs.ts'
import { type FormValues, municipalityInputs } from './membership-form.ts'
import type { Notice } from './notices.ts'
import { type PagePosition, pageButtons } from './pages.ts'

export type MemberValues = Pick<FormValues, 'name' | 'email' | 'municipality' | 'otherMunicipality' | 'role'>

export interface MemberForm {
  /** Null: somebody new. */
  member: Pick<Member, '_id' | 'name'> | null
  /** Whether they are told of a change. */
  hears: boolean
  values: MemberValues
  mistakes: readonly FieldMistake[]
  /** Why it is shown again, besides its fields. */
  refusal: string | null
}

/** What advisers may put right about a member, or type of a new one. */
export function memberFormCard({ member, hears, values, mistakes, refusal }: MemberForm, language: Language): Card {
  const { memberEdit: texts, membership, mistakes: reasons } = textsIn(language)
  const title = member === null ? texts.addTitle : texts.editTitle(member.name)
  const lead = member === null ? texts.addLead : hears ? texts.editLead : texts.editLeadSilent
  const wrong = refusal ?? (mistakes.length === 0 ? null : membership.toCorrect(mistakes.length))
  const error = (field: keyof MemberValues) => {
    const mistake = mistakes.find((each) => each.field === field)
    return mistake && reasons[mistake.reason]
  }
  const data = member === null ? {} : { memberId: member._id }
  const back =
    member === null
      ? execute(texts.cancel, 'members.list', {}, { ignoreInputs: true })
      : execute(texts.cancel, 'members.show', { memberId: member._id }, { ignoreInputs: true })
  return card(
    language,
    wrong ?? title,
    [
      heading(title),
      paragraph(lead),
      ...(wrong === null ? [] : [warning(wrong)]),
      ...textInput('name', membership.name, { value: values.name, required: reasons.required, error: error('name') }),
      ...textInput('email', membership.email, {
        value: values.email,
        required: reasons.required,
        style: 'Email',
        error: error('email'),
      }),
      ...municipalityInputs(values, texts.municipalityMissing, error, language),
      ...textInput('role', membership.role, {
        value: values.role,
        placeholder: membership.roleHint,
        error: error('role'),
      }),
    ],
    [execute(texts.save, 'members.save', data, { style: 'positive' }), back],
  )
}

/** Asks before anything is gone. */
export function forgetMemberCard(
  { _id: memberId, name }: Member,
  ahead: readonly Gathering[],
  language: Language,
): Card {
  const texts = textsIn(language).memberEdit
  const title = texts.forgetTitle(name)
  const titles = textsIn(language).common.listOf(ahead.map((gathering) => gathering.title))
  return card(
    language,
    title,
    [
      heading(title),
      paragraph(texts.forgetLead),
      ...(ahead.length === 0 ? [] : [paragraph(texts.forgetAhead(titles))]),
    ],
    [
      execute(texts.forgetYes, 'members.confirm-forget', { memberId }, { style: 'destructive' }),
      execute(texts.forgetNo, 'members.show', { memberId }),
    ],
  )
}

export interface GatheringsForMember extends PagePosition {
  member: Pick<Member, '_id' | 'name'>
  gatherings: readonly Gathering[]
}

/** What somebody can be registered for. */
export function gatheringsForMemberCard(shown: GatheringsForMember, language: Language): Card {
  const texts = textsIn(language).memberEdit
  const { member, gatherings } = shown
  const memberId = member._id
  const title = texts.gatheringsTitle(member.name)
  return card(
    language,
    title,
    [
      heading(title),
      ...(gatherings.length === 0 ? [paragraph(texts.noGatherings)] : []),
      ...gatherings.map(({ _id: gatheringId, title: name, startsAt, timeZone }) =>
        entry(
          name,
          datesIn(timeZone, language).dayAndTime(startsAt.toTemporalInstant()),
          execute(name, 'attendees.form', { gatheringId, memberId }),
        ),
      ),
    ],
    [
      ...pageButtons(shown, language, (text, page) => execute(text, 'members.gatherings', { memberId, page })),
      execute(texts.toMember, 'members.show', { memberId }),
    ],
  )
}

/** To the member whose profile an adviser changed. */
export function profileChangedNotice({ name, email, municipality, role }: Member, language: Language): Notice {
  const { memberEdit: texts, membership } = textsIn(language)
  const open = execute(membership.myProfile, 'membership.show', {})
  return {
    title: texts.changedTitle,
    body: [
      paragraph(texts.changedLead),
      facts([
        [membership.name, name],
        [membership.email, email],
        [membership.municipality, municipality],
        [membership.role, role === '' ? membership.nothing : role],
      ]),
    ],
    actions: [open],
    open,
  }
}
