import type { Language } from '../language.ts'
import { textsIn } from '../texts/texts.ts'
import type { FileKind } from './file.ts'

/**
 * The page behind a download's address. Only its button takes the file: mail and chat programs open addresses by
 * themselves to check them, and would use up a link that works once.
 */
export function downloadPage(language: Language, kind: FileKind | null): string {
  const texts = textsIn(language).downloads
  const title = kind === null ? texts.goneTitle : texts.pages[kind].title
  const body =
    kind === null
      ? `<p>${toHtml(texts.gone)}</p>`
      : `<p>${toHtml(texts.pages[kind].lead)}</p><form method="post"><button>${toHtml(texts.button)}</button></form>`
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${toHtml(title)}</title>
<style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem;color-scheme:light dark}
button{font:inherit;padding:.6rem 1.4rem}</style>
<h1>${toHtml(title)}</h1>
${body}
</html>
`
}

function toHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
