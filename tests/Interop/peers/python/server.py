"""The server's side of the test cases, with grpcio. Prints the port it listens on."""
import sys
import time
from concurrent import futures

import grpc

from protocol import INITIAL_KEY, OPTIONS, TRAILING_KEY, messages, services, zeros


def echo_metadata(context):
    for key, value in context.invocation_metadata():
        if key == INITIAL_KEY:
            context.send_initial_metadata(((key, value),))
        if key == TRAILING_KEY:
            context.set_trailing_metadata(((key, value),))


def end_with_status(request, context):
    if request.HasField("response_status") and request.response_status.code:
        code = next(code for code in grpc.StatusCode if code.value[0] == request.response_status.code)
        context.abort(code, request.response_status.message)


def send(request):
    for wanted in request.response_parameters:
        if wanted.interval_us:
            time.sleep(wanted.interval_us / 1e6)
        yield messages.StreamingOutputCallResponse(payload=zeros(wanted.size))


class TestService(services.TestServiceServicer):
    def EmptyCall(self, request, context):
        return messages.Empty()

    def UnaryCall(self, request, context):
        if request.response_compressed.value:
            context.set_compression(grpc.Compression.Gzip)
        echo_metadata(context)
        end_with_status(request, context)
        return messages.SimpleResponse(payload=zeros(request.response_size))

    def StreamingOutputCall(self, request, context):
        echo_metadata(context)
        yield from send(request)

    def StreamingInputCall(self, request_iterator, context):
        echo_metadata(context)
        return messages.StreamingInputCallResponse(
            aggregated_payload_size=sum(len(request.payload.body) for request in request_iterator))

    def FullDuplexCall(self, request_iterator, context):
        echo_metadata(context)
        for request in request_iterator:
            end_with_status(request, context)
            yield from send(request)


server = grpc.server(futures.ThreadPoolExecutor(max_workers=16), options=OPTIONS)
services.add_TestServiceServicer_to_server(TestService(), server)
print(server.add_insecure_port("127.0.0.1:0"), flush=True)
server.start()
sys.stdin.read()
server.stop(None)
