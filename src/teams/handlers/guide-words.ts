export const asks =
  /\?\s*$|^(hva|hvem|hvor|hvordan|hvilke[nt]?|hvorfor|når|kva|kven|kvar|kor|korleis|kvifor|what|who|where|how|when|why|which)\b/i
/** May also begin an answer: «kan ta imot en klasse». */
export const mayAsk =
  /^(er|kan|får|må|skal|vil|har|finn[ea]s|finst|gjelder|gjeld|koster|kostar|is|are|can|do|does|must|may)\s+(jeg|eg|vi|du|de|dere|det|den|dei|samling\w*|møte\w*|noen|nokon|i|we|you|they|it|there|the)\b/i
export const startsIt =
  /^(?:(?:kan du |can you |please |vennligst )?(?:hjelp(?: meg)?(?: å| med å)? )?(?:finne?|find|help me find) (?:et |eit |ein |en |a )?(?:eu[- ])?(?:program(?:mer|met)?|programmes?|programs?)(?: (?:som|that|which) (?:passer|passar|høver|fits?))?(?: (?:for|to|til) (?:oss|us|meg|me))?|(?:start |åpne |opne |open )?(?:veiviser(?:en)?|vegvisar(?:en)?|(?:the )?guide))[.! ]*$/i
export const goesBack = /^(tilbake|attende|gå tilbake|forrige|førre|back|go back|previous)[.! ]*$/i
export const leaves =
  /^(avbryt|avslutt|stopp|slutt|ikke nå|ikkje no|senere|seinare|cancel|stop|quit|exit|not now|later)[.! ]*$/i
