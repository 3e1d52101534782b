const opening =
  '(?:(?:å|oi|okei|ok|nei|ja|no|yes|hei|jo|men|vent|wait|beklager|orsak|unnskyld|sorry|please|vennligst|kan du|kunne du|can you|could you|du|bare|berre|just|da|så|actually|egentlig|eigentleg)[,.!]*\\s+){0,6}'
const deletion = '(?:slette?|fjerne?|stryke?|ta (?:bort|vekk)|delete|remove|erase)'
const verb = `(?:${deletion}|glem|gløym|dropp|drop|kutt|skip|angre|omgjør|forget|undo|scrap|discard)`
const halt = '(?:stopp?e?|stans|avbryt|avlys|kanseller|cancel|slutt)'
const object =
  '(?:(?:det|den|dette|denne|desse|disse|dei|dem|it|that|this|those|them)(?: (?:all|alle|siste|der|her|over|one))?|(?:den|det|the) (?:siste|last|forrige|førre|previous|nyeste|nyaste)(?: one)?)'
const tail =
  '(?:,?\\s+(?:med en gang|med ein gong|igjen|att|likevel|allikevel|da|då|takk|er du snill|please|again|then|thanks|after all|for meg|now|nå|no)){0,4}'
const said = [
  'never ?mind',
  'nvm',
  'samme det',
  'same det',
  '(?:ikke|ikkje|ikkj) likevel',
  '(?:jeg|eg|æ) (?:har )?(?:ombestemt|ombestemte|ombestemde) meg',
  '(?:jeg|eg|æ) (?:angrer|angra|angrar|angret)(?: meg)?(?: på (?:det|den))?',
  "i(?:'ve|’ve| have)? changed my mind",
].join('|')

const takingBack = new RegExp(
  `^${opening}(?:${verb}(?:\\s+${object})?|${halt}\\s+${object}|${said})${tail}[.!?\\s]*$`,
  'iu',
)
const deleting = new RegExp(
  `^${opening}${deletion}(?:\\s+(?:${object}|alle?|alt|all|everything))?${tail}[.!?\\s]*$`,
  'iu',
)
const halting = new RegExp(`^${opening}${halt}${tail}[.!?\\s]*$`, 'iu')

/** «Slett den», «glem det», “never mind”: takes back what was just done, and says no more of what that was. */
export function takesBack(sentence: string): boolean {
  return takingBack.test(sentence.trim())
}

/** «Slett den», «fjern alle»: of what is shown in a list. */
export function deletes(sentence: string): boolean {
  return deleting.test(sentence.trim())
}

/** «Stopp», «avbryt»: takes something back only where something was just done. */
export function halts(sentence: string): boolean {
  return halting.test(sentence.trim())
}

const oneself =
  '(?:slett|slætt|slet)?(?:me|meg|mæ|mei)|i exist|(?:jeg|eg|æ) fin(?:ne)?s(?:t)?|slettes|slettast|bli sletta|bli slettet|glemt|gløymt|gløymd|deleted|forgotten|alt|all|everything'
const stored =
  '(?:person)?(?:data|dta|opplys|info|profil|konto|account|bruk(?:er|ar)|user|navn|namn|name|e-?post|e-?mail|system|histori|history|samtal|conversation|spor|trace|lagr|stored|saved|record|registrer)\\p{L}*'
const right = '(?:samtyk|consent|krev|rett|right|arti[ck]|gdpr|personvern|privacy)\\p{L}*'
const namingOneself = new RegExp(`(?<!\\p{L})(?:${oneself}|${stored}|${right})(?!\\p{L})`, 'iu')

/** Whether a wish to delete says that it is about the person: themselves, everything, or what is stored about them. */
export function meansOneself(sentence: string): boolean {
  return namingOneself.test(sentence)
}
