import type { CalendarTexts } from '../nb/calendar.ts'

export const calendar: CalendarTexts = {
  title: 'Your gatherings in your calendar',
  calendarName: 'Network gatherings',
  lead: 'Subscribe to this address in your calendar: all gatherings that you are registered for come in, and changes follow by themselves.',
  address: 'Your address (to copy)',
  secret:
    'Whoever has the address can see which gatherings you are registered for. If it has got into other hands, exchange it.',
  openInOutlook: 'Subscribe in Outlook',
  renew: 'New address',
  renewSure: 'The old address stops working. Your calendar needs the new one.',
  confirmRenew: 'Yes, exchange it',
  renewed: 'You have a new address. The old one no longer works.',
  revoke: 'Turn off',
  revokeSure: 'Your calendar will no longer get your gatherings.',
  confirmRevoke: 'Yes, turn it off',
  revoked: 'The address is turned off, and shows nothing any more.',
  turnOn: 'Make a new address',
  all: 'All my gatherings',
  teams: 'Teams calendar',
}
