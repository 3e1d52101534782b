/** What messages are about. `essential` is what people would miss a seat or travel in vain without, `advising` what advisers have to do. */
export const categories = [
  'essential',
  'gatherings',
  'calls',
  'personal',
  'announcements',
  'partners',
  'digest',
  'advising',
] as const
export type Category = (typeof categories)[number]

/** What a person may turn off by itself. What members ask of their advisers is put off by a pause, and never lost. */
export type ChoosableCategory = Exclude<Category, 'essential' | 'advising'>

export function isChoosable(category: Category): category is ChoosableCategory {
  return category !== 'essential' && category !== 'advising'
}

export interface KindRules {
  /** Lower goes first. */
  priority: 0 | 1 | 2 | 3
  category: Category
  /** Moved out of quiet hours and days off. What a person asked for at a certain time is not. */
  waitsForQuiet: boolean
  /** Comes in a chat with others if its person wants that: it tells nothing of them but that they take part or follow. */
  mayBeSeen: boolean
}

const rules = (priority: KindRules['priority'], category: Category, waitsForQuiet = true): KindRules => ({
  priority,
  category,
  waitsForQuiet,
  mayBeSeen: false,
})

const news = (priority: KindRules['priority'], category: Category): KindRules => ({
  ...rules(priority, category),
  mayBeSeen: true,
})

/** Every kind of message. A new kind is a line here and a card in `teams/`. */
export const kinds = {
  'gathering-changed': rules(0, 'essential'),
  'gathering-called-off': rules(0, 'essential'),
  'seat-offered': rules(0, 'essential'),
  'seat-offer-ended': rules(0, 'essential'),
  'seat-given': rules(0, 'essential'),
  'registered-for-you': rules(0, 'essential'),
  'changed-for-you': rules(0, 'essential'),
  'queued-for-you': rules(0, 'essential'),
  'removed-for-you': rules(0, 'essential'),
  'registered-by-colleague': rules(0, 'essential'),
  'unregistered-by-colleague': rules(0, 'essential'),
  'takeover-asked': rules(0, 'essential'),
  'takeover-answered': rules(0, 'essential'),
  invitation: rules(2, 'gatherings'),
  'profile-changed': rules(1, 'essential'),
  reminder: news(1, 'gatherings'),
  'registration-deadline': rules(1, 'gatherings'),
  'call-changed': news(1, 'calls'),
  'call-opened': news(1, 'calls'),
  'call-closing': news(1, 'calls'),
  personal: rules(1, 'personal', false),
  'contact-wanted': rules(1, 'advising'),
  'gathering-message': rules(1, 'gatherings'),
  announcement: news(2, 'announcements'),
  'partner-asked': rules(1, 'partners'),
  'partner-found': rules(1, 'partners'),
  'partner-turned-up': rules(2, 'partners'),
  /** Changes what somebody has, without a sound; no message of its own. */
  'message-update': rules(2, 'essential', false),
  thanks: rules(3, 'gatherings'),
  digest: news(3, 'digest'),
} as const satisfies Record<string, KindRules>

export type Kind = keyof typeof kinds

export const kindNames = Object.keys(kinds) as [Kind, ...Kind[]]

/** Highest first. */
export const priorities = [0, 1, 2, 3] as const

/** What a person has to know of what they take part in: neither a pause nor the day's limit holds it back. */
export function isEssential(kind: Kind): boolean {
  return kinds[kind].category === 'essential'
}

/** Everything else goes to the person's own chat, whatever they chose. */
export function mayBeSeen(kind: Kind): boolean {
  return kinds[kind].mayBeSeen
}

/** What a person asked for at a certain time is not held back because they heard much that day. */
export function isAskedFor(kind: Kind): boolean {
  return kinds[kind].category === 'personal'
}

/** Kinds of which more may come about the same thing: one can be done with it. */
export const followedUp: ReadonlySet<Kind> = new Set([
  'reminder',
  'registration-deadline',
  'call-opened',
  'call-closing',
  'personal',
])
