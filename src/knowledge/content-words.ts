import { stem, words } from './understanding/tokens.ts'

/** Words that say little of what a text is about, in the three languages and as {@link words} folds them. */
const smallWords = new Set(
  `a about all alle alt an and andre annen are at av bare be berre ble blei bli blir bort burde by can da dae de deg
  dei dem den denne der dere deres dem det dette di did din ditt do does du dykk dykkar e eg ei ein eit eitt eller
  en er et ett fa far fikk fekk finnes finst for fra fram ga gar gi gir gjer gjerne gjor gjore gjere ha had han har
  has have he hennar her hos how hun hva hvem hver hvilke hvilken hvilket hvis hvor hvordan hvorfor i if ikke ikkje
  in inn is it jeg ka kan kem ken kva kven kor korleis korsn kvar kvifor kunne lage lurer ma man mange me med meg meir
  mer mi min mitt mot much must my na nar no noe noen noko nokon nokre of og oss om on opp or our pa sa saman sammen
  se sei seg selv should si sin sitt sjolv ska skal skulle som spor sta til trenger treng to tru tro ud um under us ut
  uten utan var ved vet veit vere vaere vi vil ville vite vor var vort vart was we what when where which who why will
  with would you your the there this that some any from not also ogsa`.split(/\s+/),
)

/** Words that nearly every question to this bot has: about money, applying, municipalities and projects. */
const fieldWords = new Set(
  `apply application applying betale betaler betalt cost cover dekke dekker dekkje dekt eu euro eus fund funding funds grant grants
  hjelp help kommune kommunen kommuna kommuner kommunar koster kostar kroner midlar midler money municipality
  municipalities norge noreg norway ny nye nytt pay pays pengar pengene penger pengane program programme prosjekt prosjekter prosjektet
  project projects soke soker sokje sokjer soknad soknaden sokna stonad stotte stotten support tilskot tilskudd`.split(
    /\s+/,
  ),
)

/** What a text is about: its words without those that most questions have, each in a form that is the same for most of its inflections. */
export function contentWords(text: string): string[] {
  return words(text)
    .filter((word) => word.length > 1 && !smallWords.has(word) && !fieldWords.has(word))
    .map(stem)
}
