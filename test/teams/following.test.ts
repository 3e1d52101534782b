import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { profile } from '../network/support.ts'
import { buttons, startTestBot, type TestBot, type TestPerson, words } from '../support/bot.ts'
import { inputs, values } from '../support/inputs.ts'
import { buttonOf } from './advisers/support.ts'

const now = Temporal.Instant.from('2027-02-01T09:00:00Z')
let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot({ now: () => now })
})
afterAll(() => bot[Symbol.asyncDispose]())

async function member(name: string, topics: string[] = []): Promise<TestPerson> {
  const someone = bot.person(name)
  await bot.running.network.members.save(someone.id, profile(name, { topics }), now)
  return someone
}

async function followed({ id }: TestPerson): Promise<string[] | undefined> {
  return (await bot.running.network.members.of(id))?.topics
}

describe('following programmes', () => {
  it('takes one sentence, says what was done, and can be undone', async () => {
    const ada = await member('Ada Følger')
    const said = await ada.says('følg Erasmus+ og Nordplus')
    expect(words(said)).toContain('Nå følger du Erasmus+ og Nordplus')
    expect(await followed(ada)).toEqual(['erasmus-plus', 'nordplus'])
    const undone = await ada.presses('following.unfollow', buttonOf(said, 'following.unfollow', 'Angre'))
    expect(words(undone)).toContain('Du følger ikke lenger Erasmus+ og Nordplus')
    expect(await followed(ada)).toEqual([])
  })

  it('undoes only what was new', async () => {
    const ada = await member('Ada Halv', ['nordplus'])
    const said = await ada.says('følg Erasmus+ og Nordplus')
    expect(words(said)).toContain('Nå følger du Erasmus+')
    await ada.presses('following.unfollow', buttonOf(said, 'following.unfollow'))
    expect(await followed(ada)).toEqual(['nordplus'])
  })

  it.each([
    ['slutt å følge Nordplus', 'Du følger ikke lenger Nordplus', ['life']],
    ['ikke følg Nordplus lenger', 'Du følger ikke lenger Nordplus', ['life']],
    ['slutt å følge Interreg', 'Du følger ikke Interreg', ['nordplus', 'life']],
    ['følg Nordplus', 'Du følger allerede Nordplus', ['nordplus', 'life']],
  ])('understands «%s»', async (text, answer, left) => {
    const ada = await member(`Ada ${text}`, ['nordplus', 'life'])
    expect(words(await ada.says(text))).toContain(answer)
    expect(await followed(ada)).toEqual(left)
  })

  it.each(['follow LIFE instead of Erasmus+', 'følg LIFE i stedet for Erasmus+', 'følg LIFE i staden for Erasmus+'])(
    'changes one for another: «%s»',
    async (text) => {
      const ada = await member(`Ada ${text}`, ['erasmus-plus', 'nordplus'])
      await ada.says(text)
      expect(await followed(ada)).toEqual(['nordplus', 'life'])
    },
  )

  it('understands what was talked about', async () => {
    const ada = await member('Ada Det')
    await ada.says('Hva er Nordplus?')
    await ada.says('følg det')
    expect(await followed(ada)).toEqual(['nordplus'])
  })

  it('is offered below answers about what one does not follow yet; the answer stays', async () => {
    const ada = await member('Ada Svar')
    const answer = await ada.presses('answers.show', { answerId: 'nordplus/what' })
    expect(words(answer)).toContain('Følg Nordplus')
    await ada.submits('following.follow', { topics: 'nordplus' })
    expect(await followed(ada)).toEqual(['nordplus'])
    expect(words(await ada.presses('answers.show', { answerId: 'nordplus/what' }))).not.toContain('Følg Nordplus')
    expect(words(await ada.presses('answers.show', { answerId: 'network/what' }))).not.toContain('Følg ')
  })

  it('shows what one follows, to be changed', async () => {
    const ada = await member('Ada Liste', ['nordplus'])
    const list = await ada.says('hvilke programmer følger jeg')
    expect(words(list)).toContain('- Nordplus')
    expect(inputs(list).topics?.choices?.length).toBeGreaterThan(30)
    const saved = await ada.presses('following.save', { topics: 'life,erasmus-plus,nonsense' })
    expect(words(saved)).toContain('Lagret.')
    expect((await followed(ada))?.toSorted()).toEqual(['erasmus-plus', 'life'])
    expect(words(await ada.presses('following.save', { topics: '' }))).toContain('Du følger ingen programmer ennå')
  })

  it('leads through joining, with the programme ticked, for who is no member', async () => {
    const form = await bot.person('Bo Ny').says('følg Erasmus+')
    expect(buttons(form)).toContain('membership.save')
    expect(values(form).topics).toBe('erasmus-plus')
  })

  it('does nothing for forged topics', async () => {
    const ada = await member('Ada Falsk')
    expect(words(await ada.presses('following.follow', { topics: 'nothing,$where' }))).toContain(
      'Programmene du følger',
    )
    expect(await followed(ada)).toEqual([])
  })
})

describe('two orders in one message', () => {
  it.each([
    ['følg Erasmus+ og Interreg, og minn meg på søknaden fredag', ['erasmus-plus', 'interreg'], 'søknaden'],
    ['minn meg på rapporten fredag og følg LIFE', ['life'], 'rapporten'],
    ['follow LIFE. Remind me about the budget on Friday', ['life'], 'the budget'],
  ])('are both done: «%s»', async (text, topics, reminder) => {
    const ada = await member(`Ada ${text}`)
    await ada.says(text)
    expect((await followed(ada))?.toSorted()).toEqual(topics)
    const list = words(await ada.says('mine påminnelser'))
    expect(list).toContain(reminder)
    expect(list).not.toMatch(/følg|follow/i)
  })

  it('are two reminders where both are', async () => {
    const ada = await member('Ada To')
    await ada.says('minn meg på rapporten fredag og minn meg på budsjettet mandag')
    expect(words(await ada.says('mine påminnelser'))).toMatch(/rapporten[\s\S]*budsjettet/)
  })

  it('are both shown: «meld meg inn og meld meg på samlingen»', async () => {
    const ny = bot.person('Ny To')
    await ny.says('meld meg inn og meld meg på samlingen')
    const seen = ny.inbox()
    expect(seen.length).toBe(2)
    expect(buttons(seen[0] ?? { text: '', card: null })).toContain('membership.save')
  })

  it.each(['minn meg på å ringe Lier og følge opp rapporten fredag', 'minn meg på å melde meg på samlingen fredag'])(
    'are one where the second is part of the first: «%s»',
    async (text) => {
      const ada = await member(`Ada ${text}`)
      const before = ada.inbox().length
      await ada.says(text)
      expect(ada.inbox().length).toBe(before + 1)
    },
  )
})
