import { describe, expect, it } from 'vitest'
import { buttons, type Seen, words } from '../../support/bot.ts'
import { holdTimers } from '../../support/clock.ts'
import { member, type Office, openOffice, published } from './support.ts'

function pictureIn({ card }: Seen): { url: string; altText: string } {
  const found = /"url":"([^"]+)","altText":"([^"]+)"/.exec(JSON.stringify(card))
  return { url: found?.[1] ?? '', altText: found?.[2] ?? '' }
}

async function fetched(office: Office, url: string): Promise<Response> {
  return fetch(url.replace('https://bot.example.no', office.bot.url))
}

describe('the network in numbers', () => {
  it('says so when there is nothing to count', async () => {
    const { eva } = await openOffice()
    expect(words(await eva.says('statistikk'))).toContain('Ingen medlemmer ennå')
    expect(words(await eva.presses('statistics.show', { part: 'gatherings' }))).toContain('Ingen samlinger er holdt')
    expect(words(await eva.presses('statistics.show', { part: 'topics' }))).toContain('Ingen har valgt emner')
  })

  it('counts members by municipality and role, and names the municipalities that are missing', async () => {
    const office = await openOffice()
    await member(office, 'Kari', { municipality: 'Drammen', role: 'Rektor' })
    await member(office, 'Ola', { municipality: 'Drammen', role: 'rektor' })
    const per = await member(office, 'Per', { municipality: 'Lier', role: 'Ordfører' })
    await per.presses('membership.confirm-leave')
    const seen = await office.eva.presses('statistics.show')
    const text = words(seen)
    expect(text).toContain('Drammen: 2')
    expect(text).toContain('Rektor: 2')
    expect(text).toMatch(/Kommuner i Buskerud som ikke er med ennå \(\d+\)/)
    expect(text).toContain('Lier')
    expect(text).not.toContain('Kari')
    expect(text).toMatch(/Sluttet siste år\n1/)
    expect(buttons(seen)).toContain('statistics.download')
  })

  it('shows the turn-out of what was held, with a picture that Teams can fetch and words that say the same', async () => {
    const office = await openOffice()
    const { eva, clock, bot } = office
    const gatheringId = await published(eva)
    const [kari, ola] = [await member(office, 'Kari'), await member(office, 'Ola')]
    for (const each of [kari, ola]) await each.presses('gatherings.register', { gatheringId })
    const present = { shown: [kari.id, ola.id], present: [kari.id] }
    await bot.running.network.attendeeDesk.setAttended(eva.id, gatheringId, present, clock.now())
    expect(words(await eva.presses('statistics.show', { part: 'gatherings' }))).toContain('Ingen samlinger er holdt')
    clock.moveTo('2027-03-17T09:00:00Z')
    const seen = await eva.presses('statistics.show', { part: 'gatherings' })
    expect(words(seen)).toContain('Vårsamling, tirsdag 16. mars 2027: 1 av 2 til stede (50 %)')
    const { url, altText } = pictureIn(seen)
    expect(altText).toContain('Oppmøte')
    const picture = await fetched(office, url)
    expect(picture.headers.get('content-type')).toBe('image/png')
    expect((await picture.bytes()).subarray(1, 4)).toEqual(new TextEncoder().encode('PNG'))
    expect((await fetched(office, `${bot.url}/chart/guess.png`)).status).toBe(404)
    clock.moveTo('2027-05-17T09:00:00Z')
    expect((await fetched(office, url)).status).toBe(404)
  })

  it('counts interests, and questions by topic without who asked what', async () => {
    const held = holdTimers()
    const office = await openOffice(held.timers)
    const kari = await member(office, 'Kari', { topics: ['erasmus-plus'] })
    await kari.says('Hva er Erasmus+?')
    await kari.says('hva er erasmus+')
    await held.minutePasses()
    await kari.says('hva er Erasmus+?')
    await held.minutePasses()
    const text = words(await office.eva.presses('statistics.show', { part: 'topics' }))
    expect(text).toContain('Erasmus+: 1\n')
    expect(text).toContain('Spørsmål til boten siste år\n- Erasmus+: 3')
  })

  it('is a file without names', async () => {
    const office = await openOffice()
    await member(office, 'Kari Nordmann', { topics: ['life'] })
    const seen = await office.eva.presses('statistics.download')
    const path = /\/download\/[\w-]+/.exec(JSON.stringify(seen.card))?.[0]
    const file = await fetch(`${office.bot.url}${path}`, { method: 'POST' })
    const text = await file.text()
    expect(text).toContain('kommune;Drammen;Buskerud;1;')
    expect(text).toContain('kommune som mangler;Hol;Buskerud;0;')
    expect(text).toContain('interessert i;LIFE;life;1;')
    expect(text).not.toContain('Kari')
  })
})
