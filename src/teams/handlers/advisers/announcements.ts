import {
  announcementDiscardedCard,
  announcementFormCard,
  announcementPreviewCard,
} from '../../../cards/announcements.ts'
import type { VerbData } from '../../../cards/verbs.ts'
import { type Announcement, type AnnouncementInput, readAnnouncement } from '../../../network/announcement.ts'
import type { Gathering } from '../../../network/gathering.ts'
import type { Network } from '../../../network/network.ts'
import { groupsFor } from '../../../network/recipients.ts'
import type { Delivery } from '../../../reminders/message.ts'
import { datesIn } from '../../../texts/dates.ts'
import type { Feature } from '../../feature.ts'
import { programmeChoices } from '../../programmes.ts'
import { type Reply, replyWithCard, replyWithText } from '../../reply.ts'
import type { PersonalTurn } from '../../turn.ts'
import { type AnnouncementLifeDependencies, createAnnouncementLife } from './announcement-life.ts'
import { type GatheringDeskDependencies, topicTitles } from './gathering-desk.ts'

export interface AnnouncementDependencies
  extends GatheringDeskDependencies,
    Omit<AnnouncementLifeDependencies, 'network'> {
  network: GatheringDeskDependencies['network'] & Pick<Network, 'announcements'>
  /** Sends it to one person at once, as its members would get it. */
  sendTest: (announcement: Announcement, personId: string) => Promise<Delivery>
  newId: () => string
}

type PreviewData = VerbData<'announcements.preview'>

/** Messages that advisers write: filled in, looked at, tried on oneself, and sent once. */
export function createAnnouncementDesk(dependencies: AnnouncementDependencies) {
  const { forAdvisers, network, messages, sendTest, newId, heldUntil, timeZone } = dependencies
  const { announcements, gatherings } = network

  const life = createAnnouncementLife(dependencies, show)

  async function aboutOf(gatheringId: string | null | undefined): Promise<Gathering | null> {
    return gatheringId ? gatherings.find(gatheringId) : null
  }

  async function plannedFor({ language }: PersonalTurn, announcementId: string): Promise<string | null> {
    const sendAt = (await announcements.find(announcementId))?.sendAt?.toTemporalInstant()
    return sendAt === undefined ? null : datesIn(timeZone, language).dayAndTime(sendAt)
  }

  async function form(
    turn: PersonalTurn,
    announcementId: string,
    gathering: Gathering | null,
    values: AnnouncementInput,
    mistakes: Parameters<typeof announcementFormCard>[0]['mistakes'] = [],
  ): Promise<Reply> {
    const shown = {
      announcementId,
      gathering: gathering && { id: gathering._id, title: gathering.title },
      values,
      mistakes,
      groups: groupsFor(gathering, turn.now),
      topics: programmeChoices(dependencies.knowledge, turn.language),
      planned: await plannedFor(turn, announcementId),
    }
    return replyWithCard(announcementFormCard(shown, turn.language))
  }

  async function write(turn: PersonalTurn, { gatheringId, group }: VerbData<'announcements.write'>): Promise<Reply> {
    const gathering = await aboutOf(gatheringId)
    if (gatheringId !== undefined && gathering === null) {
      return replyWithText(turn.texts.gatheringDesk.refusals['not-found'])
    }
    const [first = 'all'] = groupsFor(gathering, turn.now)
    return form(turn, newId(), gathering, { ...emptyInput, group: group || first })
  }

  async function preview(turn: PersonalTurn, data: PreviewData): Promise<Reply> {
    const { announcementId, gatheringId, ...values } = data
    const gathering = await aboutOf(gatheringId)
    const topics = programmeChoices(dependencies.knowledge, turn.language)
    const read = readAnnouncement(values, (topic) => topics.some(({ value }) => value === topic))
    if (!read.ok) return form(turn, announcementId, gathering, kept(values), read.mistakes)
    if (!groupsFor(gathering, turn.now).includes(read.fields.group)) {
      return form(turn, announcementId, gathering, kept(values), [{ field: 'group', reason: 'unknown-choice' }])
    }
    const draft = { _id: announcementId, by: turn.person.id, gatheringId: gathering?._id ?? null, ...read.fields }
    const announcement = await announcements.draft(draft, turn.now)
    return announcement === null ? showById(turn, announcementId) : show(turn, announcement)
  }

  async function show(turn: PersonalTurn, announcement: Announcement, notice?: string): Promise<Reply> {
    const gathering = await aboutOf(announcement.gatheringId)
    const gatheringTitle = gathering?.title ?? null
    if (announcement.sentAt !== null) return life.report(turn, announcement, notice)
    const reach = await announcements.reach(announcement, turn.now)
    const topics = topicTitles(announcement.topics, programmeChoices(dependencies.knowledge, turn.language))
    const held = heldUntil(announcement.sendAt?.toTemporalInstant() ?? turn.now)
    const shown = {
      announcement,
      gatheringTitle,
      topics,
      reach,
      heldUntil: held,
      timeZone,
      ...(notice === undefined ? {} : { notice }),
    }
    return replyWithCard(announcementPreviewCard(shown, turn.language))
  }

  async function showById(turn: PersonalTurn, announcementId: string, notice?: string): Promise<Reply> {
    const announcement = await announcements.find(announcementId)
    return announcement === null ? replyWithText(turn.texts.announcements.gone) : show(turn, announcement, notice)
  }

  async function edit(turn: PersonalTurn, announcementId: string): Promise<Reply> {
    const announcement = await announcements.find(announcementId)
    if (announcement === null || announcement.sentAt !== null) return showById(turn, announcementId)
    const { title, text, group, municipalities, counties, topics, roles, standing, gatheringId } = announcement
    const lists = { municipalities: municipalities.join(', '), counties: counties.join(', '), roles: roles.join(', ') }
    const values = { title, text, group, standing, topics: topics.join(), ...lists }
    return form(turn, announcementId, await aboutOf(gatheringId), values)
  }

  async function test(turn: PersonalTurn, announcementId: string): Promise<Reply> {
    const announcement = await announcements.find(announcementId)
    if (announcement === null) return showById(turn, announcementId)
    const { kind } = await sendTest(announcement, turn.person.id)
    const { tested, testFailed } = turn.texts.announcements
    return show(turn, announcement, kind === 'delivered' ? tested : testFailed)
  }

  /** Goes to those who were counted on the card: when they are others now, the adviser looks again. */
  async function send(turn: PersonalTurn, { announcementId, reach }: VerbData<'announcements.send'>): Promise<Reply> {
    const announcement = await announcements.find(announcementId)
    if (announcement === null || announcement.sentAt !== null) return showById(turn, announcementId)
    const { personIds } = await announcements.reach(announcement, turn.now)
    if (personIds.length !== reach) {
      return show(turn, announcement, turn.texts.announcements.reachChanged(personIds.length))
    }
    await announcements.send(announcementId, messages, turn.now)
    return showById(turn, announcementId)
  }

  const feature: Feature = {
    verbs: [
      forAdvisers.verb('announcements.write', write),
      forAdvisers.verb('announcements.preview', preview),
      forAdvisers.verb('announcements.edit', (turn, { announcementId }) => edit(turn, announcementId)),
      forAdvisers.verb('announcements.test', (turn, { announcementId }) => test(turn, announcementId)),
      forAdvisers.verb('announcements.send', send),
      forAdvisers.verb('announcements.discard', async (turn, { announcementId, gatheringId }) => {
        const announcement = await announcements.find(announcementId)
        if (announcement?.sentAt) return show(turn, announcement)
        await announcements.discard(announcementId)
        return replyWithCard(announcementDiscardedCard(gatheringId ?? null, turn.language))
      }),
    ],
  }
  return {
    features: [feature, life.feature],
    list: life.list,
    write: (turn: PersonalTurn) => write(turn, { group: '' }),
  }
}

const emptyInput: AnnouncementInput = {
  title: '',
  text: '',
  group: '',
  municipalities: '',
  counties: '',
  topics: '',
  roles: '',
  standing: 'any',
}

/** A message may have some 28 KB; what is typed beyond this could not be shown again. */
const mostKept = { title: 2000, text: 8000, municipalities: 2000 }

function kept(values: AnnouncementInput): AnnouncementInput {
  const cut = (field: keyof typeof mostKept) => values[field].slice(0, mostKept[field])
  return { ...values, title: cut('title'), text: cut('text'), municipalities: cut('municipalities') }
}
