import { type GatheringEditCard, gatheringEditCard, tellOfEditCard } from '../../../cards/gathering-edit.ts'
import { keptInput } from '../../../cards/gathering-edit-form.ts'
import type { VerbData } from '../../../cards/verbs.ts'
import { invitedAddresses } from '../../../network/audience-form.ts'
import { baseOf, mergeEdits } from '../../../network/edit-merge.ts'
import type { Gathering } from '../../../network/gathering.ts'
import type { EditOutcome } from '../../../network/gathering-editing.ts'
import {
  emptyGatheringInput,
  type GatheringField,
  type GatheringInput,
  gatheringFields,
  readGatheringForm,
  writeGatheringForm,
} from '../../../network/gathering-form.ts'
import type { Feature } from '../../feature.ts'
import { programmeChoices } from '../../programmes.ts'
import { type Reply, replyWithCard } from '../../reply.ts'
import type { PersonalTurn } from '../../turn.ts'
import { decisionOf, doneText } from './decision.ts'
import { createGatheringDeskReplies, type GatheringDeskDependencies, isUndecided } from './gathering-desk.ts'

export interface GatheringEditDependencies extends GatheringDeskDependencies {
  timeZone: string
  newId: () => string
}

export interface GatheringEditing {
  feature: Feature
  /** The empty form. */
  create: (turn: PersonalTurn) => Promise<Reply>
}

type SaveData = VerbData<'gatherings.save'>

/** Filling in gatherings: new ones, copies, and changes. */
export function createGatheringEdit(dependencies: GatheringEditDependencies): GatheringEditing {
  const { forAdvisers, network, timeZone, newId } = dependencies
  const { gatherings, editing, members, changes } = network
  const { show, showOne } = createGatheringDeskReplies(dependencies)

  function form(
    turn: PersonalTurn,
    fields: Omit<GatheringEditCard, 'topics' | 'mistakes' | 'base'> &
      Partial<Pick<GatheringEditCard, 'mistakes' | 'base'>>,
  ): GatheringEditCard {
    return { mistakes: [], base: '', ...fields, topics: programmeChoices(dependencies.knowledge, turn.language) }
  }

  async function valuesOf(turn: PersonalTurn, gathering: Gathering): Promise<GatheringInput> {
    const invited = gathering.audience.kind === 'invited' ? await members.findMany(gathering.audience.memberIds) : []
    const emails = new Map(invited.map(({ _id, email }) => [_id, email]))
    return writeGatheringForm(gathering, {
      emailOf: (memberId) => emails.get(memberId) ?? null,
      dayTitle: turn.texts.gatheringDesk.agendaDay,
    })
  }

  async function create(turn: PersonalTurn): Promise<Reply> {
    const values = emptyGatheringInput(timeZone)
    return replyWithCard(
      gatheringEditCard(form(turn, { gatheringId: newId(), edition: 0, purpose: 'create', values }), turn.language),
    )
  }

  async function edit(turn: PersonalTurn, gatheringId: string): Promise<Reply> {
    const gathering = await gatherings.find(gatheringId)
    if (gathering === null) return showOne(turn, gatheringId)
    const values = await valuesOf(turn, gathering)
    const { edition } = gathering
    return replyWithCard(
      gatheringEditCard(
        form(turn, { gatheringId, edition, base: baseOf(values), purpose: 'edit', values }),
        turn.language,
      ),
    )
  }

  async function copy(turn: PersonalTurn, gatheringId: string): Promise<Reply> {
    const gathering = await gatherings.find(gatheringId)
    if (gathering === null) return showOne(turn, gatheringId)
    const dateless = { startDate: '', endDate: '', registrationDeadline: '' }
    const values = { ...(await valuesOf(turn, gathering)), ...dateless }
    return replyWithCard(
      gatheringEditCard(form(turn, { gatheringId: newId(), edition: 0, purpose: 'copy', values }), turn.language),
    )
  }

  async function save(turn: PersonalTurn, data: SaveData): Promise<Reply> {
    const { gatheringId = newId(), edition } = data
    const before = edition === 0 ? null : await gatherings.find(gatheringId)
    if (edition > 0 && before === null) return showOne(turn, gatheringId)
    const { values, both, current } = await merged(turn, before, data)
    const addresses = await members.byEmails(invitedAddresses(values))
    const memberIds = new Map([...addresses].map(([email, { _id }]) => [email, _id]))
    const shown = form(turn, {
      gatheringId,
      edition: before?.edition ?? edition,
      base: current === null ? '' : baseOf(current),
      purpose: before === null ? 'create' : 'edit',
      values: keptInput(values),
    })
    const other = before === null || before.edition === edition ? null : await otherEditor(turn, gatheringId)
    if (current !== null && both.length > 0) {
      const meanwhile = { by: other, fields: both.map((field) => [field, current[field]] as const) }
      return replyWithCard(gatheringEditCard({ ...shown, meanwhile }, turn.language))
    }
    const isTopic = (topic: string) => shown.topics.some(({ value }) => value === topic)
    const read = readGatheringForm(values, { isTopic, memberIds, now: turn.now, before })
    if (!read.ok) return replyWithCard(gatheringEditCard({ ...shown, mistakes: read.mistakes }, turn.language))
    const by = turn.person.id
    const outcome =
      before === null
        ? await editing.create(by, gatheringId, read.edit, turn.now)
        : await editing.save(by, gatheringId, read.edit, before.edition, decisionOf(data), turn.now)
    // Somebody was faster by moments: once more, with what they saved.
    if (!outcome.ok && outcome.reason === 'edited-meanwhile' && before !== null) return save(turn, data)
    return answer(turn, shown, outcome, { reason: data.reason, other })
  }

  /** What was typed; where somebody saved meanwhile, put into what they saved. */
  async function merged(turn: PersonalTurn, before: Gathering | null, data: SaveData) {
    const typed = inputOf(data, timeZone)
    if (before === null) return { values: typed, both: [], current: null }
    const current = await valuesOf(turn, before)
    const isEdited = before.edition !== data.edition
    const { values, both } = isEdited ? mergeEdits(typed, data.base, current) : { values: typed, both: [] }
    return { values, both, current }
  }

  /** The name of whoever changed it last; null where that is not known, or is who asks. */
  async function otherEditor({ person }: PersonalTurn, gatheringId: string): Promise<string | null> {
    const [last] = await changes.of({ kind: 'gathering', id: gatheringId })
    if (last === undefined || last.by === person.id) return null
    return (await members.known(last.by))?.name ?? null
  }

  function answer(
    turn: PersonalTurn,
    shown: GatheringEditCard,
    outcome: EditOutcome,
    { reason, other }: { reason: string; other: string | null },
  ): Reply | Promise<Reply> {
    const texts = turn.texts.gatheringDesk
    if (outcome.ok) {
      const saved = outcome.gathering.status === 'draft' ? texts.savedDraft : texts.saved
      const done = other === null ? saved : `${saved} ${texts.keptMeanwhile(other)}`
      return show(turn, outcome.gathering, doneText(done, outcome.told, reason, texts))
    }
    if (isUndecided(outcome)) return replyWithCard(tellOfEditCard(shown, outcome, turn.language))
    if (outcome.reason === 'mistakes') {
      return replyWithCard(gatheringEditCard({ ...shown, mistakes: outcome.mistakes }, turn.language))
    }
    if (outcome.reason === 'edited-meanwhile') {
      const { edition } = outcome.gathering
      const meanwhile = { by: other, fields: [] }
      return replyWithCard(gatheringEditCard({ ...shown, edition, meanwhile }, turn.language))
    }
    return showOne(turn, shown.gatheringId, texts.refusals[outcome.reason])
  }

  return {
    create,
    feature: {
      verbs: [
        forAdvisers.verb('gatherings.create', create),
        forAdvisers.verb('gatherings.edit', (turn, { gatheringId }) => edit(turn, gatheringId)),
        forAdvisers.verb('gatherings.copy', (turn, { gatheringId }) => copy(turn, gatheringId)),
        forAdvisers.verb('gatherings.save', save),
      ],
    },
  }
}

/** The fields of what came back; a zone that the form did not show is the network's. */
function inputOf(data: SaveData, timeZone: string): GatheringInput {
  const input: Record<GatheringField, string> = emptyGatheringInput(timeZone)
  for (const field of gatheringFields) input[field] = data[field]
  return { ...input, timeZone: data.timeZone || timeZone, audience: data.audience || 'all' }
}
