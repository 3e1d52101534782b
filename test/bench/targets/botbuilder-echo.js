import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import restify from 'restify'

/** A bare echo on botbuilder and restify: what a turn costs before a bot does anything. */
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
const server = restify.createServer()
server.use(restify.plugins.bodyParser())
server.post('/api/messages', async (request, response) => {
  await adapter.process(request, response, async (context) => {
    if (context.activity.type === 'message') await context.sendActivity(`Echo: ${context.activity.text}`)
  })
})
server.get('/readyz', async (_request, response) => response.send(200))
server.listen(Number(process.env.PORT), '127.0.0.1')
