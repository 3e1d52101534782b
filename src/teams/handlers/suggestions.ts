import {
  type SuggestionFormView,
  suggestionFormCard,
  suggestionsCard,
  wishCard,
  withdrawnCard,
} from '../../cards/suggestions.ts'
import type { VerbData } from '../../cards/verbs.ts'
import { contentWords } from '../../knowledge/content-words.ts'
import { longestTheme, readSuggestion } from '../../network/together/suggestion.ts'
import { isWantedBy, type Suggestions } from '../../network/together/suggestions.ts'
import { answeredInPersonalChat, type Feature, onVerb } from '../feature.ts'
import { type Reply, replyWithCard } from '../reply.ts'
import type { PersonalTurn } from '../turn.ts'
import { saidIn } from './said.ts'
import { themeIn } from './theme-in.ts'
import { showable } from './typed.ts'

export interface SuggestionDependencies {
  suggestions: Pick<Suggestions, 'all' | 'find' | 'similar' | 'suggest' | 'support' | 'withdraw'>
  newId: () => string
}

/** Themes for gatherings: anybody suggests, and wants what others suggested. */
export function suggestionsFeature({ suggestions, newId }: SuggestionDependencies): Feature {
  function form(turn: PersonalTurn, view: Omit<SuggestionFormView, 'personId'>): Reply {
    return replyWithCard(suggestionFormCard({ ...view, personId: turn.person.id }, turn.language))
  }

  async function start(turn: PersonalTurn, said: string): Promise<Reply> {
    const others = (await suggestions.all('open')).filter((each) => !isWantedBy(each, turn.person.id))
    const topic = themeIn(said).slice(0, longestTheme)
    return form(turn, { suggestionId: newId(), topic, why: '', mistakes: [], others, areSimilar: false })
  }

  async function save(turn: PersonalTurn, data: VerbData<'topics.save'>): Promise<Reply> {
    const { suggestionId, anyway } = data
    const typed = { topic: showable(data.topic), why: showable(data.why) }
    const read = readSuggestion(data)
    if (!read.ok) {
      return form(turn, { suggestionId, ...typed, mistakes: read.mistakes, others: [], areSimilar: false })
    }
    const isSent = (await suggestions.find(suggestionId)) !== null
    const similar = anyway === 'yes' || isSent ? [] : await suggestions.similar(read.text, contentWords)
    if (similar.length > 0) {
      return form(turn, { suggestionId, ...typed, mistakes: [], others: similar, areSimilar: true })
    }
    await suggestions.suggest(turn.person.id, { id: suggestionId, text: read.text, why: read.why }, turn.now)
    return wish(turn, suggestionId, true)
  }

  async function wish(turn: PersonalTurn, suggestionId: string, isNew: boolean): Promise<Reply> {
    const wanted = await suggestions.find(suggestionId)
    if (wanted === null) return list(turn, 0, turn.texts.suggestions.gone)
    return replyWithCard(wishCard({ wanted, personId: turn.person.id, isNew }, turn.language))
  }

  async function support(turn: PersonalTurn, { suggestionId, why }: VerbData<'topics.support'>): Promise<Reply> {
    const read = readSuggestion({ topic: '-', why })
    const wanted = await suggestions.support(
      turn.person.id,
      { id: suggestionId, why: read.ok ? read.why : '' },
      turn.now,
    )
    return wanted === null ? list(turn, 0, turn.texts.suggestions.gone) : wish(turn, suggestionId, false)
  }

  async function list(turn: PersonalTurn, page: number, notice?: string): Promise<Reply> {
    const view = { all: await suggestions.all('open'), personId: turn.person.id, page }
    return replyWithCard(suggestionsCard(notice === undefined ? view : { ...view, notice }, turn.language))
  }

  return {
    commands: { 'suggest-topic': answeredInPersonalChat((turn) => start(turn, saidIn(turn))) },
    verbs: [
      onVerb(
        'topics.suggest',
        answeredInPersonalChat((turn) => start(turn, '')),
      ),
      onVerb('topics.save', answeredInPersonalChat(save)),
      onVerb('topics.support', answeredInPersonalChat(support)),
      onVerb(
        'topics.list',
        answeredInPersonalChat((turn, { page }: VerbData<'topics.list'>) => list(turn, page)),
      ),
      onVerb(
        'topics.withdraw',
        answeredInPersonalChat(async (turn, { suggestionId }: VerbData<'topics.withdraw'>) => {
          await suggestions.withdraw(turn.person.id, suggestionId)
          return replyWithCard(withdrawnCard(turn.language))
        }),
      ),
    ],
  }
}
