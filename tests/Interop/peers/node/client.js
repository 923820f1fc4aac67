// The client's side of the test cases, with @grpc/grpc-js: node client.js PORT CASE... prints a line of JSON per case.
const assert = require('assert');
const { grpc, testing, largeRequest, largeResponse, requestSizes, responseSizes, initialKey, trailingKey, zeros } = require('./protocol');

const [port, ...names] = process.argv.slice(2);
const options = { 'grpc.max_receive_message_length': -1 };
const connect = (type, more) => new type(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), { ...options, ...more });

function unary(client, method, request, metadata = new grpc.Metadata(), callOptions = {}) {
  return new Promise((resolve, reject) => {
    const seen = {};
    const call = client[method](request, metadata, callOptions, (error, response) =>
      error ? reject(error) : process.nextTick(() => resolve({ response, ...seen })));
    call.on('metadata', (headers) => { seen.headers = headers; });
    call.on('status', (status) => { seen.status = status; });
  });
}

function finish(call) {
  return new Promise((resolve) => {
    const seen = { messages: [] };
    call.on('metadata', (headers) => { seen.headers = headers; });
    call.on('data', (message) => seen.messages.push(message));
    call.on('error', () => {});
    call.on('status', (status) => resolve({ ...seen, status }));
  });
}

async function expectStatus(promise, code, details) {
  const error = await promise.then(() => assert.fail('the call succeeded'), (thrown) => thrown);
  assert.strictEqual(error.code, code, `code ${error.code}: ${error.details ?? error}`);
  if (details !== undefined) assert.strictEqual(error.details, details);
}

const ask = (responseSize, requestSize) => ({ response_parameters: [{ size: responseSize }], payload: zeros(requestSize) });
const large = { response_size: largeResponse, payload: zeros(largeRequest) };

async function statusCodeAndMessage(client, message) {
  const status = { code: 2, message };
  await expectStatus(unary(client, 'UnaryCall', { response_status: status }), 2, message);
  const call = client.FullDuplexCall();
  const end = finish(call);
  call.write({ response_status: status });
  call.end();
  const { status: seen } = await end;
  assert.deepStrictEqual([seen.code, seen.details], [2, message]);
}

const cases = {
  async empty_unary(client) { await unary(client, 'EmptyCall', {}); },

  async large_unary(client) {
    const { response } = await unary(client, 'UnaryCall', large);
    assert.strictEqual(response.payload.body.length, largeResponse);
  },

  async client_compressed_unary(client) {
    await expectStatus(unary(client, 'UnaryCall', { ...large, expect_compressed: { value: true } }), 3);
    const compressing = connect(testing.TestService, { 'grpc.default_compression_algorithm': 2 });
    const { response } = await unary(compressing, 'UnaryCall', { ...large, expect_compressed: { value: true } });
    assert.strictEqual(response.payload.body.length, largeResponse);
    await unary(client, 'UnaryCall', { ...large, expect_compressed: { value: false } });
    compressing.close();
  },

  async server_compressed_unary(client) {
    for (const value of [true, false]) {
      const { response } = await unary(client, 'UnaryCall', { ...large, response_compressed: { value } });
      assert.strictEqual(response.payload.body.length, largeResponse);
    }
  },

  async client_streaming(client) {
    const response = await new Promise((resolve, reject) => {
      const call = client.StreamingInputCall((error, answer) => (error ? reject(error) : resolve(answer)));
      for (const size of requestSizes) call.write({ payload: zeros(size) });
      call.end();
    });
    assert.strictEqual(response.aggregated_payload_size, requestSizes.reduce((sum, size) => sum + size));
  },

  async server_streaming(client) {
    const { messages, status } = await finish(client.StreamingOutputCall({ response_parameters: responseSizes.map((size) => ({ size })) }));
    assert.strictEqual(status.code, 0);
    assert.deepStrictEqual(messages.map((message) => message.payload.body.length), responseSizes);
  },

  async ping_pong(client) {
    const call = client.FullDuplexCall();
    const sizes = [];
    const end = finish(call);
    call.on('data', (message) => {
      sizes.push(message.payload.body.length);
      const next = sizes.length;
      if (next < requestSizes.length) call.write(ask(responseSizes[next], requestSizes[next]));
      else call.end();
    });
    call.write(ask(responseSizes[0], requestSizes[0]));
    assert.strictEqual((await end).status.code, 0);
    assert.deepStrictEqual(sizes, responseSizes);
  },

  async empty_stream(client) {
    const call = client.FullDuplexCall();
    const end = finish(call);
    call.end();
    const { messages, status } = await end;
    assert.deepStrictEqual([messages.length, status.code], [0, 0]);
  },

  async custom_metadata(client) {
    const trailing = Buffer.from([0xab, 0xab, 0xab]);
    const metadata = new grpc.Metadata();
    metadata.set(initialKey, 'test_initial_metadata_value');
    metadata.set(trailingKey, trailing);
    const check = ({ headers, status }) => {
      assert.deepStrictEqual(headers.get(initialKey), ['test_initial_metadata_value']);
      assert.deepStrictEqual(status.metadata.get(trailingKey), [trailing]);
    };
    check(await unary(client, 'UnaryCall', large, metadata));
    const call = client.FullDuplexCall(metadata);
    const end = finish(call);
    call.write(ask(largeResponse, largeRequest));
    call.end();
    check(await end);
  },

  status_code_and_message: (client) => statusCodeAndMessage(client, 'test status message'),

  special_status_message: (client) => statusCodeAndMessage(client, '\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n'),

  unimplemented_method: (client) => expectStatus(unary(client, 'UnimplementedCall', {}), 12),

  async unimplemented_service() {
    const other = connect(testing.UnimplementedService);
    await expectStatus(unary(other, 'UnimplementedCall', {}), 12);
    other.close();
  },

  async cancel_after_begin(client) {
    await expectStatus(new Promise((resolve, reject) => {
      const call = client.StreamingInputCall((error, answer) => (error ? reject(error) : resolve(answer)));
      call.cancel();
    }), 1);
  },

  async cancel_after_first_response(client) {
    const call = client.FullDuplexCall();
    const end = finish(call);
    call.on('data', () => call.cancel());
    call.write(ask(responseSizes[0], requestSizes[0]));
    assert.strictEqual((await end).status.code, 1);
  },

  async timeout_on_sleeping_server(client) {
    const call = client.FullDuplexCall(new grpc.Metadata(), { deadline: Date.now() + 20 });
    const end = finish(call);
    call.write({ payload: zeros(27182) });
    assert.strictEqual((await end).status.code, 4);
  },
};

(async () => {
  for (const name of names) {
    const client = connect(testing.TestService);
    const tooLate = new Promise((_, reject) => setTimeout(() => reject(new Error('took longer than 10 s')), 10000).unref());
    const error = await Promise.race([cases[name](client), tooLate]).then(() => null, (thrown) => String(thrown.stack ?? thrown));
    console.log(JSON.stringify({ name, error }));
    client.close();
  }
  process.exit(0);
})();
