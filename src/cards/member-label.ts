import type { Member } from '../network/member.ts'

/** What each is called among these: namesakes by their addresses too. */
export function labelsAmong(members: readonly Pick<Member, 'name'>[]) {
  const count = Map.groupBy(members, ({ name }) => name)
  return ({ name, email }: Pick<Member, 'name' | 'email'>): string =>
    (count.get(name)?.length ?? 0) > 1 ? `${name} (${email})` : name
}
