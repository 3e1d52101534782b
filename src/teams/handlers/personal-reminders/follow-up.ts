import { whatOf } from '../../../cards/personal-reminders.ts'
import { contentWords } from '../../../knowledge/content-words.ts'
import type { PersonalReminder } from '../../../reminders/personal/personal.ts'
import { readMove } from '../../../reminders/personal/read-move.ts'
import { reminderToRemove } from '../../../reminders/personal/read-removal.ts'
import { readRequest } from '../../../reminders/personal/read-request.ts'
import type { Reply } from '../../reply.ts'
import type { ConversationMemory, PersonalTurn } from '../../turn.ts'
import { deletes, halts, takesBack } from '../take-back.ts'
import type { PersonalReminderDependencies, ReminderReplies } from './replies.ts'

interface ReminderChanges {
  ask: (turn: PersonalTurn, said: string, reminderId: string) => Promise<Reply>
  move: (turn: PersonalTurn, reminder: PersonalReminder, at: Temporal.Instant) => Promise<Reply>
  remove: (turn: PersonalTurn, reminderId: string) => Promise<Reply>
}

type About = NonNullable<ConversationMemory['about']>
type AboutReminder = Extract<About, { kind: 'reminder' }>
type Draft = Extract<About, { kind: 'reminder-draft' }>

/** So many at most name a programme and say no more. */
const fewWords = 4

/** What is written about a reminder that was just set or shown, or that is named: null where it is about something else. */
export function createReminderFollowUp(
  { reminders, knowledge, timeZone }: Pick<PersonalReminderDependencies, 'reminders' | 'knowledge' | 'timeZone'>,
  { shownOf, list }: ReminderReplies,
  { ask, remove, move }: ReminderChanges,
) {
  async function removeNamed(turn: PersonalTurn, what: string): Promise<Reply> {
    const { about } = turn.memory
    if (what === '' && about?.kind === 'reminder') return remove(turn, about.id)
    const upcoming = await reminders.upcoming(turn.person.id, turn.now)
    const [only, ...others] = what === '' ? upcoming : nearest(turn, upcoming, contentWords(what))
    if (only !== undefined && others.length === 0) return remove(turn, only._id)
    const { personal } = turn.texts
    return list(turn, 0, only === undefined ? (upcoming.length === 0 ? undefined : personal.noneSuch) : personal.which)
  }

  function nearest(turn: PersonalTurn, all: readonly PersonalReminder[], wanted: readonly string[]) {
    const scored = all.map((reminder) => {
      const has = new Set(contentWords(whatOf(shownOf(reminder, turn.now), turn.language)))
      return { reminder, score: wanted.filter((word) => has.has(word)).length }
    })
    const best = Math.max(1, ...scored.map(({ score }) => score))
    return scored.filter(({ score }) => score === best).map(({ reminder }) => reminder)
  }

  async function onReminder(
    turn: PersonalTurn,
    about: AboutReminder,
    spoken: () => PersonalTurn,
  ): Promise<Reply | null> {
    const { text, now } = turn
    const known = await reminders.find(about.id)
    if (known === null || known.personId !== turn.person.id) return null
    if (takesBack(text) || halts(text)) {
      return about.was === undefined || deletes(text)
        ? remove(spoken(), about.id)
        : move(spoken(), known, Temporal.Instant.fromEpochMilliseconds(about.was))
    }
    const at = readMove(
      text,
      known.at.toTemporalInstant().toZonedDateTimeISO(timeZone),
      now.toZonedDateTimeISO(timeZone),
    )
    return at === null ? null : move(spoken(), known, at.toInstant())
  }

  /** Goes on with what was said, when this is what was asked for. */
  async function onDraft(turn: PersonalTurn, draft: Draft, spoken: () => PersonalTurn): Promise<Reply | null> {
    const { text } = turn
    if (takesBack(text) || halts(text)) return list(spoken(), 0, turn.texts.personal.notSet)
    return isSaid(turn, draft.lacks) ? ask(spoken(), `${draft.said} ${text}`, draft.id) : null
  }

  function isSaid({ text, now }: PersonalTurn, lacks: Draft['lacks']): boolean {
    const { what, when } = readRequest(text, now.toZonedDateTimeISO(timeZone))
    if (what === '' && when.kind !== 'unsaid') return lacks !== 'what'
    if (lacks === 'programme') return knowledge.programmesIn(text).length > 0 && contentWords(text).length <= fewWords
    const { kind } = knowledge.understand(text)
    return lacks === 'what' && !text.includes('?') && (kind === 'handoff' || kind === 'suggest')
  }

  return async (turn: PersonalTurn, spoken: () => PersonalTurn): Promise<Reply | null> => {
    const { about } = turn.memory
    const named = reminderToRemove(turn.text)
    if (named !== null) return removeNamed(spoken(), named)
    if (about?.kind === 'reminder') return onReminder(turn, about, spoken)
    if (about?.kind === 'reminder-draft') return onDraft(turn, about, spoken)
    return about?.kind === 'reminders' && deletes(turn.text) ? removeNamed(spoken(), '') : null
  }
}
