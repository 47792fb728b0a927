// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Uses the team tools as an agent service would, through a client library that others wrote.
//   node client.mjs LIBRARY URL TOKEN_OF_ANN TOKEN_OF_BOB

import assert from 'node:assert/strict';

const [library, url, ann, bob] = process.argv.slice(2);

async function fromSdk() {
    const { Client } = await import('@modelcontextprotocol/sdk/client/index.js');
    const { StreamableHTTPClientTransport }
        = await import('@modelcontextprotocol/sdk/client/streamableHttp.js');
    return { client: new Client(info), transport: new StreamableHTTPClientTransport(new URL(url)) };
}

async function fromClientPackage(mode) {
    const { Client, StreamableHTTPClientTransport } = await import('@modelcontextprotocol/client');
    return {
        client: new Client(info, { versionNegotiation: { mode } }),
        transport: new StreamableHTTPClientTransport(new URL(url)),
    };
}

const info = { name: 'interop', version: '1.0.0' };
const libraries = {
    'sdk-1': { make: fromSdk, version: '2025-11-25' },
    'client-2': { make: () => fromClientPackage('auto'), version: '2026-07-28' },
    'client-2-handshake': { make: () => fromClientPackage('legacy'), version: '2025-11-25' },
};
const chosen = libraries[library];
assert.ok(chosen, `unknown library: ${library}`);

async function connect() {
    const { client, transport } = await chosen.make();
    await client.connect(transport);
    return { client, transport };
}

/** The text of a call; every call is made by somebody. */
async function call(client, token, name, args = {}) {
    const result = await client.callTool(
        { name, arguments: { ...args, execution_token: token } });
    assert.equal(result.content.length, 1);
    assert.equal(result.content[0].type, 'text');
    return { failed: result.isError === true, text: result.content[0].text };
}

async function value(client, token, name, args) {
    const { failed, text } = await call(client, token, name, args);
    assert.ok(!failed, text);
    return JSON.parse(text);
}

function step(text) {
    console.log(`ok - ${text}`);
}

async function connects({ client, transport }) {
    assert.equal(client.getServerVersion().name, 'renum');
    assert.ok(client.getServerCapabilities().tools);
    assert.equal(transport.sessionId, undefined);
    const spoken = client.getNegotiatedProtocolVersion?.() ?? transport.protocolVersion;
    assert.equal(spoken, chosen.version);
    step(`connected with ${spoken}, without a session`);
}

async function listsTools({ client }) {
    const { tools } = await client.listTools();
    assert.equal(tools.length, 11);
    for (const tool of tools)
        assert.ok(tool.inputSchema.required.includes('execution_token'), tool.name);
    step(`lists ${tools.length} tools`);
}

async function sharesMemory({ client }) {
    const leads = [1, { name: 'Zoë 🚲' }];
    assert.deepEqual(
        await value(client, ann, 'set_shared_variable', { key: 'leads', value: leads }),
        { ok: true });
    assert.deepEqual(await value(client, bob, 'get_shared_variable', { key: 'leads' }), leads);
    step('Bob reads what Ann has stored');
}

async function knowsWhoCalls({ client }) {
    const team = await value(client, bob, 'get_team_info');
    assert.match(JSON.stringify(team), /"bob"/);
    for (const token of ['guess', '', `${ann}x`]) {
        const { failed, text } = await call(client, token, 'get_team_info');
        assert.ok(failed);
        assert.match(text, /^ERROR: /);
    }
    step('wrong tokens are refused');
}

async function tellsErrors({ client }) {
    const { failed, text } = await call(client, ann, 'get_shared_variable');
    assert.ok(failed);
    assert.match(text, /^ERROR: .*key/);
    await assert.rejects(call(client, ann, 'rm'), (error) => error.code === -32602);
    step('wrong arguments and unknown tools are told apart');
}

async function messageFor(client, token) {
    for (;;) {
        const messages = await value(client, token, 'get_team_messages', { message_type: 'request' });
        if (messages.length > 0)
            return messages[0];
    }
}

async function answersInTime({ client }) {
    const other = await connect();
    const asked = value(client, ann, 'request_from_agent',
        { target_agent: 'bob', request: 'Which city?' });
    const message = await messageFor(other.client, bob);
    await value(other.client, bob, 'respond_to_request',
        { request_message_id: message.message_id, content: 'Recife' });
    const answer = await asked;
    assert.equal(answer.status, 'answered');
    assert.equal(answer.from_agent, 'bob');
    assert.deepEqual(answer.response, { text: 'Recife' });
    await other.client.close();
    step('Ann asks Bob, who answers over a connection of his own');
}

async function staysPending({ client }) {
    const answer = await value(client, bob, 'request_from_agent',
        { target_agent: 'ann', request: 'Are you there?' });
    assert.equal(answer.status, 'pending');
    assert.match(answer.request_id, /./);
    step('a request that nobody answers is pending');
}

const session = await connect();
for (const check of [connects, listsTools, sharesMemory, knowsWhoCalls, tellsErrors, answersInTime,
    staysPending])
    await check(session);
await session.client.close();
step('closed');
