import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { words } from '../../support/bot.ts'
import { buttonOf, member, type Office, openOffice, published } from './support.ts'

async function officeWithKari() {
  const office = await openOffice()
  const gatheringId = await published(office.eva, {
    questions: 'Trenger du parkering? [ja/nei]',
    onlineUrl: 'https://example.no/mote',
  })
  const kari = await member(office, 'Kari', { name: '=KARI()', role: 'Rådgiver; internasjonal' })
  await kari.presses('gatherings.save-registration', { gatheringId, attendance: 'online', diet: 'Vegetar', q1: 'yes' })
  return { ...office, gatheringId, kari }
}

async function linkTo({ eva }: Office, gatheringId: string, format: string): Promise<string> {
  const overview = await eva.presses('attendees.overview', { gatheringId })
  const button = buttonOf(overview, 'attendees.export', format)
  const card = await eva.presses('attendees.export', button)
  expect(words(card)).toContain('Den virker én gang, de neste ti minuttene')
  return /https:\/\/bot\.example\.no(\/download\/[^"]+)/.exec(JSON.stringify(card.card))?.[1] ?? ''
}

describe('the list as a file', () => {
  it('is CSV that Excel opens, with own questions and no formula in it, once and for ten minutes', async () => {
    const office = await officeWithKari()
    const { bot, eva, gatheringId, clock } = office
    const path = await linkTo(office, gatheringId, 'CSV')
    const page = await fetch(bot.url + path)
    expect(await page.text()).toContain('slett den når du er ferdig')
    const file = await fetch(bot.url + path, { method: 'POST' })
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="paameldte.csv"')
    const text = await file.text()
    expect(text).toContain('Navn;E-post;Kommune;Rolle;Status')
    expect(text).toContain(`'=KARI();kari@example.no;Drammen;"Rådgiver; internasjonal";påmeldt;På nett`)
    expect(text).toContain('Vegetar')
    expect(text).toContain('Ja')
    expect((await fetch(bot.url + path, { method: 'POST' })).status).toBe(404)
    const late = await linkTo(office, gatheringId, 'CSV')
    clock.moveTo('2027-02-01T09:11:00Z')
    expect((await fetch(bot.url + late, { method: 'POST' })).status).toBe(404)
    const history = words(await eva.presses('gatherings.history', { gatheringId }))
    expect(history).toContain('hentet lista over påmeldte (csv, 1)')
  })

  it('is a workbook too', async () => {
    const office = await officeWithKari()
    const path = await linkTo(office, office.gatheringId, 'Excel')
    const file = await fetch(office.bot.url + path, { method: 'POST' })
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="paameldte.xlsx"')
    const parts = unzipSync(new Uint8Array(await file.arrayBuffer()))
    const texts = Object.entries(parts).map(([name, bytes]) => (name.endsWith('.xml') ? strFromU8(bytes) : ''))
    for (const part of ['Navn', '=KARI()', 'kari@example.no', 'Trenger du parkering?']) {
      expect(texts.join()).toContain(part)
    }
    expect(texts.join()).not.toContain('<f>')
  })

  it('is not given to who is no adviser any more when it is fetched', async () => {
    const { bot, eva, gatheringId } = await officeWithKari()
    const ola = bot.person('Ola')
    const channel = bot.person('Eva', { conversationId: '19:team', scope: 'channel' })
    bot.connector.addConversation('19:team', 'tenant-a', [
      { id: '29:ola', name: 'Ola', aadObjectId: 'oid-ola', tenantId: 'tenant-a' },
      { id: '29:eva', name: 'Eva', aadObjectId: 'oid-eva', tenantId: 'tenant-a' },
    ])
    await channel.says('Dette er rådgivernes kanal')
    const card = await ola.presses('attendees.export', { gatheringId, format: 'csv' })
    const path = /https:\/\/bot\.example\.no(\/download\/[^"]+)/.exec(JSON.stringify(card.card))?.[1] ?? ''
    expect(path).not.toBe('')
    await channel.presses('advise.unname-channel', { channelId: '19:team' })
    expect((await fetch(bot.url + path, { method: 'POST' })).status).toBe(404)
    expect(words(await eva.presses('gatherings.history', { gatheringId }))).not.toContain('hentet lista')
  })
})
