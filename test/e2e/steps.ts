import type { Chat } from './chat.ts'
import type { DevProcess } from './dev-process.ts'

/** The form knows the name from the roster; what it can't know is filled in. */
export async function joinNetwork(chat: Chat): Promise<{ nameInForm: string }> {
  await chat.says('bli med')
  const form = await chat.sees('Samtykke')
  const nameInForm = await form.getByLabel('Navn').inputValue()
  await form.getByRole('combobox', { name: 'Kommune' }).pressSequentially('Dramm')
  await chat.page.getByRole('option', { name: 'Drammen' }).click()
  await form.getByLabel('Rolle').fill('Rektor')
  await form.getByRole('checkbox', { name: /lagre/ }).check()
  await chat.presses('Bli med')
  await chat.sees('Nå er du med')
  return { nameInForm }
}

export async function registerForGathering(chat: Chat): Promise<void> {
  await chat.says('samlinger')
  const list = await chat.sees('skoleutveksling')
  await list.getByText('skoleutveksling').click()
  await chat.sees('Fylkeshuset i Drammen')
  await chat.presses('Meld meg på')
  await chat.sees('Du er påmeldt')
  await chat.presses('Lagre')
  await chat.sees('Slik er påmeldingen din nå')
}

/** The gathering is nine days ahead or a few more, and the first reminder comes a week before it. */
export async function seeReminder(chat: Chat, dev: DevProcess): Promise<void> {
  const reminder = chat.page.locator('.ac-adaptiveCard').filter({ hasText: /^(Om|I morgen).*skoleutveksling/ })
  for (let days = 0; days < 5 && (await reminder.count()) === 0; days++) await dev.letADayPass()
  await reminder.waitFor()
}
