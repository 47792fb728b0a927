// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Drives the simulator's model endpoint with the official client, to prove that it is as others are.
//   node client.mjs http://127.0.0.1:8001
// Prints a line for each check that holds, and ends with an error at the first that does not.
import assert from 'node:assert';
import OpenAI from 'openai';

const baseURL = `${process.argv[2]}/v1`;
const client = new OpenAI({ baseURL, apiKey: 'sk-test', maxRetries: 2 });
const model = 'agt-one';
const messages = [{ role: 'user', content: 'hi' }];
const everything = 'Let me look. 🚲It is done.';

const models = [];
for await (const each of await client.models.list())
    models.push(each.id);
assert.deepEqual(models, ['sim-large', model]);
console.log('ok - models');

// The first request is answered with 429 and Retry-After; the client asks again by itself.
const plain = await client.chat.completions.create({ model, messages });
assert.equal(plain.choices[0].message.content, everything);
assert.ok(plain.usage.total_tokens > 0);
console.log('ok - in one piece, after a 429');

const described = { name: 'get_x', parameters: { type: 'object', properties: {} } };
const stream = await client.chat.completions.create({
    model,
    messages,
    stream: true,
    stream_options: { include_usage: true },
    tools: [{ type: 'function', function: described }],
});
let text = '';
let usage = null;
let finish = null;
for await (const chunk of stream) {
    text += chunk.choices[0]?.delta?.content ?? '';
    finish = chunk.choices[0]?.finish_reason ?? finish;
    usage = chunk.usage ?? usage;
}
assert.equal(text, 'Let me look. 🚲');
assert.equal(finish, 'tool_calls');
assert.ok(usage.total_tokens > 0);
console.log('ok - streamed, with a tool call and usage');

// The client's own loop of tools.
const calls = [];
const called = { ...described, parse: JSON.parse, function: (given) => { calls.push(given); return '3'; } };
const runner = client.chat.completions.runTools({
    model, messages, stream: true, tools: [{ type: 'function', function: called }],
});
assert.equal(await runner.finalContent(), 'It is done.');
assert.deepEqual(calls, [{ q: 'hi' }]);
console.log("ok - the client's own loop of tools");

const schema = {
    type: 'object', properties: { w: { type: 'string' } }, required: ['w'], additionalProperties: false,
};
const structured = await client.chat.completions.parse({
    model, messages, response_format: { type: 'json_schema', json_schema: { name: 'a', strict: true, schema } },
});
assert.equal(structured.choices[0].message.parsed.w, everything);
console.log('ok - structured output');

await assert.rejects(client.chat.completions.create({ model: 'gone', messages }),
    (error) => error instanceof OpenAI.NotFoundError && error.code === 'model_not_found');
await assert.rejects(client.chat.completions.create({ model, messages: [] }),
    (error) => error instanceof OpenAI.BadRequestError);
await assert.rejects(new OpenAI({ baseURL, apiKey: 'sk-no' }).models.list(),
    (error) => error instanceof OpenAI.AuthenticationError && error.code === 'invalid_api_key');
console.log('ok - refusals');
