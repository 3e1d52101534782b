/** Orders and answers that serve a person equally well: when torn between the two, either is right. */
const pairs = [
  ['join', 'network/join'],
  ['leave', 'network/leave'],
  ['gatherings', 'network/meetings'],
  ['reminders', 'network/reminders'],
  ['my-data', 'network/privacy'],
  ['ask-adviser', 'network/contact'],
  ['find-partner', 'guide/partner-search'],
] as const

export function equivalentOf(id: string): string | undefined {
  const pair = pairs.find(([order, answer]) => order === id || answer === id)
  return pair && (pair[0] === id ? pair[1] : pair[0])
}
