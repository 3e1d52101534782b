const greeting =
  /^(?:(?:hei(?: igjen)?|hallo|heisann|god (?:dag|morgen|kveld)|hi|hello|hey|(?:tusen |mange )?takk(?: skal du ha| for (?:svaret|hjelpen|hjelpa))?|thanks(?: a lot)?|thank you|ok|okay|flott|supert|fint|great|perfect)(?![\p{L}])[\s,!.:;–-]*)+/iu
const asks = /\?|^(?:og|and|men|but)\s/i

/** A question without the greeting or the thanks in front of it; anything else as it is. */
export function withoutCourtesy(text: string): string {
  const rest = text.trim().replace(greeting, '')
  return asks.test(rest) && rest.includes(' ') ? rest : text
}
