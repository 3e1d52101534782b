import type { MemberEditTexts } from '../nb/member-edit.ts'

export const memberEdit: MemberEditTexts = {
  write: 'Write an e-mail',
  edit: 'Correct details',
  register: 'Register for a gathering',
  forget: 'Delete the member',
  addMembers: 'Add members',
  add: 'Add one member',

  editTitle: (name) => `Correct the details of ${name}`,
  editLead: 'The member is told of what you change.',
  editLeadSilent: 'The member has not written to me yet, and is not told.',
  addTitle: 'Add one member',
  addLead: 'The member gets no message from me before they write to me themselves.',
  municipalityMissing: 'Choose a municipality, or “Another municipality or organisation”.',
  save: 'Save',
  cancel: 'Cancel',
  addressTaken: 'Another member has this address, or had it before they left.',
  saved: 'The details are saved.',
  savedAndTold: 'The details are saved, and the member is told.',
  added: (name) => `${name} is added.`,

  forgetTitle: (name) => `Delete everything about ${name}?`,
  forgetLead: 'Use this when somebody asks to be forgotten. All that is stored of the member will be gone for good.',
  forgetAhead: (titles) => `The member will be unregistered from: ${titles}.`,
  forgetYes: 'Yes, delete everything',
  forgetNo: 'No, keep',
  forgotten: 'The member is deleted.',
  forgetThemselves: 'This member writes to me, and can delete everything about themselves by writing “delete my data”.',

  gatheringsTitle: (name) => `Register ${name} for a gathering`,
  noGatherings: 'No gathering is open for registration, or the member is registered for all of them.',
  toMember: 'Back to the member',

  changedTitle: 'The adviser has corrected your profile',
  changedLead: 'This is how it reads now. If something is wrong, you can correct it yourself.',
}
