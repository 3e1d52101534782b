import type { Material } from './gathering.ts'
import { isMarkup } from './gathering-form.ts'
import type { FieldMistake } from './mistakes.ts'

const mostMaterials = 10
const longestTitle = 120

export type MaterialsRead = { ok: true; materials: Material[] } | { ok: false; mistakes: FieldMistake[] }

/** One link a line, with what it is before it: `Title – https://…`. A mistake is at its line: `materials.3`. */
export function readMaterials(text: string): MaterialsRead {
  const materials: Material[] = []
  const mistakes: FieldMistake[] = []
  const lines = text.split(/\r?\n/).flatMap((line, index) => (line.trim() === '' ? [] : [{ line, number: index + 1 }]))
  for (const { line, number } of lines) {
    const field = `materials.${number}`
    const [, before = '', address = ''] = /^(.*?)(\S+)$/.exec(line.trim()) ?? []
    const title = before.replace(/[\s–—:-]+$/, '').trim()
    const url = httpsUrl(address)
    if (url === null) mistakes.push({ field, reason: 'not-https' })
    else if (title.length > longestTitle) mistakes.push({ field, reason: 'too-long' })
    else if (isMarkup(title)) mistakes.push({ field, reason: 'markup' })
    else materials.push({ title: title || url.hostname, url: url.href })
  }
  if (materials.length > mostMaterials) mistakes.push({ field: 'materials', reason: 'too-many' })
  return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, materials }
}

export function writeMaterials(materials: readonly Material[]): string {
  return materials.map(({ title, url }) => `${title} – ${url}`).join('\n')
}

function httpsUrl(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null
  return url?.protocol === 'https:' ? url : null
}
