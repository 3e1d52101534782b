import { complaintCard } from '../../cards/complaint.ts'
import type { NetworkNames } from '../../texts/nb/answers.ts'
import { type Reply, replyWithCard } from '../reply.ts'
import type { Turn } from '../turn.ts'
import { type FeedbackDependencies, noteUnhelpful } from './feedback.ts'

const opening = '(?:(?:nei|no|takk|thanks|beklager|sorry|men|but|hei|æsj|uff|hm+)[,.!]*\\s+){0,4}'
const adverb =
  '(?:(?:jo|bare|berre|helt|heilt|visst|nok|faktisk|rett og slett|just|simply|completely|totally|really|actually|so|very|veldig|ganske|still|fortsatt|framleis)\\s+){0,4}'
const answer =
  '(?:(?:det|dette|den)(?: (?:svaret|der))?|svar(?:et|a|ene)(?: (?:ditt|dine|her))?|this(?: answer)?|that(?: answer)?|it|(?:the|your) (?:last )?(?:answer|reply|information)s?|informasjonen|opplysningene)'
const is = "(?:\\s+(?:er|var|is|was|were|are|seems|looks|virker|verkar|verka)|['’]s)"
const bad =
  '(?:feil(?:aktig)?|galt|gale|tull|tøys|vås|ubrukelig|ubrukeleg|håpløs\\p{L}*|dårlig|dårleg|utdatert|verdiløst?|useless|wrong|incorrect|nonsense|rubbish|not (?:right|correct|true|helpful|useful|good enough)|(?:ikke|ikkje|ikkj) (?:riktig|rett|korrekt|sant|nyttig|godt nok|bra nok|til (?:noe |noko )?hjelp)|out of date|outdated|unhelpful|no use|no help|a bad answer)'
const fails =
  "(?:stemmer|stemmar|stemte|hjelper|hjelpte|hjalp|hjelpt|passer|svarte|svarer|svarar)(?: meg)? (?:ikke|ikkje|ikkj)(?: (?:meg|noe|noko|på (?:spørsmålet|det|det (?:jeg|eg) (?:spurte|lurte|spør|lurer|lurar)(?: (?:om|på))?)(?: mitt)?))?|(?:does|did|do)(?:n['’]t| not) (?:help|answer (?:my question|it|that)|make sense)(?: me)?|isn['’]t (?:right|correct|true|helpful|useful)|wasn['’]t (?:right|correct|helpful|useful|what i (?:asked|meant)(?: (?:for|about))?)"
const notMeant =
  "(?:det var |that was |that['’]s )?(?:ikke|ikkje|not) (?:det|what|svar på det) (?:jeg|eg|i) (?:spurte(?: om)?|mente|meinte|lurte på|asked(?: for| about)?|meant)"
const you =
  "du (?:tar|tek|tok) feil|du (?:svarte|svarer|svarar|forsto|forstår|forstod|skjønner|skjønar|skjønte) (?:ikke|ikkje)(?: (?:på )?(?:spørsmålet|spørsmålet mitt|det|meg))?|du mis(?:forsto|forstod|forstår)(?: meg)?|you(?: are|['’]re) wrong|you did(?:n['’]t| not) (?:answer|understand)(?: (?:me|my question|that))?|you misunderstood(?: me)?"
const complaint = [
  `(?:${answer}${is}\\s+)?${adverb}${bad}(?: svar| answer)?`,
  `${answer}\\s+${adverb}(?:${fails})`,
  notMeant,
  you,
].join('|')
const complaining = new RegExp(`^${opening}(?:${complaint})(?:[.!,;:–-]+(?:\\s.*)?)?\\s*$`, 'isu')

/** «Det svaret stemmer ikke», “this is useless”: what somebody thinks of what they were answered, and no question. */
export function complains(sentence: string): boolean {
  return !sentence.includes('?') && complaining.test(sentence.trim())
}

/** Takes a complaint for what is thought of the last answer, and asks what was wrong. */
export async function answerComplaint(
  dependencies: FeedbackDependencies & { network: NetworkNames },
  turn: Turn,
): Promise<Reply> {
  const { about } = turn.memory
  const answers = about?.kind === 'answer' ? about.answers : null
  if (answers !== null) {
    turn.memory.about = { kind: 'answer', answers }
    await noteUnhelpful(dependencies, turn, answers)
  }
  return replyWithCard(complaintCard(dependencies.network, turn.language, answers))
}
