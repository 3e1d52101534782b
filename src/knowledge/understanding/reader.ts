import type { Content } from '../load.ts'
import { isProgramme } from '../taxonomy.ts'
import { createConceptFinder } from './concepts.ts'
import { createFeatureBag, type FeatureBag, type Features, kinds } from './features.ts'
import { createMentionFinder, type Name, type Part } from './mentions.ts'
import { createSpeller } from './spelling.ts'
import { createUnifier, stem } from './tokens.ts'

/** What tells the bot how things are called. */
export type ReaderContent = Pick<Content, 'topics' | 'lexicon'>

/** What is known of a text before anything is concluded from it. */
export type Reading = {
  /** Describes what the text is about: with the names of programmes. */
  topic: Features
  /** Describes what is wanted: names of programmes and places are all alike in it. */
  act: Features
  /** Programmes called by their names. */
  programmes: string[]
  /** Two names of programmes or of words stand beside each other: «Nordplus og Erasmus+». */
  namesTwo: boolean
  /** Answers that explain words that the text names. */
  terms: string[]
  /** Counties named, by themselves or by one of their municipalities. */
  counties: string[]
  wordCount: number
}

/** How much each kind of feature counts beside a word, which counts 1. Found by cross-validation. */
const weights = {
  stem: 0.7,
  /** All parts of one word together. */
  letters: 1.2,
  pair: 0.5,
  concept: 1,
  conceptPair: 0.6,
  name: 3,
  place: 1,
  property: 1,
}
const letterSizes = [4]
const shortestToSplit = 5
/** Longer texts are cut: nobody asks so much, and time has to be bounded. */
const mostCharacters = 1500

const masks = { programme: '_programme', subject: '_term', county: '_place', country: '_country' } as const
const international =
  /^(?:eu|eus|europa\w*|europe\w*|eos|ees|eea|brussel\w*|internasjonal\w*|international\w*|utland\w*|utanland\w*|utenland\w*|abroad|foreign|nordisk\w*|nordic|norden|interreg\w*)$/

/**
 * Learns from the content by what names things go, and reads texts by that.
 *
 * @param vocabulary words that people use, the commonest first: what looks like one of them is taken for it
 */
export function createReader(content: ReaderContent, vocabulary: readonly string[]): (text: string) => Reading {
  const { lexicon } = content
  const unify = createUnifier(lexicon.forms)
  const findNames = createMentionFinder(collectNames(content))
  const correct = createSpeller(vocabulary)
  const findConcepts = createConceptFinder(lexicon.concepts, unify)
  const bag = createFeatureBag()

  return (text) => {
    const parts = findNames(text.slice(0, mostCharacters)).map((part) =>
      part.named.length > 0 ? part : { ...part, words: part.words.map(correct) },
    )
    const folded = parts.flatMap((part) => part.words)
    const plain = folded.map(unify)
    const concepts = findConcepts(folded)
    const named = parts.flatMap((part) => part.named)
    const ofKind = (kind: string) => [...new Set(named.filter((each) => each.kind === kind).map(({ id }) => id))]
    const programmes = ofKind('programme')
    const subjects = ofKind('subject')
    const counties = ofKind('county')
    const countries = ofKind('country')

    addWords(bag, plain)
    addConcepts(bag, concepts)
    for (const id of programmes) bag.add(kinds.name, id, weights.name)
    for (const id of subjects) bag.add(kinds.name, id, weights.place)
    for (const county of counties) {
      bag.add(kinds.place, county, weights.place)
      for (const area of lexicon.places.counties[county] ?? []) bag.add(kinds.area, area, weights.place)
    }
    for (const group of countries) bag.add(kinds.place, group, 1.5)
    bag.add(kinds.property, 'any', weights.property)
    const topic = bag.take()

    addWords(
      bag,
      parts.flatMap((part) => masked(part, unify)),
    )
    addConcepts(bag, concepts)
    for (const id of subjects) bag.add(kinds.name, id, weights.name)
    for (const group of countries) bag.add(kinds.place, group, 0.7)
    if (counties.length > 0) bag.add(kinds.property, 'place', weights.property)
    if (countries.length > 0) bag.add(kinds.property, 'country', weights.property)
    bag.add(kinds.property, plain.some((word) => international.test(word)) ? 'abroad' : 'at-home', weights.property)
    bag.add(kinds.property, programmes.length > 0 ? 'named' : 'unnamed', 1.5)
    bag.add(kinds.property, `length-${Math.min(6, Math.ceil(plain.length / 3))}`, 0.7)
    bag.add(kinds.property, 'any', weights.property)
    const act = bag.take()

    return { topic, act, programmes, terms: subjects, namesTwo: namesTwo(parts), counties, wordCount: plain.length }
  }
}

const and = /^(?:og|and|eller|or|samt|pluss|plus|vs|kontra)$/

function namesTwo(parts: readonly Part[]): boolean {
  const isName = (part: Part | undefined) => part?.named.some(({ kind }) => kind === 'programme' || kind === 'subject')
  return parts.some(
    ({ words }, at) => and.test(words.join(' ')) && isName(parts[at - 1]) === true && isName(parts[at + 1]) === true,
  )
}

function masked({ words, named }: Part, unify: (word: string) => string): string[] {
  const [first] = named
  if (!first) return words.map(unify)
  return first.kind === 'subject' ? [masks.subject, ...words.map(unify)] : [masks[first.kind]]
}

function addWords(bag: FeatureBag, words: readonly string[]): void {
  let previous = '^'
  for (const word of words) {
    bag.addPair(kinds.pair, previous, word, weights.pair)
    previous = word
    bag.add(kinds.word, word, 1)
    if (word.startsWith('_')) continue
    bag.add(kinds.stem, stem(word), weights.stem)
    if (word.length >= shortestToSplit) addLetters(bag, `^${word}$`)
  }
  bag.addPair(kinds.pair, previous, '$', weights.pair)
}

function addLetters(bag: FeatureBag, word: string): void {
  const count = letterSizes.reduce((sum, size) => sum + Math.max(0, word.length - size + 1), 0)
  const weight = weights.letters / Math.sqrt(count)
  for (const size of letterSizes) {
    for (let start = 0; start + size <= word.length; start++) bag.add(kinds.letters, word, weight, start, start + size)
  }
}

function addConcepts(bag: FeatureBag, sequence: readonly (readonly string[])[]): void {
  let previous: readonly string[] = ['^']
  for (const concepts of [...sequence, ['$']]) {
    const weight = weights.conceptPair / Math.sqrt(previous.length * concepts.length)
    for (const concept of concepts) {
      if (concept !== '$') bag.add(kinds.concept, concept, weights.concept)
      for (const before of previous) bag.addPair(kinds.conceptPair, before, concept, weight)
    }
    previous = concepts
  }
}

function collectNames({ topics, lexicon: { places } }: ReaderContent): Name[] {
  const everyday = new Set(places.everydayWords)
  return [
    ...topics
      .filter(({ topic }) => isProgramme(topic))
      .flatMap(({ topic, names, title }) =>
        [...names, title].map((text) => ({ text, named: { kind: 'programme' as const, id: topic } })),
      ),
    ...topics
      .filter(({ topic }) => topic === 'glossary')
      .flatMap(({ sections }) => sections)
      .flatMap(({ id, names }) => names.map(({ text }) => ({ text, named: { kind: 'subject' as const, id } }))),
    ...Object.entries(places.municipalities).flatMap(([county, municipalities]) =>
      [county, ...municipalities].map((place) => ({
        text: everyday.has(place) ? `${place} kommune` : place,
        named: { kind: 'county' as const, id: county },
      })),
    ),
    ...Object.entries(places.countries).flatMap(([group, countries]) =>
      countries.map((text) => ({ text, named: { kind: 'country' as const, id: group } })),
    ),
  ]
}
