// Serves one bot with NLP.js behind a TLS WebSocket, for `./sotto bench turns` to compare with. Reads the bot as JSON on
// standard input: {locale, certificate, key, intents: [{name, says: […], answer}], types: [{name, values: [{value,
// synonyms: […]}]}]}, the last two paths of PEM files. Prints one line when it listens: {"port": …, "train_ms": …}.
// A turn is {"seq": …, "text": …} and is answered with {"seq": …, "intent": …, "score": …, "slots": {…}, "text": …}.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import nlpjs from '@nlpjs/basic';
import { WebSocketServer } from 'ws';

const bot = JSON.parse(readFileSync(0, 'utf8'));
const language = bot.locale.split('-')[0];

const dock = await nlpjs.dockStart({
  use: ['Basic'],
  settings: { nlp: { languages: [language], autoSave: false, forceNER: true } },
});
const nlp = dock.get('nlp');
for (const type of bot.types) {
  for (const { value, synonyms } of type.values) {
    nlp.addNerRuleOptionTexts(language, type.name, value, [value, ...synonyms]);
  }
}
for (const intent of bot.intents) {
  for (const text of intent.says) {
    nlp.addDocument(language, text, intent.name);
  }
  if (intent.answer) {
    nlp.addAnswer(language, intent.name, intent.answer);
  }
}
// It reports on each epoch of its training on standard output unless told not to.
dock.getContainer().get('logger').info = () => {};
const began = performance.now();
const log = console.log;
console.log = () => {};
await nlp.train();
console.log = log;
const trainMs = Math.round(performance.now() - began);

const https = createServer({ cert: readFileSync(bot.certificate), key: readFileSync(bot.key) });
const sockets = new WebSocketServer({ server: https, maxPayload: 16 * 1024, perMessageDeflate: false });
sockets.on('connection', (socket) => {
  socket.on('message', async (data) => {
    const { seq, text } = JSON.parse(data);
    const result = await nlp.process(language, text);
    const slots = Object.fromEntries(result.entities.map((entity) => [entity.entity, entity.option ?? entity.sourceText]));
    socket.send(JSON.stringify({ seq, intent: result.intent, score: result.score, slots, text: result.answer ?? '' }));
  });
});
https.listen(0, '127.0.0.1', () => log(JSON.stringify({ port: https.address().port, train_ms: trainMs })));
process.on('SIGTERM', () => process.exit(0));
