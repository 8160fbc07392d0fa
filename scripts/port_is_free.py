"""Stop with one clear line when the port named on the command line cannot be served on."""

import errno
import socket
import sys


def problem(port):
    if not (port.isdecimal() and 0 < int(port) < 65536):
        return f"PORT must be a number from 1 to 65535, not {port!r}."
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", int(port)))
        except OSError as error:
            return reason(port, error)
    return None


def reason(port, error):
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} is already in use. Choose another: make run PORT={int(port) % 65535 + 1}"
        )
    return f"Port {port} cannot be used ({error.strerror}). Choose another with PORT="


sys.exit(problem(sys.argv[1]))
