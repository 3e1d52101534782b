import { access, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { variables } from '../src/config.ts'
import { parseCalls } from '../src/knowledge/calls.ts'
import { parseTopicFile } from '../src/knowledge/topic-file.ts'

const root = new URL('../', import.meta.url)

function read(path: string): Promise<string> {
  return readFile(new URL(path, root), 'utf8')
}

describe('the documentation', () => {
  it.each(['README.md', 'env/.env.example'])('names every variable in %s', async (path) => {
    const text = await read(path)
    expect(variables.filter((name) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([])
  })

  it.each([
    'README.md',
    'docs/content.md',
    'docs/deploy.md',
    'docs/testing.md',
    'docs/reliability.md',
    'docs/scale.md',
    'docs/operations.md',
    'docs/decisions/how-questions-are-understood.md',
  ])('leads somewhere by each link in %s', async (path) => {
    const links = [...(await read(path)).matchAll(/(?:\]\(|src=")([^)"#]+)/g)].map(([, link = '']) => link)
    for (const link of links.filter((each) => !/^\w+:/.test(each))) {
      await expect(access(new URL(link, new URL(path, root))), link).resolves.toBeUndefined()
    }
  })

  it('shows advisers an answer and a call as the bot takes them', async () => {
    const examples = [...(await read('docs/content.md')).matchAll(/```(markdown|yaml)\n(.*?)```/gs)]
    const [answer = '', call = ''] = examples.map(([, , text = '']) => text)
    const front = '---\ntopic: nordplus\nlang: nb\ntitle: Nordplus\nnames: [Nordplus]\nsummary: Utveksling.\n---\n\n'
    const { topic, mistakes } = parseTopicFile('nordplus.nb.md', front + answer)
    expect(mistakes).toEqual([])
    expect(topic?.sections).toMatchObject([{ id: 'nordplus/deadlines', questions: [{}, {}], sources: [{}, {}] }])
    expect(parseCalls('nordplus.yaml', 'nordplus', call)).toMatchObject({
      calls: [{ topic: 'nordplus' }],
      mistakes: [],
    })
  })

  it('names only scripts that there are', async () => {
    const { scripts } = JSON.parse(await read('package.json'))
    const named = [...(await read('README.md')).matchAll(/npm run (?:-s )?(\w+)/g)].map(([, name]) => name)
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named))
  })
})
