const before =
  /(?:\b(?:handle|handlar|be) (?:om|about)|\b(?:snakke?|prate?|noe|noko|mer|meir|innlegg|workshop|webinar|høre|høyre|lære|foredrag|foredragsholder|foredragshaldar|more|talk|session|speak|something|hear|speaker) (?:mer |meir |more )?(?:om|about|on)|\bta(?:r|r det)? opp|\b(?:(?:tema|emne)?(?:forslag|framlegg)|tema(?:et)?|emne|suggestion|topic|theme)(?: (?:til|for|to) [^:]{1,40})?\s*:)\s+/i
const after =
  /\s+(?:på|til|ved|under|at|on|for)\s+(?:den |the |de |ei |en |ein |et |eit |ein av )?(?:neste|next|samling|møte|agenda|program|gathering|meeting).*$|\s+(?:neste gang|next time).*$|[.!?;]+(?:\s.*)?$/i

/** What somebody wants a gathering to be about, when their sentence says it plainly: «kan neste samling handle om klima?». Else empty. */
export function themeIn(sentence: string): string {
  const found = before.exec(sentence)
  if (found === null) return ''
  const theme = sentence
    .slice(found.index + found[0].length)
    .replace(after, '')
    .trim()
  return theme.charAt(0).toUpperCase() + theme.slice(1)
}
