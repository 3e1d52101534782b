import type { Language } from '../language.ts'
import type { Gathering } from '../network/gathering.ts'
import type { FieldMistake } from '../network/mistakes.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { type Card, card } from './card.ts'
import { type Element, heading, markdown, paragraph, plain, subheading } from './elements.ts'
import { textInput } from './inputs.ts'

/** The links of a gathering; nothing where there are none. */
export function materialList({ materials }: Pick<Gathering, 'materials'>, language: Language): Element[] {
  if (materials.length === 0) return []
  const links = materials.map(({ title, url }) => `- [${plain(title)}](${linkTarget(url)})`)
  return [subheading(textsIn(language).afterGathering.materials), markdown(links.join('\n'))]
}

/** A bracket would end the link. */
function linkTarget(url: string): string {
  return url.replaceAll('(', '%28').replaceAll(')', '%29')
}

const longestMaterials = 4000

export interface MaterialsForm {
  gathering: Gathering
  /** As it is typed. */
  value: string
  mistakes: readonly FieldMistake[]
}

export function materialsCard({ gathering, value, mistakes }: MaterialsForm, language: Language): Card {
  const { afterGathering: texts, gatheringDesk, mistakes: reasons } = textsIn(language)
  const gatheringId = gathering._id
  const [first] = mistakes
  const line = first?.field.split('.')[1]
  const error = first && (line ? texts.materialsLine(line, reasons[first.reason]) : reasons[first.reason])
  const title = texts.materialsTitle(gathering.title)
  return card(
    language,
    title,
    [
      heading(title),
      paragraph(texts.materialsLead),
      ...textInput('materials', texts.materialsField, {
        value,
        placeholder: texts.materialsHint,
        multiline: true,
        maxLength: longestMaterials,
        error,
      }),
    ],
    [
      execute(texts.materialsSave, 'gatherings.save-materials', { gatheringId }, { style: 'positive' }),
      execute(gatheringDesk.back, 'gatherings.manage', { gatheringId }, { ignoreInputs: true }),
    ],
  )
}

/** Those who were thanked before hear of the material by a message alone. */
export function materialsLateCard({ _id: gatheringId, materials }: Gathering, language: Language): Card {
  const { afterGathering: texts, gatheringDesk } = textsIn(language)
  const title = texts.materialsSaved(materials.length)
  return card(
    language,
    title,
    [heading(title), paragraph(texts.materialsLate)],
    [
      execute(
        gatheringDesk.message,
        'announcements.write',
        { gatheringId, group: 'registered' },
        { style: 'positive' },
      ),
      execute(gatheringDesk.back, 'gatherings.manage', { gatheringId }),
    ],
  )
}
