import { createHash } from 'node:crypto'
import { execute } from '../../../cards/actions.ts'
import { downloadCard } from '../../../cards/download.ts'
import { anyTopic, type MemberListFields, memberCard, memberListCard } from '../../../cards/member-desk.ts'
import { compareCard, duplicatesCard, mergeCard } from '../../../cards/member-duplicates.ts'
import { longestList, type MemberImportView, memberImportCard } from '../../../cards/member-import.ts'
import type { VerbData } from '../../../cards/verbs.ts'
import type { OfferFile } from '../../../files/files.ts'
import { languages } from '../../../language.ts'
import { createProfileReader } from '../../../network/member.ts'
import { readMembers } from '../../../network/member-file.ts'
import type { Network } from '../../../network/network.ts'
import type { Feature } from '../../feature.ts'
import { programmeChoices } from '../../programmes.ts'
import { type Reply, replyWithCard } from '../../reply.ts'
import type { PersonalTurn } from '../../turn.ts'
import type { ForAdvisers } from './for-advisers.ts'
import { type GatheringDeskDependencies, topicTitles } from './gathering-desk.ts'
import { type MemberEditDependencies, memberEditVerbs } from './member-edit.ts'

export interface MemberDeskDependencies extends MemberEditDependencies, Pick<GatheringDeskDependencies, 'knowledge'> {
  forAdvisers: ForAdvisers
  network: MemberEditDependencies['network'] & Pick<Network, 'merging'>
  offerFile: OfferFile
  timeZone: string
}

const pageSize = 8

/** What advisers see of members, and do with the list of them. */
export function createMemberDeskFeature(dependencies: MemberDeskDependencies) {
  const { forAdvisers, network, offerFile, timeZone, defaultLanguage } = dependencies
  const { members, memberDesk, merging } = network

  async function list(turn: PersonalTurn, fields: MemberListFields, notice?: string): Promise<Reply> {
    const { topic, show, page } = fields
    const skip = page * pageSize
    const isFormer = show === 'left'
    const former = isFormer ? await memberDesk.former(turn.now) : []
    const found = isFormer
      ? { total: former.length, shown: [] }
      : await memberDesk.search(
          { words: fields.search, topic, onlyUnreachable: show === 'unreachable' },
          { skip, limit: pageSize },
        )
    const isWhole = fields.search === '' && topic === '' && show === 'active' && page === 0
    const isBeyond = found.total > 0 && skip >= found.total
    if (isBeyond) return list(turn, { ...fields, page: 0 }, notice)
    return replyWithCard(
      memberListCard(
        {
          fields,
          ...found,
          former: former.slice(skip, skip + pageSize),
          topics: programmeChoices(dependencies.knowledge, turn.language),
          pageSize,
          timeZone,
          duplicates: isWhole ? (await memberDesk.duplicates()).length : 0,
          ...(notice === undefined ? {} : { notice }),
        },
        turn.language,
      ),
    )
  }

  async function show(turn: PersonalTurn, data: VerbData<'members.show'>, notice?: string): Promise<Reply> {
    const fields = fieldsOf(data)
    const details = await memberDesk.details(data.memberId)
    if (details === null) return list(turn, fields, turn.texts.memberDesk.gone)
    const topics = topicTitles(details.member.topics, programmeChoices(dependencies.knowledge, turn.language))
    const view = { details, topics, from: fields, timeZone, ...(notice === undefined ? {} : { notice }) }
    return replyWithCard(memberCard(view, turn.language))
  }

  function showOne(turn: PersonalTurn, memberId: string, notice: string): Promise<Reply> {
    return show(turn, { memberId, search: '', topic: '', show: '', page: 0 }, notice)
  }

  function importForm(turn: PersonalTurn, view: Partial<Omit<MemberImportView, 'titleOf'>>): Reply {
    const choices = programmeChoices(dependencies.knowledge, turn.language)
    return replyWithCard(
      memberImportCard(
        {
          csv: '',
          problem: null,
          mistakes: [],
          plan: null,
          ...view,
          titleOf: (topic) => choices.find(({ value }) => value === topic)?.title ?? topic,
        },
        turn.language,
      ),
    )
  }

  function read(turn: PersonalTurn, csv: string) {
    const topics = programmeChoices(dependencies.knowledge, turn.language)
    const isTopic = (topic: string) => topics.some(({ value }) => value === topic)
    const named = new Map(
      languages
        .flatMap((language) => programmeChoices(dependencies.knowledge, language))
        .flatMap(({ value, title }) => [value, ...namesIn(title)].map((name) => [name.toLowerCase(), value])),
    )
    const topicOf = (name: string) => named.get(name.toLowerCase()) ?? null
    return readMembers(new TextEncoder().encode(csv), {
      readProfile: createProfileReader(isTopic),
      topicOf,
      defaultLanguage,
    })
  }

  async function preview(turn: PersonalTurn, csv: string, notice?: string): Promise<Reply> {
    if (csv.trim() === '') return importForm(turn, { problem: 'missing' })
    if (csv.length > longestList) return importForm(turn, { csv, problem: 'too-long' })
    const list = read(turn, csv)
    if (!list.ok) return importForm(turn, { csv, mistakes: list.mistakes })
    if (list.profiles.length === 0) return importForm(turn, { csv, problem: 'no-rows' })
    const { ignored, places } = list
    const plan = { plan: await members.planImport(list.profiles), of: nameOf(csv), ignored, places }
    return importForm(turn, { csv, plan, ...(notice === undefined ? {} : { notice }) })
  }

  /** Only what was looked at is saved. */
  async function saveImport(turn: PersonalTurn, { csv, of }: VerbData<'members.save-import'>): Promise<Reply> {
    if (nameOf(csv) !== of) return preview(turn, csv, turn.texts.memberDesk.importChanged)
    const list = read(turn, csv)
    if (!list.ok || csv.length > longestList) return preview(turn, csv)
    const { added, changed } = await memberDesk.importAll(turn.person.id, list.profiles, turn.now)
    return start(turn, turn.texts.memberDesk.importDone(added, changed))
  }

  function start(turn: PersonalTurn, notice?: string): Promise<Reply> {
    return list(turn, { search: '', topic: '', show: 'active', page: 0 }, notice)
  }

  async function duplicates(turn: PersonalTurn, page: number, notice?: string): Promise<Reply> {
    const found = await memberDesk.duplicates()
    const view = { duplicates: found, page, ...(notice === undefined ? {} : { notice }) }
    return replyWithCard(duplicatesCard(view, turn.language))
  }

  async function detailsOf(one: string, other: string) {
    const [first, second] = await Promise.all([memberDesk.details(one), memberDesk.details(other)])
    const areTwo = first !== null && second !== null && first.member._id !== second.member._id
    return areTwo ? ([first, second] as const) : null
  }

  async function compare(turn: PersonalTurn, one: string, other: string, isUndecided = false): Promise<Reply> {
    const pair = await detailsOf(one, other)
    if (pair === null) return duplicates(turn, 0, turn.texts.memberDesk.mergeRefusals['not-found'])
    const choices = programmeChoices(dependencies.knowledge, turn.language)
    const titles = (ids: readonly string[]) => topicTitles(ids, choices)
    return replyWithCard(compareCard({ pair, topicTitles: titles, timeZone, isUndecided }, turn.language))
  }

  async function askToMerge(turn: PersonalTurn, { one, other, keep }: VerbData<'members.merge'>): Promise<Reply> {
    const pair = await detailsOf(one, other)
    if (pair === null) return duplicates(turn, 0, turn.texts.memberDesk.mergeRefusals['not-found'])
    const [kept] = pair.filter(({ member }) => member._id === keep)
    const [gone] = pair.filter(({ member }) => member._id !== keep)
    if (kept === undefined || gone === undefined) return compare(turn, one, other, true)
    return replyWithCard(mergeCard({ keep: kept, gone }, turn.language))
  }

  async function merge(turn: PersonalTurn, pair: VerbData<'members.confirm-merge'>): Promise<Reply> {
    const texts = turn.texts.memberDesk
    const outcome = await merging.merge(turn.person.id, pair, turn.now)
    return duplicates(turn, 0, outcome.ok ? texts.merged(outcome.member.name) : texts.mergeRefusals[outcome.reason])
  }

  async function findDuplicate(turn: PersonalTurn, { memberId, email }: VerbData<'members.find-duplicate'>) {
    const address = email.trim().toLowerCase()
    const other = (await members.byEmails([address])).get(address)
    if (other !== undefined && other._id !== memberId) return compare(turn, memberId, other._id)
    return showOne(turn, memberId, turn.texts.memberDesk.sameAsNone)
  }

  const feature: Feature = {
    verbs: [
      forAdvisers.verb('members.list', (turn, data) => list(turn, fieldsOf(data))),
      forAdvisers.verb('members.show', (turn, data) => show(turn, data)),
      ...memberEditVerbs(dependencies, { show: showOne, start }),
      forAdvisers.verb('members.import', async (turn, { csv, look }) =>
        csv === '' && look === '' ? importForm(turn, {}) : preview(turn, csv),
      ),
      forAdvisers.verb('members.save-import', saveImport),
      forAdvisers.verb('members.download', async (turn) => {
        const url = await offerFile(turn.person.id, 'members', '', turn.language)
        const back = execute(turn.texts.memberDesk.back, 'members.list', {})
        return replyWithCard(downloadCard(url, back, turn.language))
      }),
      forAdvisers.verb('members.duplicates', (turn, { page }) => duplicates(turn, page)),
      forAdvisers.verb('members.find-duplicate', findDuplicate),
      forAdvisers.verb('members.compare', (turn, { one, other }) => compare(turn, one, other)),
      forAdvisers.verb('members.keep-apart', async (turn, { one, other }) => {
        await merging.keepApart(turn.person.id, [one, other], turn.now)
        return duplicates(turn, 0, turn.texts.memberDesk.apart)
      }),
      forAdvisers.verb('members.merge', askToMerge),
      forAdvisers.verb('members.confirm-merge', merge),
    ],
  }
  return {
    feature,
    list: (turn: PersonalTurn) => start(turn),
    duplicates: (turn: PersonalTurn) => duplicates(turn, 0),
  }
}

function fieldsOf({ search, topic, show, page }: VerbData<'members.list'>): MemberListFields {
  return { search: search.trim(), topic: topic === anyTopic ? '' : topic, show: show || 'active', page }
}

/** Says whether a list is the one that was looked at; clients may change how lines end. */
function nameOf(csv: string): string {
  return createHash('sha256').update(csv.trim().replaceAll(/\r\n?/g, '\n')).digest('hex').slice(0, 16)
}

/** A title as it stands, and what is before and within its brackets: `Connecting Europe Facility (CEF)`. */
function namesIn(title: string): string[] {
  const [, name, bracketed] = /^(.+?) \((.+)\)$/.exec(title) ?? []
  return [title, name, bracketed].filter((part) => part !== undefined)
}
