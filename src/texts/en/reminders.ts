import type { ReminderTexts } from '../nb/reminders.ts'

export const reminders: ReminderTexts = {
  inTime: {
    weeks: (count) => (count === 1 ? 'In a week' : `In ${count} weeks`),
    days: (count) => (count === 1 ? 'Tomorrow' : `In ${count} days`),
    hours: (count) => (count === 1 ? 'In an hour' : `In ${count} hours`),
    minutes: (count) => `In ${count} minutes`,
    today: 'Today',
  },
  reminderTitle: (when, title) => `${when}: ${title}`,
  prepare: 'Prepare',
  wayThere: 'How to find us',
  aheadLead: 'You are registered. If you cannot come after all, cancel, so that somebody else gets the seat.',
  inPersonTomorrow: 'See you tomorrow.',
  onlineTomorrow: 'We meet online tomorrow. The link is here:',
  inPersonSoon: 'See you soon.',
  onlineSoon: 'The meeting opens soon. Press the link to join.',
  near: ({ municipality, same, county, others }) => {
    const mine = same === 0 ? '' : `${same === 1 ? 'One more comes' : `${same} others come`} from ${municipality}.`
    const around =
      others === 0
        ? ''
        : `${others === 1 ? 'One comes' : `${others} come`} from ${same === 0 ? '' : 'elsewhere in '}${county}.`
    return [mine, around].filter((part) => part !== '').join(' ')
  },
  adviserWrites: (words) => `The adviser writes: ${words}`,
  calledOffTitle: (title) => `Called off: ${title}`,
  calledOff: 'The gathering will not take place. You need not do anything; your registration lapses.',
  changedTitle: (title) => `Changed: ${title}`,
  changed: {
    registered: 'The gathering that you are registered for has changed. This is how it is now:',
    offered: 'The gathering that you are offered a seat at has changed. This is how it is now:',
    waiting: 'The gathering that you are on the waiting list for has changed. This is how it is now:',
  },
  onAgainTitle: (title) => `Going ahead after all: ${title}`,
  onAgain: {
    registered:
      'The gathering had been called off, but takes place after all. You are still registered. This is how it is now:',
    offered:
      'The gathering had been called off, but takes place after all. You are still offered a seat. This is how it is now:',
    waiting:
      'The gathering had been called off, but takes place after all. You are still on the waiting list. This is how it is now:',
  },
  fromTo: (before, after) => `${after} (before: ${before})`,
  nothing: 'none',
  offeredTitle: (title) => `A seat for you: ${title}`,
  offered: (until) =>
    `You were on the waiting list, and now there is a seat for you. Answer by ${until}, or it goes to the next in line.`,
  offerEndedTitle: (title) => `The offer of a seat has run out: ${title}`,
  offerEnded: 'The seat went to the next on the list. You can join the waiting list again.',
  seatGivenTitle: (title) => `You have a seat: ${title}`,
  seatGiven: 'A seat became free and it is yours. If you can’t come after all, cancel so that someone else gets it.',
  registeredForYouTitle: (title) => `You are registered: ${title}`,
  registeredForYou:
    'An adviser of the network has registered you. If it does not suit you, cancel, and the seat goes to somebody else.',
  changedForYouTitle: (title) => `Your registration is changed: ${title}`,
  changedForYou:
    'An adviser of the network has changed which days you come, or how you take part. Open the gathering to see how it is now.',
  queuedForYouTitle: (title) => `You are on the waiting list: ${title}`,
  queuedForYou:
    'An adviser of the network has put you on the waiting list. You will be told when there is a seat for you.',
  removedForYouTitle: (title) => `Your registration is cancelled: ${title}`,
  removedForYou: 'An adviser of the network has cancelled your registration. If that is wrong, you can register again.',
  when: 'When',
  where: 'Where',
  attending: 'You attend',
  deadline: 'Register by',
  online: 'Take part online',
  open: 'Open',
  cannotCome: 'Can’t come',
  acceptOffer: 'Yes, I want the seat',
  declineOffer: 'No, thank you',
}
