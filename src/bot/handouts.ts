import { createAdviserFiles } from '../files/adviser-files.ts'
import { createCharts } from '../files/charts.ts'
import { createFiles } from '../files/files.ts'
import { createMyDataFile } from '../files/my-data.ts'
import type { HttpDependencies } from '../http.ts'
import type { Language } from '../language.ts'
import { calendarFeed, calendarFile } from '../network/calendar-file.ts'
import { findCounty } from '../network/municipalities.ts'
import { createPrivacy } from '../network/privacy.ts'
import { createStatistics } from '../network/statistics.ts'
import { personalDataIn } from '../personal-data.ts'
import { textsIn } from '../texts/texts.ts'
import type { Foundation } from './foundation.ts'

export type Handouts = ReturnType<typeof createHandouts>

/** What people fetch by an address: files, pictures, calendars. */
export function createHandouts({ config, surroundings, database, knowledge, network, advisers }: Foundation) {
  const { newId, now } = surroundings
  const { publicUrl, defaultLanguage } = config
  const { people, members, registrations, calendarFeeds } = network
  const organizer = { name: config.network.name, email: config.network.contactEmail }
  const privacy = createPrivacy(personalDataIn(database, network), members.personIdsOf)
  const statistics = createStatistics(database, findCounty(config.network.owner))
  const titleOf = (topic: string, language: Language) => knowledge.programme(topic, language)?.title ?? topic
  const files = createFiles({
    database,
    makers: {
      'my-data': createMyDataFile(privacy),
      ...createAdviserFiles({ advisers, network, statistics, titleOf, now }),
    },
    publicUrl,
    defaultLanguage,
    newId,
    now,
  })
  const charts = createCharts({ database, publicUrl, newId, now })

  const served: Pick<HttpDependencies, 'chart' | 'calendarFile' | 'calendarFeed' | 'download'> = {
    chart: charts.draw,
    async calendarFile(token) {
      const [gatheringId = '', key = ''] = token.split('~')
      const found = await registrations.byCalendarKey(gatheringId, key)
      return found && calendarFile(found.gathering, found.registration, { organizer, now: now() })
    },
    async calendarFeed(key) {
      const personId = await calendarFeeds.personOf(key)
      if (personId === null) return null
      const member = await members.of(personId)
      const language = (await people.find(personId))?.language ?? member?.language ?? defaultLanguage
      const attended = member === null ? [] : await registrations.everything(member._id)
      return calendarFeed(attended, textsIn(language).calendar.calendarName, { organizer, now: now() })
    },
    download: files,
  }
  return { privacy, statistics, offerFile: files.offer, offerChart: charts.offer, served }
}
