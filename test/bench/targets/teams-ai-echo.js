import { Application, TeamsAdapter } from '@microsoft/teams-ai'
import { MemoryStorage } from 'botbuilder'
import restify from 'restify'

/** A bare echo on teams-ai with conversation state in memory: the peer that this bot is measured against. */
const adapter = new TeamsAdapter({})
const app = new Application({ storage: new MemoryStorage() })
app.activity('message', async (context) => {
  await context.sendActivity(`Echo: ${context.activity.text}`)
})
const server = restify.createServer()
server.use(restify.plugins.bodyParser())
server.post('/api/messages', async (request, response) => {
  await adapter.process(request, response, async (context) => {
    await app.run(context)
  })
})
server.get('/readyz', async (_request, response) => response.send(200))
server.listen(Number(process.env.PORT), '127.0.0.1')
