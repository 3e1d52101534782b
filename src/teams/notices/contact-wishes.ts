import { contactCard, contactHandledCard, contactNotice, type WishView } from '../../cards/notices/contact.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Language } from '../../language.ts'
import type { AdviserChannel, Advisers } from '../../network/advisers.ts'
import type { Members } from '../../network/members.ts'
import type { People } from '../../network/people.ts'
import type { ContactWish } from '../../network/questions/contact-wishes.ts'
import type { Questions } from '../../network/questions/questions.ts'
import type { NoticeMakers } from '../notices.ts'
import type { Proactive } from '../proactive.ts'
import { replyWithCard } from '../reply.ts'

interface ViewDependencies {
  questions: Pick<Questions, 'find'>
  members: Pick<Members, 'of'>
  people: Pick<People, 'find'>
  knowledge: Pick<Knowledge, 'titleOf'>
}

/** A wish as advisers may see it; null when it has been dealt with, or was taken back. */
type FindWish = (wishId: string, language: Language) => Promise<WishView | null>

export function createWishViews({ questions, members, people, knowledge }: ViewDependencies): FindWish {
  return async (wishId, language) => {
    const question = await questions.find(wishId)
    if (question === null || question.contact === null) return null
    const member = await members.of(question.contact)
    const { text, word, answerId } = question
    return {
      questionId: wishId,
      name: member?.name ?? null,
      email: member?.email ?? (await people.find(question.contact))?.email ?? null,
      text,
      word,
      answer: answerId === null ? null : { id: answerId, title: knowledge.titleOf(answerId, language) },
    }
  }
}

export function contactNotices(findWish: FindWish): NoticeMakers {
  return {
    async 'contact-wanted'({ data }, { language }) {
      const wish = await findWish(data.wishId ?? '', language)
      return wish && contactNotice(wish, language)
    },
  }
}

interface ChannelDependencies {
  proactive: Pick<Proactive, 'send' | 'update'>
  advisers: Pick<Advisers, 'channels'>
  wishes: FindWish
  language: Language
}

/** What advisers read together in their channel. */
export function createChannelPosts({ proactive, advisers, wishes, language }: ChannelDependencies) {
  return {
    async post({ _id: channelId, conversation }: AdviserChannel, { _id: wishId }: ContactWish) {
      const wish = await wishes(wishId, language)
      if (wish === null) return { kind: 'posted', post: null } as const
      const sent = await proactive.send(conversation, replyWithCard(contactCard(wish, language)))
      if (sent.kind === 'delivered') {
        const { activityId } = sent
        return { kind: 'posted', post: activityId === undefined ? null : { channelId, activityId } } as const
      }
      const isFinal = sent.kind === 'unreachable' || (sent.kind === 'failed' && !sent.retryable)
      return { kind: isFinal ? 'refused' : 'later' } as const
    },

    /** Everybody in the channel sees that it is dealt with; one that cannot be changed says so when it is pressed. */
    async handled(handled: readonly ContactWish[], by: string | null): Promise<void> {
      const channels = new Map((await advisers.channels()).map((channel) => [channel._id, channel]))
      for (const { post } of handled) {
        const channel = post && channels.get(post.channelId)
        if (post === null || !channel) continue
        const card = contactHandledCard(by, language)
        await proactive.update(channel.conversation, post.activityId, replyWithCard(card))
      }
    },
  }
}
