"""Lines over one TCP connection, each answered before the next is asked: `serve PORT`, or `ask HOST PORT COUNT`."""

import socket
import sys


def serve(port):
    with socket.create_server(("", int(port))) as server:
        print("serving", flush=True)
        while True:
            connection, _ = server.accept()
            with connection, connection.makefile("rwb", buffering=0) as lines:
                for line in lines:
                    lines.write(b"heard: " + line)


def ask(host, port, count):
    with socket.create_connection((host, int(port))) as connection, connection.makefile("rwb", buffering=0) as lines:
        for number in range(1, int(count) + 1):
            lines.write(b"line %02d of a long talk between two pods\n" % number)
            lines.readline()
    print(f"{count} lines were answered")


if __name__ == "__main__":
    {"serve": serve, "ask": ask}[sys.argv[1]](*sys.argv[2:])
