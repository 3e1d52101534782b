import type { Language } from '../../language.ts'
import type { Aftermath } from '../../network/after-gathering.ts'
import { textsIn } from '../../texts/texts.ts'
import { execute } from '../actions.ts'
import { paragraph } from '../elements.ts'
import { feedbackInputs } from '../gathering-feedback.ts'
import { materialList } from '../materials.ts'
import type { Notice } from '../notices.ts'

/**
 * Thanks to one who was there, and a kind word to one who was not; the material to both.
 * @param isAlone the questions stand in the message itself: with others in it there is a button to them
 */
export function thanksNotice({ gathering, wasPresent }: Aftermath, isAlone: boolean, language: Language): Notice {
  const texts = textsIn(language).afterGathering
  const gatheringId = gathering._id
  const materials = materialList(gathering, language)
  const open = execute(texts.open, 'gatherings.show', { gatheringId }, { ignoreInputs: true })
  const shared = materials.length === 0 ? [paragraph(texts.noMaterialsYet)] : materials
  if (!wasPresent) {
    return {
      title: texts.absentTitle(gathering.title),
      body: [paragraph(texts.absent), ...shared],
      actions: [
        execute(texts.wasThere, 'gatherings.was-there', { gatheringId }),
        open,
        execute(texts.next, 'gatherings.list', {}),
      ],
      open: execute(gathering.title, 'gatherings.show', { gatheringId }),
    }
  }
  return {
    title: texts.thanksTitle(gathering.title),
    body: [paragraph(texts.thanks), ...shared, ...(isAlone ? feedbackInputs({ useful: '', word: '' }, language) : [])],
    actions: [execute(texts.send, 'gatherings.feedback', { gatheringId, send: 'yes' }, { style: 'positive' }), open],
    open: execute(`${texts.give}: ${gathering.title}`, 'gatherings.feedback', { gatheringId }, { ignoreInputs: true }),
  }
}
