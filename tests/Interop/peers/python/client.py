"""The client's side of the test cases, with grpcio: client.py PORT CASE... prints a line of JSON per case."""
import json
import queue
import sys
import traceback

import grpc

from protocol import (INITIAL_KEY, LARGE_REQUEST, LARGE_RESPONSE, OPTIONS, REQUEST_SIZES, RESPONSE_SIZES, TRAILING_KEY,
                      messages, services, zeros)

PORT = sys.argv[1]
SECONDS = 10


def large(**more):
    return messages.SimpleRequest(response_size=LARGE_RESPONSE, payload=zeros(LARGE_REQUEST), **more)


def yes(value):
    return messages.BoolValue(value=value)


def ask(response_size, request_size):
    return messages.StreamingOutputCallRequest(
        response_parameters=[messages.ResponseParameters(size=response_size)], payload=zeros(request_size))


def expect_status(call, code, details=None):
    try:
        call()
    except grpc.RpcError as error:
        assert error.code() == code, f"{error.code()}: {error.details()}"
        assert details is None or error.details() == details, repr(error.details())
        return
    raise AssertionError("the call succeeded")


def empty_unary(channel, stub):
    stub.EmptyCall(messages.Empty(), timeout=SECONDS)


def large_unary(channel, stub):
    assert stub.UnaryCall(large(), timeout=SECONDS).payload.body == bytes(LARGE_RESPONSE)


def client_compressed_unary(channel, stub):
    expect_status(lambda: stub.UnaryCall(large(expect_compressed=yes(True)), timeout=SECONDS), grpc.StatusCode.INVALID_ARGUMENT)
    response = stub.UnaryCall(large(expect_compressed=yes(True)), timeout=SECONDS, compression=grpc.Compression.Gzip)
    assert len(response.payload.body) == LARGE_RESPONSE
    stub.UnaryCall(large(expect_compressed=yes(False)), timeout=SECONDS)


def server_compressed_unary(channel, stub):
    for value in (True, False):
        assert len(stub.UnaryCall(large(response_compressed=yes(value)), timeout=SECONDS).payload.body) == LARGE_RESPONSE


def client_streaming(channel, stub):
    requests = (messages.StreamingInputCallRequest(payload=zeros(size)) for size in REQUEST_SIZES)
    assert stub.StreamingInputCall(requests, timeout=SECONDS).aggregated_payload_size == sum(REQUEST_SIZES)


def server_streaming(channel, stub):
    request = messages.StreamingOutputCallRequest(
        response_parameters=[messages.ResponseParameters(size=size) for size in RESPONSE_SIZES])
    assert [len(response.payload.body) for response in stub.StreamingOutputCall(request, timeout=SECONDS)] == RESPONSE_SIZES


def ping_pong(channel, stub):
    requests = queue.Queue()
    call = stub.FullDuplexCall(iter(requests.get, None), timeout=SECONDS)
    for request_size, response_size in zip(REQUEST_SIZES, RESPONSE_SIZES):
        requests.put(ask(response_size, request_size))
        assert len(next(call).payload.body) == response_size
    requests.put(None)
    assert list(call) == []
    assert call.code() == grpc.StatusCode.OK


def empty_stream(channel, stub):
    assert list(stub.FullDuplexCall(iter(()), timeout=SECONDS)) == []


def custom_metadata(channel, stub):
    metadata = ((INITIAL_KEY, "test_initial_metadata_value"), (TRAILING_KEY, b"\xab\xab\xab"))

    def check(call):
        assert dict(call.initial_metadata())[INITIAL_KEY] == "test_initial_metadata_value"
        assert dict(call.trailing_metadata())[TRAILING_KEY] == b"\xab\xab\xab"

    _, unary = stub.UnaryCall.with_call(large(), metadata=metadata, timeout=SECONDS)
    check(unary)
    duplex = stub.FullDuplexCall(iter([ask(LARGE_RESPONSE, LARGE_REQUEST)]), metadata=metadata, timeout=SECONDS)
    assert len(list(duplex)) == 1
    check(duplex)


def status_code_and_message(channel, stub, message="test status message"):
    status = messages.EchoStatus(code=2, message=message)
    expect_status(
        lambda: stub.UnaryCall(messages.SimpleRequest(response_status=status), timeout=SECONDS), grpc.StatusCode.UNKNOWN, message)
    expect_status(
        lambda: list(stub.FullDuplexCall(iter([messages.StreamingOutputCallRequest(response_status=status)]), timeout=SECONDS)),
        grpc.StatusCode.UNKNOWN, message)


def special_status_message(channel, stub):
    status_code_and_message(channel, stub, "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n")


def unimplemented_method(channel, stub):
    expect_status(lambda: stub.UnimplementedCall(messages.Empty(), timeout=SECONDS), grpc.StatusCode.UNIMPLEMENTED)


def unimplemented_service(channel, stub):
    other = services.UnimplementedServiceStub(channel)
    expect_status(lambda: other.UnimplementedCall(messages.Empty(), timeout=SECONDS), grpc.StatusCode.UNIMPLEMENTED)


def cancel_after_begin(channel, stub):
    call = stub.StreamingInputCall.future(iter(queue.Queue().get, None))
    call.cancel()
    assert call.cancelled() and call.code() == grpc.StatusCode.CANCELLED


def cancel_after_first_response(channel, stub):
    requests = queue.Queue()
    call = stub.FullDuplexCall(iter(requests.get, None))
    requests.put(ask(RESPONSE_SIZES[0], REQUEST_SIZES[0]))
    assert len(next(call).payload.body) == RESPONSE_SIZES[0]
    call.cancel()
    expect_status(lambda: next(call), grpc.StatusCode.CANCELLED)
    requests.put(None)


def timeout_on_sleeping_server(channel, stub):
    requests = queue.Queue()
    requests.put(messages.StreamingOutputCallRequest(payload=zeros(27182)))
    expect_status(lambda: next(stub.FullDuplexCall(iter(requests.get, None), timeout=0.02)), grpc.StatusCode.DEADLINE_EXCEEDED)
    requests.put(None)


for name in sys.argv[2:]:
    error = None
    try:
        with grpc.insecure_channel(f"127.0.0.1:{PORT}", options=OPTIONS) as open_channel:
            globals()[name](open_channel, services.TestServiceStub(open_channel))
    except Exception:
        error = traceback.format_exc()
    print(json.dumps({"name": name, "error": error}), flush=True)
