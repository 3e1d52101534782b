import type { Registry } from 'prom-client'
import { createNearYou } from '../network/near-you.ts'
import { createCallRecords } from '../reminders/calls/records.ts'
import { createDeliveries } from '../reminders/deliveries.ts'
import { planDigest } from '../reminders/digest.ts'
import type { Message, MessageRow } from '../reminders/message.ts'
import { createMetrics } from '../reminders/metrics.ts'
import { createPersonalReminders } from '../reminders/personal/personal.ts'
import { openReminders } from '../reminders/reminders.ts'
import { createKeepSent } from '../teams/keep-sent.ts'
import { announcementNotices } from '../teams/notices/announcements.ts'
import { callNotices } from '../teams/notices/calls.ts'
import { colleagueNotices } from '../teams/notices/colleagues.ts'
import { contactNotices, createChannelPosts, createWishViews } from '../teams/notices/contact-wishes.ts'
import { digestNotices } from '../teams/notices/digest.ts'
import { gatheringNotices } from '../teams/notices/gatherings.ts'
import { invitationNotices } from '../teams/notices/invitations.ts'
import { memberNotices } from '../teams/notices/members.ts'
import { partnerNotices } from '../teams/notices/partners.ts'
import { personalNotices } from '../teams/notices/personal.ts'
import { thanksNotices } from '../teams/notices/thanks.ts'
import { createNotices } from '../teams/notices.ts'
import { createProactive } from '../teams/proactive.ts'
import { createSentCards } from '../teams/sent-cards.ts'
import { createFollowCalls } from '../telling/follow-calls.ts'
import { followNetwork } from '../telling/follow-network.ts'
import { createTellAdvisers } from '../telling/tell-advisers.ts'
import { createTellMembers } from '../telling/tell-members.ts'
import { createTellPartners } from '../telling/tell-partners.ts'
import { createThankMembers } from '../telling/thank-members.ts'
import { type Foundation, quietTimesOf } from './foundation.ts'

/** Messages of the bot's own account that are on the wire at once, and so can be repeated by a crash. */
const maxInFlight = 32
/** Messages to one person a day, save for changes, cancellations and offers. */
const dailyLimit = 5

export type Messaging = Awaited<ReturnType<typeof openMessaging>>

/** Everything that the bot says unasked: what is planned, how it is worded, and the sending. */
export async function openMessaging(foundation: Foundation, registry: Registry) {
  const { config, surroundings, database, knowledge, network, advisers, questions, connect } = foundation
  const { now, random, timers, newId, log } = surroundings
  const { timeZone, sendRate } = config
  const { people, members, gatherings, announcements, planning } = network
  const quietTimes = quietTimesOf(config)
  const callRecords = createCallRecords(database)
  const deliveries = createDeliveries(database)
  const sentCards = createSentCards(database)
  const keepSent = createKeepSent({ sentCards, gatherings, now, log })
  const proactive = createProactive(connect)
  const wishes = createWishViews({ questions, members, people, knowledge })
  const channelPosts = createChannelPosts({ proactive, advisers, wishes, language: config.defaultLanguage })
  const findCall = (callId: string, at: Temporal.Instant) =>
    knowledge.callsAhead(at).find(({ id }) => id === callId) ?? null

  const notices = createNotices({
    deliveries,
    delivered: noteAnnouncements,
    proactive,
    keepSent,
    findPerson: people.find,
    makers: {
      ...gatheringNotices({ find: gatherings.find, memberOf: members.of, nearYou: createNearYou(members) }),
      ...colleagueNotices(network),
      ...memberNotices(members),
      ...thanksNotices(network.afterGathering),
      ...announcementNotices(announcements.find, gatherings.find),
      ...invitationNotices(gatherings.find, network.invitations.hasAnswered),
      ...contactNotices(wishes),
      ...partnerNotices(network.partners, knowledge, timeZone),
      ...callNotices({ knowledge, findRecord: callRecords.find, timeZone }),
      ...digestNotices({
        memberOf: members.of,
        callsAhead: knowledge.callsAhead,
        records: callRecords.ahead,
        gatheringsAhead: gatherings.aheadFor,
        timeZone,
      }),
      ...personalNotices((id) => personalReminders.find(id), findCall, timeZone),
    },
    languageOf: async ({ _id, language }) => language ?? (await members.of(_id))?.language ?? config.defaultLanguage,
    nameOf: async (personId) => (await members.of(personId))?.name ?? null,
    now,
    timeZone,
  })
  const reminders = await openReminders({
    database,
    send: notices.send,
    world: planning,
    settings: { ...quietTimes, dailyLimit, sendRate, maxInFlight },
    now,
    random,
    timers,
    processId: newId(),
    metrics: createMetrics(registry, () => reminders.queues()),
    log,
  })
  const tell = createTellMembers({ reminders, deliveries })
  const followCalls = createFollowCalls({
    callsAhead: knowledge.callsAhead,
    records: callRecords,
    followers: planning.followers,
    reminders,
    terms: quietTimes,
    now,
  })
  const follow = followNetwork(network, reminders, now)
  const personalReminders = createPersonalReminders({
    database,
    reminders,
    deadlineOf: (callId) => findCall(callId, now())?.closes ?? null,
    timeZone,
  })

  async function noteAnnouncements(rows: readonly MessageRow[], message: Message): Promise<void> {
    for (const { data } of rows) {
      const announcement = await announcements.find(data.announcementId ?? '')
      if (announcement !== null) await tell.announcementDelivered(announcement, message, now())
    }
  }

  async function planMessages(): Promise<void> {
    const digests = async () => reminders.post(planDigest(await reminders.wanting('digest'), timeZone, now()))
    const planning = [followCalls.planAll(), personalReminders.planAll(now()), digests()]
    for (const { reason } of (await Promise.allSettled(planning)).filter(isRejected)) {
      log.error({ err: reason }, 'planning messages failed')
    }
  }

  /** Plans what one person is told: they may follow other topics, be registered by others under their address, or be nobody's account any more. */
  async function planFor(personId: string): Promise<void> {
    await followCalls.planFor(personId)
    await reminders.dropAbandoned(personId)
    for (const { gathering, registration } of await network.registrations.mine(personId, now())) {
      const memberIds = [registration.memberId]
      await follow({ kind: 'registrations-changed', gatheringId: gathering._id, memberIds })
    }
  }

  return {
    reminders,
    notices,
    personalReminders,
    deliveries,
    proactive,
    sentCards,
    keepSent,
    tell,
    thankMembers: createThankMembers(network.afterGathering, reminders, quietTimes),
    tellPartners: createTellPartners(network.partners, reminders),
    tellAdvisers: createTellAdvisers({
      advisers,
      wishes: questions.wishes,
      postInChannel: channelPosts.post,
      reminders,
    }),
    contactHandled: channelPosts.handled,
    followNetwork: follow,
    /** Plans what is told of calls, what people asked for, and the month's digest, by the content of this moment. */
    planMessages,
    planFor,
  }
}

function isRejected(result: PromiseSettledResult<void>): result is PromiseRejectedResult {
  return result.status === 'rejected'
}
