// What client and server share: the service, and the sizes of the test cases.
const path = require('path');
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');

const definition = loader.loadSync(path.join(__dirname, '..', '..', 'protos', 'test.proto'), { keepCase: true, defaults: false });

module.exports = {
  grpc,
  testing: grpc.loadPackageDefinition(definition).grpc.testing,
  largeRequest: 271828,
  largeResponse: 314159,
  requestSizes: [27182, 8, 1828, 45904],
  responseSizes: [31415, 9, 2653, 58979],
  initialKey: 'x-grpc-test-echo-initial',
  trailingKey: 'x-grpc-test-echo-trailing-bin',
  zeros: (size) => ({ body: Buffer.alloc(size) }),
};
