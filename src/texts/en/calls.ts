import type { Texts } from '../nb.ts'

export const calls: Texts['calls'] = {
  opened: (title) => `Open for applications: ${title}`,
  changed: (title) => `Deadline changed: ${title}`,
  closes: (days, title) => {
    if (days <= 0) return `Deadline today: ${title}`
    return days === 1 ? `Deadline tomorrow: ${title}` : `Deadline in ${days} days: ${title}`
  },
  leads: {
    'call-opened': (programme) => `You follow ${programme}. You can apply now.`,
    'call-closing': (programme) => `You follow ${programme}. The deadline is coming up.`,
    'call-changed': (programme) => `You follow ${programme}. The dates have changed. This is how it is now:`,
  },
  opens: 'Opens',
  deadline: 'Deadline',
  fromTo: (before, after) => `${after} (was: ${before})`,
  who: 'Who',
  budget: 'Funding',
  checked: (when) => `Checked against its source in ${when}. The source prevails.`,
  unchecked: 'Not checked against its source. See the source before you plan.',
  read: 'Read the call',
  howToApply: 'How to apply',
  programme: (title) => `About ${title}`,
}
