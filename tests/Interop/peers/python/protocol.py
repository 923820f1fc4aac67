"""What client and server share: the service, and the sizes of the test cases."""
import os
import sys
import tempfile

from grpc_tools import protoc

PROTOS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "protos")

with tempfile.TemporaryDirectory() as made:
    protoc.main(["protoc", f"-I{PROTOS}", f"--python_out={made}", f"--grpc_python_out={made}", "test.proto"])
    sys.path.insert(0, made)
    import test_pb2 as messages
    import test_pb2_grpc as services

LARGE_REQUEST = 271828
LARGE_RESPONSE = 314159
REQUEST_SIZES = [27182, 8, 1828, 45904]
RESPONSE_SIZES = [31415, 9, 2653, 58979]
INITIAL_KEY = "x-grpc-test-echo-initial"
TRAILING_KEY = "x-grpc-test-echo-trailing-bin"
OPTIONS = [("grpc.max_receive_message_length", -1), ("grpc.max_send_message_length", -1)]


def zeros(size):
    return messages.Payload(body=bytes(size))
