import type { InvitationTexts } from '../nb/invitations.ts'

export const invitations: InvitationTexts = {
  invite: 'Invite',
  inviteAgain: 'Invite newcomers or remind',
  askTitle: (title) => `Invite to ${title}`,
  askLead: (count) =>
    count === 1
      ? 'One in the audience has neither answered nor had the invitation. It looks like this:'
      : `${count} in the audience have neither answered nor had the invitation. It looks like this:`,
  askDeadline: 'Those who do not answer are reminded once before the deadline.',
  nobody: 'Everybody in the audience has answered, or cannot be reached.',
  nobodyNew: 'Nobody new: everybody in the audience has had the invitation or answered.',
  remindLead: (count) =>
    count === 1 ? 'One has had the invitation and not answered.' : `${count} have had the invitation and not answered.`,
  remind: 'Remind them now',
  justAsked: (count) =>
    count === 1
      ? 'One has not answered, but had the invitation or a reminder less than three days ago.'
      : `${count} have not answered, but had the invitation or a reminder less than three days ago.`,
  reminded: (count) => (count === 1 ? '1 person is reminded.' : `${count} people are reminded.`),
  send: (count) => (count === 1 ? 'Invite 1 person' : `Invite ${count} people`),
  reachChanged: 'The audience has changed since you looked. Review and send.',
  sent: (count) => (count === 1 ? 'The invitation is sent to 1 person.' : `The invitation is sent to ${count} people.`),
  closed: 'Registration is not open, so there is nothing to invite to.',
  noticeTitle: (title) => `Invitation: ${title}`,
  noticeLead: 'You are invited. One press, and you are registered.',
  reminderTitle: (title) => `Are you coming? ${title}`,
  reminderLead: (deadline) => `You have not answered yet. The deadline is ${deadline}.`,
  yes: 'Yes, register me',
  maybe: 'Maybe',
  no: 'No',
  more: 'Read more',
  repliedMaybe: 'Noted: maybe. You can register until the deadline.',
  repliedNo: 'Noted: you are not coming. Thanks for telling! If you change your mind, you can register here.',
  alreadyRegistered: 'You are registered. If you cannot come after all, cancel here.',
  repliesTitle: { maybe: 'Answered maybe', no: 'Answered no', 'not-answered': 'Have not answered' },
  repliesNone: 'Nobody.',
  write: 'Write to them',
}
