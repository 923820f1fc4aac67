// The server's side of the test cases, with @grpc/grpc-js. Prints the port it listens on.
const { grpc, testing, initialKey, trailingKey, zeros } = require('./protocol');

function echoMetadata(call) {
  const initial = call.metadata.get(initialKey);
  const headers = new grpc.Metadata();
  if (initial.length > 0) headers.set(initialKey, initial[0]);
  call.sendMetadata(headers);
  const trailers = new grpc.Metadata();
  for (const value of call.metadata.get(trailingKey)) trailers.add(trailingKey, value);
  return trailers;
}

function failure(request, trailers) {
  const status = request.response_status;
  return status?.code ? { code: status.code, details: status.message, metadata: trailers } : null;
}

async function send(call, request) {
  for (const wanted of request.response_parameters ?? []) {
    if (wanted.interval_us) await new Promise((resolve) => setTimeout(resolve, wanted.interval_us / 1000));
    call.write({ payload: zeros(wanted.size ?? 0) });
  }
}

const service = {
  EmptyCall: (call, answer) => answer(null, {}),

  UnaryCall: (call, answer) => {
    const trailers = echoMetadata(call);
    const error = failure(call.request, trailers);
    if (error) answer(error);
    else answer(null, { payload: zeros(call.request.response_size ?? 0) }, trailers);
  },

  StreamingOutputCall: async (call) => {
    const trailers = echoMetadata(call);
    await send(call, call.request);
    call.end(trailers);
  },

  StreamingInputCall: (call, answer) => {
    const trailers = echoMetadata(call);
    let sum = 0;
    call.on('data', (request) => { sum += request.payload.body.length; });
    call.on('end', () => answer(null, { aggregated_payload_size: sum }, trailers));
  },

  FullDuplexCall: (call) => {
    const trailers = echoMetadata(call);
    let sent = Promise.resolve();
    call.on('data', (request) => {
      const error = failure(request, trailers);
      sent = sent.then(() => (error ? call.emit('error', error) : send(call, request)));
    });
    call.on('end', () => sent.then(() => call.end(trailers)));
    call.on('error', () => {});
  },
};

const server = new grpc.Server({ 'grpc.max_receive_message_length': -1 });
server.addService(testing.TestService.service, service);
server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  console.log(port);
});
process.stdin.on('end', () => process.exit(0)).resume();
