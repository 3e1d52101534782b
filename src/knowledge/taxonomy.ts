import { z } from 'zod'

export const languages = ['nb', 'nn', 'en'] as const
export const languageSchema = z.enum(languages)
/** Bokmål, nynorsk or English. */
export type Language = z.infer<typeof languageSchema>

/** The questions that every programme answers, in the order in which they are shown. */
export const aspects = [
  'what',
  'norway',
  'eligibility',
  'funds',
  'money',
  'partners',
  'deadlines',
  'apply',
  'contact',
  'next',
] as const

/** Topics that are no programme: each of their sections is a subject of its own. */
const subjectTopics = ['network', 'guide', 'glossary'] as const

/** The topic of who talks about gatherings: what is asked of those, commands answer. */
export const gatheringsTopic = 'gatherings'

/** Programmes that have to have content. More may be added by adding files. */
export const requiredProgrammes = [
  'erasmus-plus',
  'solidarity-corps',
  'eea-grants',
  'county-seed-fund',
  'interreg',
  'interreg-sweden-norway',
  'interreg-oks',
  'interreg-north-sea',
  'interreg-npa',
  'interreg-aurora',
  'interreg-baltic-sea',
  'interreg-europe',
  'urbact',
  'espon',
  'horizon-europe',
  'eu-missions',
  'digital-europe',
  'creative-europe',
  'eu4health',
  'civil-protection',
  'single-market',
  'esf-easi',
  'invest-eu',
  'innovation-fund',
  'life',
  'cerv',
  'cef',
  'just-transition',
  'european-urban-initiative',
  'new-european-bauhaus',
  'nordplus',
  'nordic-border',
] as const

/** Sections that the subject topics have to have. More may be added by adding sections. */
const requiredSections: Record<(typeof subjectTopics)[number], readonly string[]> = {
  network: [
    'what',
    'who',
    'join',
    'meetings',
    'practical',
    'followup',
    'contact',
    'cost',
    'history',
    'privacy',
    'leave',
    'reminders',
  ],
  guide: [
    'choose',
    'first-project',
    'partner-search',
    'budget',
    'state-aid',
    'application-help',
    'political-anchoring',
    'eu-outlook',
    'brussels-offices',
    'deadlines',
  ],
  glossary: [
    'own-contribution',
    'lead-partner',
    'consortium',
    'pic',
    'oid',
    'eu-login',
    'funding-portal',
    'call',
    'work-programme',
    'lump-sum',
    'ncp',
    'trl',
    'accreditation',
    'mobility',
    'partnership-agreement',
    'de-minimis',
    'grant-agreement',
    'first-level-control',
    'in-kind',
    'indirect-costs',
    'ir-funds',
    'cohesion-policy',
    'mff',
    'smart-specialisation',
    'macro-region',
  ],
}

export function isProgramme(topic: string): boolean {
  return topic !== gatheringsTopic && !subjectTopics.some((subject) => subject === topic)
}

/** Every answer id that has to exist, `topic/aspect`. */
export function requiredAnswers(): string[] {
  return [
    ...requiredProgrammes.flatMap((topic) => aspects.map((aspect) => `${topic}/${aspect}`)),
    ...subjectTopics.flatMap((topic) => requiredSections[topic].map((section) => `${topic}/${section}`)),
  ]
}

export function topicOf(id: string): string {
  return id.split('/')[0] ?? id
}

const ofGatherings = [
  'gatherings',
  'register',
  'register-colleague',
  'my-registrations',
  'cancel-registration',
  'network/meetings',
  'network/practical',
  'network/cost',
]

/** Whether an answer or command is about what is talked about. */
export function isAbout(id: string, topic: string): boolean {
  return topic === gatheringsTopic ? ofGatherings.includes(id) : topicOf(id) === topic
}
