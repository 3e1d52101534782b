import type { ColleagueTexts } from '../nb/colleagues.ts'

export const colleagues: ColleagueTexts = {
  somebody: 'A colleague',
  menu: 'Colleagues',
  register: 'Register a colleague',
  askSubstitute: 'Let a colleague take over',
  keepSeat: 'I am coming after all',
  asking: 'You have asked a colleague to take over. The seat is yours until you get an answer.',
  findTitles: { register: 'Register a colleague', substitute: 'Who is to take over your seat?' },
  leads: {
    register: 'Choose a colleague from your municipality. They are told at once, and can say no.',
    substitute: 'Choose a colleague from your municipality. The seat is yours until they have said yes.',
  },
  mayCome:
    'Several people from the same municipality are welcome. As a member you can register colleagues; they can also register themselves.',
  search: 'Name or e-mail',
  find: 'Search',
  noneYet:
    'Nobody else from your municipality is a member and has written to me yet. Ask your colleague to open the chat with me and write “join”.',
  none: 'I find no such colleague. They have to be a member from your municipality, and have written to me at least once.',
  more: 'There are more. Write more of the name.',
  states: { seat: 'Has a seat', waiting: 'On the waiting list' },
  back: 'To the gathering',
  undo: 'Undo',
  another: 'Register one more',
  registered: (name) => `${name} is registered, and I tell them`,
  queued: (name) => `It is full: ${name} is on the waiting list, and I tell them`,
  undone: (name) => `${name} is no longer registered`,
  substituteAsked: (name) => `I am asking ${name}. The seat is yours until you get an answer.`,
  kept: 'Good that you are coming! The seat is still yours.',
  takeOver: 'Yes, I take the seat',
  refuse: 'No, I cannot',
  askAnother: 'Ask somebody else',
  tookOver: (name) => `The seat of ${name} is yours! Please fill in the rest:`,
  refused: (name) => `Thank you for answering. I tell ${name} that you cannot.`,
  refusals: {
    'no-colleague': 'I do not find this colleague in your municipality.',
    'handover-ended': 'This is over: whoever asked keeps the seat, or has given it up.',
    'is-registered': (name) => `${name} is registered or on the waiting list already.`,
    'has-seat': (name) => `${name} has a seat already.`,
    'has-said-no': (name) => `${name} has said no already. You could talk to them yourself.`,
  },
  notices: {
    registered: {
      title: (title) => `You are registered: ${title}`,
      lead: (name) => `${name} has registered you. If you cannot come, cancel, and the seat goes to somebody else.`,
    },
    queued: {
      title: (title) => `You are on the waiting list: ${title}`,
      lead: (name) => `${name} has put you on the waiting list. I tell you when there is a seat for you.`,
    },
    unregistered: {
      title: (title) => `You are no longer registered: ${title}`,
      lead: (name) => `${name} had registered you, and took that back. You can register yourself.`,
    },
    asked: {
      title: (title) => `Can you take over a seat? ${title}`,
      lead: (name) => `${name} cannot come, and asks whether you will take the seat.`,
    },
    taken: {
      title: (title, name) => `${name} has taken over your seat: ${title}`,
      lead: (name) => `You are no longer registered; ${name} comes instead.`,
    },
    'not-taken': {
      title: (title, name) => `${name} cannot take over: ${title}`,
      lead: () => 'The seat is still yours. Ask somebody else, or cancel.',
    },
  },
}
