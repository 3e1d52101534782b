import { describe, expect, it } from 'vitest'
import { countyOf, findMunicipality, municipalities } from '../../src/network/municipalities.ts'

describe('the municipalities', () => {
  it('are those that Viken had', () => {
    expect(municipalities).toHaveLength(51)
    expect(new Set(municipalities.map(({ name }) => name)).size).toBe(51)
    expect(municipalities.map(({ name }) => name).slice(-3)).toEqual(['Øvre Eiker', 'Ål', 'Ås'])
  })

  it.each([
    ['Drammen', 'Drammen'],
    ['drammen kommune', 'Drammen'],
    ['Aas', 'Ås'],
    ['AS', 'Ås'],
    ['Al', 'Ål'],
    ['Baerum', 'Bærum'],
    ['Barum', 'Bærum'],
    ['lorenskog', 'Lørenskog'],
    ['Loerenskog', 'Lørenskog'],
    ['aurskog holand', 'Aurskog-Høland'],
    ['Indre Ostfold', 'Indre Østfold'],
    ['Nes', 'Nes'],
    ['Nes i Akershus', 'Nes'],
    ['Nesbyen', 'Nesbyen'],
    ['Nes (Buskerud)', 'Nesbyen'],
    ['Våler i Østfold', 'Våler'],
    ['Røyken', 'Asker'],
    ['Skedsmo', 'Lillestrøm'],
    ['Nedre Eiker', 'Drammen'],
    ['Drammmen', 'Drammen'],
    ['Lilelstrøm', 'Lillestrøm'],
  ])('are found when people write «%s»', (text, name) => {
    expect(findMunicipality(text)?.name).toBe(name)
  })

  it.each(['', 'kommune', 'Oslo', 'Våler i Innlandet', 'Asgard', 'Hal'])('are not guessed from «%s»', (text) => {
    expect(findMunicipality(text)).toBeNull()
  })

  it('know their county', () => {
    expect([countyOf('Ås'), countyOf('Nesbyen'), countyOf('Våler'), countyOf('Oslo')]).toEqual([
      'Akershus',
      'Buskerud',
      'Østfold',
      null,
    ])
  })
})
