import type { Action } from './elements.ts'
import type { VerbInput, VerbName } from './verbs.ts'

/**
 * A button that the bot answers. `tooltip` is what screen readers say where the title needs its surroundings. Clients
 * that don't know Universal Actions send the same data as a message, with the verb in it.
 */
export function execute<V extends VerbName>(
  title: string,
  verb: V,
  data: Partial<VerbInput<V>>,
  options: { style?: 'positive' | 'destructive'; ignoreInputs?: boolean; tooltip?: string } = {},
): Action {
  const shared = {
    title,
    data: { ...data, verb },
    ...(options.style ? { style: options.style } : {}),
    ...(options.tooltip ? { tooltip: options.tooltip } : {}),
    ...(options.ignoreInputs ? { associatedInputs: 'none' } : {}),
  }
  return { type: 'Action.Execute', verb, ...shared, fallback: { type: 'Action.Submit', ...shared } }
}

/** A button whose answer comes as a message of its own: what is typed in the card stays. */
export function sendVerb<V extends VerbName>(title: string, verb: V, data: Partial<VerbInput<V>>): Action {
  return { type: 'Action.Submit', title, data: { ...data, verb }, associatedInputs: 'none' }
}

export function openUrl(title: string, url: string): Action {
  return { type: 'Action.OpenUrl', title, url }
}
