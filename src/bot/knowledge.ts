import type { Config } from '../config.ts'
import { keepGuide } from '../knowledge/guide/guide.ts'
import { describeMistake } from '../knowledge/mistakes.ts'
import { watchKnowledge } from '../knowledge/watch.ts'
import type { Surroundings } from '../surroundings.ts'

/** Opens what the bot answers from and the guide through the programmes; both are read anew together. */
export async function openContent(
  config: Config,
  { openKnowledge, knowledgeDirectory: directory, log }: Surroundings,
  onTaken: () => void,
) {
  const guide = keepGuide(directory)
  const watched = await watchKnowledge({
    directory,
    async open() {
      const opened = await openKnowledge({
        directory,
        placeholders: { ...config.network, networkName: config.network.name },
        timeZone: config.timeZone,
      })
      await guide.readAnew()
      return opened
    },
    onTaken() {
      log.info('answering from changed content from now on')
      onTaken()
    },
    onMistakes: (mistakes) =>
      log.error({ mistakes: mistakes.map(describeMistake) }, 'changed content has mistakes: the old one stays in use'),
  })
  return { ...watched, guide: guide.current }
}
