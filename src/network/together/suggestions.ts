import type { Database } from '../../store/database.ts'
import { toDate } from '../../store/instants.ts'
import type { Changes } from '../changes.ts'
import { type Member, personsOf } from '../member.ts'
import type { Members } from '../members.ts'
import type { PersonalData } from '../privacy.ts'
import { areSimilar } from '../similar.ts'
import { type Suggestion, suggestionsDefinition } from './suggestion.ts'

/** So long what nobody took up is kept: two years of gatherings. */
const daysOpen = 730
/** So long what was taken up is kept, to be looked back on when the next gatherings are planned. */
const daysDone = 365

/** Somebody who wants a theme. */
export interface Wish {
  personId: string
  /** Null: no member, or not any more. */
  member: Member | null
  why: string
  at: Temporal.Instant
}

/** A theme and those who want it, each person once however many accounts they have; the first comes first. */
export interface Wanted {
  suggestion: Suggestion
  wishes: Wish[]
}

interface Dependencies {
  database: Database
  members: Pick<Members, 'ofPersons' | 'personIdsOf'>
  changes: Pick<Changes, 'recordChange'>
}

export type Suggestions = ReturnType<typeof createSuggestions>

/** What members want gatherings to be about. A suggestion lives as long as somebody wants it. */
export function createSuggestions({ database, members, changes }: Dependencies) {
  const suggestions = database.collection(suggestionsDefinition)

  async function wanted(found: readonly Suggestion[]): Promise<Wanted[]> {
    const known = await members.ofPersons(found.flatMap(({ wishes }) => wishes.map(({ personId }) => personId)))
    return found
      .filter(({ wishes }) => wishes.length > 0)
      .map((suggestion) => ({ suggestion, wishes: wishesOf(suggestion, known) }))
  }

  /** What is still open or what was taken up: what most want first, then the newest. */
  async function all(which: 'open' | 'done'): Promise<Wanted[]> {
    const found = await suggestions.find(which === 'open' ? { doneAt: null } : { doneAt: { $type: 'date' } })
    return (await wanted(found)).toSorted(
      (a, b) => b.wishes.length - a.wishes.length || b.suggestion.at.getTime() - a.suggestion.at.getTime(),
    )
  }

  async function find(suggestionId: string): Promise<Wanted | null> {
    const found = await suggestions.findOne({ _id: suggestionId })
    const [one] = found ? await wanted([found]) : []
    return one ?? null
  }

  async function removeUnwanted(): Promise<void> {
    await suggestions.deleteMany({ 'wishes.0': { $exists: false } })
  }

  /** Of all accounts of a person. */
  async function withdraw(personId: string, suggestionId: string): Promise<boolean> {
    const personIds = await members.personIdsOf(personId)
    const { modifiedCount } = await suggestions.updateOne(
      { _id: suggestionId },
      { $pull: { wishes: { personId: { $in: personIds } } } },
    )
    await removeUnwanted()
    return modifiedCount === 1
  }

  const personalData: PersonalData = {
    name: 'suggestions',
    async everythingAbout(personId) {
      const found = await suggestions.find({ 'wishes.personId': personId }, { sort: { at: 1 } })
      const theirs = found.map(({ wishes, ...rest }) => ({
        ...rest,
        wishes: wishes.filter((wish) => wish.personId === personId),
      }))
      return theirs.length === 0 ? null : theirs
    },
    async forget(personId) {
      await suggestions.updateMany({ 'wishes.personId': personId }, { $pull: { wishes: { personId } } })
      await removeUnwanted()
    },
  }

  return {
    all,
    countOpen: (): Promise<number> => suggestions.countDocuments({ doneAt: null, 'wishes.0': { $exists: true } }),
    find,
    withdraw,
    personalData,

    /** Sent again it is there once. */
    async suggest(
      personId: string,
      { id, text, why }: { id: string; text: string; why: string },
      now: Temporal.Instant,
    ): Promise<void> {
      const at = toDate(now)
      await suggestions.insertMissing([{ _id: id, text, wishes: [{ personId, why, at }], at, doneAt: null }])
    },

    /** Open ones that are about the same, by the words that carry the meaning. */
    async similar(text: string, wordsOf: (text: string) => readonly string[]): Promise<Wanted[]> {
      const words = new Set(wordsOf(text))
      const isSame = (other: string) => other.toLowerCase() === text.toLowerCase()
      return (await all('open')).filter(
        ({ suggestion }) => isSame(suggestion.text) || areSimilar(words, new Set(wordsOf(suggestion.text))),
      )
    },

    /** Wants it too; who does already is not counted twice. Null when it is not open any more. */
    async support(
      personId: string,
      { id, why }: { id: string; why: string },
      now: Temporal.Instant,
    ): Promise<Wanted | null> {
      const theirs = await members.personIdsOf(personId)
      await suggestions.updateOne(
        { _id: id, doneAt: null, 'wishes.0': { $exists: true }, 'wishes.personId': { $nin: theirs } },
        { $push: { wishes: { personId, why, at: toDate(now) } } },
      )
      const found = await find(id)
      return found?.suggestion.doneAt === null ? found : null
    },

    /** An adviser says that it was taken up, or that it was not after all. */
    async setDone(by: string, suggestionId: string, isDone: boolean, now: Temporal.Instant): Promise<boolean> {
      const { modifiedCount } = await suggestions.updateOne(
        { _id: suggestionId, doneAt: isDone ? null : { $type: 'date' } },
        { $set: { doneAt: isDone ? toDate(now) : null } },
      )
      if (modifiedCount === 0) return false
      await changes.recordChange(by, { kind: 'suggestion', id: suggestionId }, { isDone: !isDone }, { isDone }, now)
      return true
    },

    /** By an adviser. The log does not keep the words. */
    async remove(by: string, suggestionId: string, now: Temporal.Instant): Promise<boolean> {
      if ((await suggestions.deleteOne({ _id: suggestionId })) === 0) return false
      await changes.recordChange(by, { kind: 'suggestion', id: suggestionId }, {}, null, now)
      return true
    },

    async tidy(now: Temporal.Instant): Promise<void> {
      const before = (days: number) => toDate(now.subtract({ hours: days * 24 }))
      await suggestions.deleteMany({ doneAt: { $lt: before(daysDone) } })
      await suggestions.deleteMany({ doneAt: null, at: { $lt: before(daysOpen) } })
      await removeUnwanted()
    },
  }
}

function wishesOf({ wishes }: Suggestion, known: ReadonlyMap<string, Member>): Wish[] {
  const byPerson = new Map<string, Wish>()
  for (const { personId, why, at } of wishes) {
    const member = known.get(personId) ?? null
    const key = member?._id ?? personId
    const first = byPerson.get(key)
    if (first === undefined) byPerson.set(key, { personId, member, why, at: at.toTemporalInstant() })
    else if (first.why === '') byPerson.set(key, { ...first, why })
  }
  return [...byPerson.values()]
}

export function isWantedBy({ wishes }: Wanted, personId: string): boolean {
  return wishes.some(({ personId: wisher, member }) => {
    return wisher === personId || (member !== null && personsOf(member).includes(personId))
  })
}
