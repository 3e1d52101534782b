/** The days from Easter Sunday to each movable public holiday in Norway. */
const MOVABLE_HOLIDAYS = [-3, -2, 0, 1, 39, 49, 50] as const
const FIXED_HOLIDAYS = new Set(['01-01', '05-01', '05-17', '12-25', '12-26'])
const EVES = new Set(['12-24', '12-31'])
const SATURDAY = 6

/** Public holidays in Norway, Christmas Eve and New Year's Eve (on which offices are closed), and Saturdays and Sundays. */
export function isDayOff(date: Temporal.PlainDate): boolean {
  return date.dayOfWeek >= SATURDAY || isPublicHoliday(date) || EVES.has(date.toString().slice(5))
}

/** By law (lov om helligdager og helligdagsfred; lov om 1 og 17 mai som høgtidsdager). */
export function isPublicHoliday(date: Temporal.PlainDate): boolean {
  if (FIXED_HOLIDAYS.has(date.toString().slice(5))) return true
  const daysFromEaster = easterSunday(date.year).until(date, { largestUnit: 'days' }).days
  return MOVABLE_HOLIDAYS.some((days) => days === daysFromEaster)
}

/** Gregorian computus, in the form published in Nature in 1876 (Meeus, Jones, Butcher). */
export function easterSunday(year: number): Temporal.PlainDate {
  const goldenYear = year % 19
  const century = Math.floor(year / 100)
  const yearOfCentury = year % 100
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * goldenYear + century - Math.floor(century / 4) - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7
  const lateMoon = Math.floor((goldenYear + 11 * epact + 22 * weekday) / 451)
  const days = epact + weekday - 7 * lateMoon + 114
  return new Temporal.PlainDate(year, Math.floor(days / 31), (days % 31) + 1)
}
