import { describe, expect, it } from 'vitest'
import {
  actionSet,
  type Card,
  card,
  execute,
  fold,
  heading,
  note,
  paragraph,
  textInput,
} from '../../src/cards/elements.ts'
import { cardMistakes } from './card-rules.ts'

const press = execute('Samlinger', 'gatherings.list', {})
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
    ['more than Teams takes', (it) => ({ ...it, body: [note('x'.repeat(28_000))] })],
  ])('find %s', (_, broken) => {
    expect(cardMistakes(broken(good()))).not.toEqual([])
  })
})
