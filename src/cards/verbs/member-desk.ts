import { z } from 'zod'
import { id, page } from './fields.ts'

/** What was looked for: comes back from the fields of the list, and goes with the buttons that lead away from it. */
const memberListFields = {
  search: z.string().max(200).default(''),
  topic: z.string().max(100).default(''),
  show: z.enum(['active', 'unreachable', 'left', '']).default(''),
  page,
}

/** A pasted list: what is longer than the field takes is refused with a word, not as a broken card. */
const csv = z.string().max(400_000).default('')

/** What is typed of somebody; without an id it is somebody new. */
const typedMember = {
  memberId: id.optional(),
  name: z.string().max(400).default(''),
  email: z.string().max(400).default(''),
  municipality: z.string().max(400).default(''),
  otherMunicipality: z.string().max(400).default(''),
  role: z.string().max(400).default(''),
}

/** What advisers do with members. */
export const memberDeskVerbs = {
  'members.list': z.object(memberListFields),
  'members.show': z.object({ memberId: id, ...memberListFields }),
  /** `look`: a list was to be looked at, and not the empty field. */
  'members.form': z.object({ memberId: id.optional() }),
  'members.save': z.object(typedMember),
  'members.forget': z.object({ memberId: id }),
  'members.confirm-forget': z.object({ memberId: id }),
  /** The gatherings that they can be registered for. */
  'members.gatherings': z.object({ memberId: id, page }),
  'members.import': z.object({ csv, look: z.enum(['yes', '']).default('') }),
  /** `of` names the list that was looked at before. */
  'members.save-import': z.object({ csv, of: z.string().max(100).default('') }),
  'members.download': z.object({}),
  'members.duplicates': z.object({ page }),
  'members.find-duplicate': z.object({ memberId: id, email: z.string().max(400).default('') }),
  'members.compare': z.object({ one: id, other: id }),
  'members.keep-apart': z.object({ one: id, other: id }),
  'members.merge': z.object({ one: id, other: id, keep: z.string().max(200).default('') }),
  'members.confirm-merge': z.object({ keepId: id, goneId: id }),
} as const
