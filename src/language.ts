/** The languages that everything is said in, by their ISO 639-1 codes: bokmål, nynorsk and English. */
export const languages = ['nb', 'nn', 'en'] as const
export type Language = (typeof languages)[number]
