import { type CallNews, callNotice } from '../../cards/notices/calls.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { CallRecord } from '../../reminders/calls/records.ts'
import type { MessageRow } from '../../reminders/message.ts'
import type { NoticeMaker, NoticeMakers } from '../notices.ts'
import { titleOf } from '../programmes.ts'

interface Dependencies {
  knowledge: Pick<Knowledge, 'callsAhead' | 'programme'>
  findRecord: (callId: string) => Promise<CallRecord | null>
  timeZone: string
}

/** What is said of calls, as the content has them now: of one that is gone or closed, nothing. */
export function callNotices({ knowledge, findRecord, timeZone }: Dependencies): NoticeMakers {
  async function newsOf({ kind, data }: MessageRow): Promise<CallNews | null> {
    if (kind === 'call-opened' || kind === 'call-closing') return { kind }
    if (kind !== 'call-changed') return null
    const record = await findRecord(data.callId ?? '')
    return { kind, before: record?.changes.find(({ id }) => id === data.changeId)?.before ?? null }
  }

  const make: NoticeMaker = async (row, { language, now }) => {
    const call = knowledge.callsAhead(now).find(({ id }) => id === row.data.callId)
    const news = await newsOf(row)
    if (call === undefined || news === null) return null
    const programme = titleOf(knowledge, call.topic, language)
    return callNotice({ call, news, programme, timeZone }, language, now)
  }
  return { 'call-opened': make, 'call-closing': make, 'call-changed': make }
}
