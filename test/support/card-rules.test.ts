import { describe, expect, it } from 'vitest'
import { execute } from '../../src/cards/actions.ts'
import { actionSet, fold } from '../../src/cards/buttons.ts'
import { type Card, card } from '../../src/cards/card.ts'
import { heading, note, paragraph, warning } from '../../src/cards/elements.ts'
import { textInput } from '../../src/cards/inputs.ts'
import { cardMistakes } from './card-rules.ts'

const press = execute('Samlinger', 'gatherings.list', {})
const named = (title: string, gatheringId: string) => execute(title, 'gatherings.show', { gatheringId })
const longFact = { type: 'FactSet', facts: [{ title: 'Hva bør vi gjøre mer av, eller annerledes?', value: 'Ja' }] }
const good = (): Card => card('nb', 'Samlinger', [heading('Samlinger'), ...textInput('name', 'Navn')], [press])

describe('the rules for cards', () => {
  it('find nothing wrong with a card of the builders', () => {
    expect(cardMistakes(good())).toEqual([])
  })

  it.each<[string, (it: Card) => Card]>([
    ['no text for clients that cannot draw it', (it) => ({ ...it, fallbackText: ' ' })],
    ['a misspelt property', (it) => ({ ...it, body: [{ type: 'TextBlock', text: 'Hei', warp: true, wrap: true }] })],
    ['text that a phone would cut', (it) => ({ ...it, body: [{ type: 'TextBlock', text: 'Hei' }] })],
    ['a text that was not filled in', (it) => ({ ...it, body: [paragraph('Velkommen til {owner}')] })],
    ['an element of another version', (it) => ({ ...it, body: [{ type: 'Carousel', pages: [] }] })],
    ['a field without a label', (it) => ({ ...it, body: [{ type: 'Input.Text', id: 'name', maxLength: 9 }] })],
    ['two fields of one name', (it) => ({ ...it, body: [...textInput('a', 'A'), ...textInput('a', 'B')] })],
    [
      'a required field that does not say so',
      (it) => ({ ...it, body: [{ ...textInput('a', 'A')[0], type: 'Input.Text', isRequired: true }] }),
    ],
    ['a button that opens nothing', (it) => ({ ...it, body: fold('topics', 'Vis', []).slice(0, 1) })],
    [
      'more buttons than Teams shows',
      (it) => ({ ...it, body: [{ ...actionSet([press]), actions: Array(7).fill(press) }] }),
    ],
    ['a button without its older form', (it) => ({ ...it, actions: [{ ...press, fallback: 'drop' }] })],
    [
      'a button with another older form',
      (it) => ({ ...it, actions: [{ ...press, data: { verb: press.verb, page: 1 } }] }),
    ],
    ['no heading', (it) => ({ ...it, body: [paragraph('Samlinger')] })],
    ['a field before the heading', (it) => ({ ...it, body: [...textInput('a', 'A'), heading('Samlinger')] })],
    [
      'buttons side by side that a phone cuts',
      (it) => ({ ...it, actions: Array.from('abc', (id) => named(`Meld meg på samlingen ${id}`, id)) }),
    ],
    [
      'more buttons at once than Teams shows',
      (it) => ({ ...it, body: [...it.body, ...Array.from('abcdefg', (id) => actionSet([named(id, id)]))] }),
    ],
    ['two buttons of one name', (it) => ({ ...it, actions: [named('Åpne', 'a'), named('Åpne', 'b')] })],
    [
      'a button that sends fields that come after it',
      (it) => ({ ...it, body: [heading('Samlinger'), actionSet([press]), ...textInput('a', 'A')] }),
    ],
    ['a warning by its colour alone', (it) => ({ ...it, body: [...it.body, { ...note('Feil'), color: 'Attention' }] })],
    [
      'an error far from its field',
      (it) => ({ ...it, body: [...it.body, note('Hei'), { ...warning('Feil'), size: 'Small' }] }),
    ],
    ['a name that crowds out its fact', (it) => ({ ...it, body: [...it.body, longFact] })],
    ['more text at once than one reads', (it) => ({ ...it, body: [...it.body, note('x '.repeat(700))] })],
    ['more than Teams takes', (it) => ({ ...it, body: [note('x'.repeat(28_000))] })],
  ])('find %s', (_, broken) => {
    expect(cardMistakes(broken(good()))).not.toEqual([])
  })
})
