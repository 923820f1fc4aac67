#!/bin/sh
# Installs the foreign gRPC implementations that the interoperability tests call and are called by, and buf, which checks the protos.
# What cannot be installed is said and left out; the tests then say "skipped" with the reason.
here=$(cd "$(dirname "$0")" && pwd)

if command -v npm >/dev/null 2>&1; then
  if [ ! -d "$here/peers/node/node_modules/@grpc/grpc-js" ] || [ ! -d "$here/peers/node/node_modules/@bufbuild/buf" ]; then
    (cd "$here/peers/node" && npm install --no-audit --no-fund --no-package-lock --loglevel=error) ||
      echo "interop: @grpc/grpc-js could not be installed from npm" >&2
  fi
else
  echo "interop: there is no npm, so no @grpc/grpc-js" >&2
fi

python=${FILINGWIRE_PYTHON:-/usr/bin/python3}
if ! "$python" -c 'import grpc, grpc_tools' >/dev/null 2>&1; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-grpcio python3-grpc-tools; } >/dev/null 2>&1 ||
      echo "interop: python3-grpcio could not be installed from Debian" >&2
  else
    echo "interop: $python has no grpcio, and it takes root on Debian to install it" >&2
  fi
fi
