import { counties } from './data/municipalities.ts'

export type County = keyof typeof counties

export interface Municipality {
  name: string
  county: County
}

const norwegian = new Intl.Collator('nb')

export function isCounty(name: string): name is County {
  return Object.hasOwn(counties, name)
}

const countyNames = Object.keys(counties).filter(isCounty)

/** In Norwegian alphabetical order. */
export const municipalities: readonly Municipality[] = countyNames
  .flatMap((county) => Object.keys(counties[county]).map((name) => ({ name, county })))
  .toSorted((a, b) => norwegian.compare(a.name, b.name))

const byKey = new Map<string, Municipality>()
for (const county of countyNames) {
  for (const [name, former] of Object.entries<readonly string[]>(counties[county])) {
    const municipality = { name, county }
    for (const called of [name, ...former, `${name} ${county}`, `${name} i ${county}`]) {
      for (const key of keysOf(called)) byKey.set(key, municipality)
    }
  }
}

/**
 * The municipality that people mean: without æ, ø and å (Aas, Baerum, Al), with «kommune» behind, by the name of one
 * that is part of it now (Røyken), or with one letter wrong.
 */
export function findMunicipality(text: string): Municipality | null {
  const keys = keysOf(text)
  for (const key of keys) {
    const found = byKey.get(key)
    if (found !== undefined) return found
  }
  return nearest(keys)
}

/** The county that people mean, with «fylke» or «fylkeskommune» behind it or not. */
export function findCounty(text: string): County | null {
  const name = text
    .trim()
    .toLowerCase()
    .replace(/ fylke(skommune)?$/, '')
  return countyNames.find((county) => county.toLowerCase() === name) ?? null
}

/** The county of a municipality by its name, for members from municipalities that are on the list. */
export function countyOf(municipality: string): County | null {
  return findMunicipality(municipality)?.county ?? null
}

/** Both ways in which æ, ø and å are written by those who lack them, in lower case and without spaces and signs. */
function keysOf(text: string): string[] {
  const bare = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\bkommun[ea]?\b/g, '')
  const letters = (å: string, æ: string, ø: string) =>
    bare
      .replaceAll('å', å)
      .replaceAll(/[æä]/g, æ)
      .replaceAll(/[øö]/g, ø)
      .replaceAll(/[^a-z]/g, '')
  return [...new Set([letters('a', 'ae', 'o'), letters('aa', 'ae', 'oe'), letters('a', 'a', 'o')])]
}

const shortestToGuess = 6

function nearest(keys: readonly string[]): Municipality | null {
  const near = new Set<string>()
  for (const key of keys) {
    if (key.length < shortestToGuess) continue
    for (const [known, { name }] of byKey) {
      if (known.length >= shortestToGuess && isOneEditAway(key, known)) near.add(name)
    }
  }
  const [only] = near
  return near.size === 1 ? (municipalities.find(({ name }) => name === only) ?? null) : null
}

/** Whether one letter added, left out, replaced, or swapped with the next makes one of the other. */
function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const restA = a.slice(start)
  const restB = b.slice(start)
  const swapped = `${restA[1] ?? ''}${restA[0] ?? ''}${restA.slice(2)}`
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1) || swapped === restB
}
