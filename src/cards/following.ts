import type { Language } from '../language.ts'
import { textsIn } from '../texts/texts.ts'
import { execute, sendVerb } from './actions.ts'
import { fold } from './buttons.ts'
import { type Card, card } from './card.ts'
import { type Action, heading, list, note, paragraph, subheading } from './elements.ts'
import { type Choice, choiceInput } from './inputs.ts'

/** What became of a wish to follow programmes, or to follow them no longer. */
export interface FollowingNews {
  kind: 'followed' | 'already' | 'unfollowed' | 'notFollowed'
  /** With their titles as values are ids. */
  programmes: readonly Choice[]
}

/** Says what was done, and how to take it back. */
export function followingNewsCard({ kind, programmes }: FollowingNews, language: Language): Card {
  const { common, following: texts } = textsIn(language)
  const title = texts[kind](common.listOf(programmes.map((each) => each.title)))
  const follows = kind === 'followed' || kind === 'already'
  const topics = programmes.map(({ value }) => value).join()
  const isDone = kind === 'followed' || kind === 'unfollowed'
  const other = follows
    ? execute(isDone ? texts.undo : texts.stop, 'following.unfollow', { topics })
    : execute(isDone ? texts.undo : texts.start, 'following.follow', { topics })
  return card(
    language,
    title,
    [heading(title), ...(kind === 'notFollowed' ? [] : [paragraph(follows ? texts.willTell : texts.willNotTell)])],
    [
      other,
      execute(texts.all, 'following.show', {}),
      ...(follows ? [execute(texts.reminders, 'reminders.settings', {})] : []),
    ],
  )
}

export interface FollowingList {
  /** All programmes that there are. */
  programmes: readonly Choice[]
  followed: readonly string[]
  isSaved: boolean
}

/** Everything that somebody follows, and what else there is. */
export function followingCard({ programmes, followed, isSaved }: FollowingList, language: Language): Card {
  const texts = textsIn(language).following
  const titles = programmes.filter(({ value }) => followed.includes(value)).map(({ title }) => title)
  const value = followed.join()
  return card(
    language,
    texts.title,
    [
      heading(texts.title),
      ...(isSaved ? [subheading(texts.saved)] : []),
      ...(titles.length === 0 ? [paragraph(texts.none)] : [list(titles), note(texts.lead)]),
      ...fold(
        'programmeChoice',
        texts.choose,
        choiceInput('topics', texts.chosen, programmes, { multiple: true, style: 'expanded', value }),
      ),
    ],
    [
      execute(texts.save, 'following.save', {}, { style: 'positive' }),
      execute(texts.reminders, 'reminders.settings', {}, { ignoreInputs: true }),
    ],
  )
}

/** Below an answer: it stays where it is, and what was done is said in a message of its own. */
export function followButton({ title, value }: Choice, language: Language): Action {
  return sendVerb(textsIn(language).following.button(title), 'following.follow', { topics: value })
}
