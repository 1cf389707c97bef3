"""Takes the network away from this process, for good: whatever gets through to it, it cannot open a connection.

Two ways, both of Linux: a filter of system calls (seccomp) refuses to make sockets; a network namespace of its own has
no network in it. Where neither is allowed, nothing stands but the check of queries
(:mod:`legalkg.kg.store.query_check`), and the server says so in its log and at ``/ready``.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import socket
import struct
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Final, Literal

Wall = Literal["seccomp", "namespace"]

_NEW_USER, _NEW_NETWORK = 0x1000_0000, 0x4000_0000
_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE = 0x7FFF_0000, 0x0005_0000 | errno.EACCES
_OFFSET_OF_NUMBER, _OFFSET_OF_MACHINE = 0, 4
_X32: Final = 0x4000_0000
"""System calls from here on are the same ones by another number."""


@dataclass(frozen=True, slots=True)
class _Machine:
    """The system calls that lead to a connection, by their numbers on a kind of machine (unistd.h, audit.h)."""

    code: int
    refused: tuple[int, ...]


# In this order: socket, connect, sendmsg, socketpair, ptrace, process_vm_readv, process_vm_writev, sendmmsg; then
# io_uring_setup, _enter and _register, which make sockets without calling for them; pidfd_getfd, which takes those of
# another process. (sendto is left: it wakes the event loop, by the pair of sockets that this has.)
_MACHINES = {
    "x86_64": _Machine(0xC000_003E, refused=(41, 42, 46, 53, 101, 310, 311, 307, 425, 426, 427, 438)),
    "aarch64": _Machine(0xC000_00B7, refused=(198, 203, 211, 199, 117, 270, 271, 269, 425, 426, 427, 438)),
}


def close_network() -> Wall | None:
    """Take the network away from this process and all that it starts.

    To be called before it has threads, and after it has an event loop: that needs a pair of sockets of its own.

    Returns:
        What stands before the network now, tried out; None if nothing does.
    """
    ways: tuple[tuple[Wall, Callable[[], bool]], ...] = (("seccomp", filter_calls), ("namespace", leave_network))
    for wall, build in ways:
        with suppress(OSError, AttributeError):  # another system, or an old one
            if build() and not _reaches_itself():
                return wall
    return None


def filter_calls() -> bool:
    """Have the kernel refuse the calls that reach a network; whether it does."""
    machine = _MACHINES.get(platform.machine())
    if sys.platform != "linux" or machine is None or sys.maxsize < 2**32:
        return False
    program = _program(machine)
    code = ctypes.create_string_buffer(program)

    class Filter(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("code", ctypes.c_void_p))

    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return False
    given = Filter(len(program) // 8, ctypes.cast(code, ctypes.c_void_p))
    return bool(libc.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(given), 0, 0) == 0)


def _program(machine: _Machine) -> bytes:
    """Write the filter: calls of another kind of machine and the refused ones fail, all others go on (seccomp(2))."""

    def step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
        return struct.pack("=HBBI", code, if_true, if_false, value)

    checks = [step(_AT_LEAST, _X32), *(step(_EQUAL, number) for number in machine.refused)]
    count = len(checks)
    # Each check that holds jumps over the rest of them, and over the step that allows.
    jumps = [check[:2] + bytes([count - place, 0]) + check[4:] for place, check in enumerate(checks)]
    return b"".join(
        [
            step(_LOAD, _OFFSET_OF_MACHINE),
            step(_EQUAL, machine.code, 1, 0),
            step(_RETURN, _REFUSE),
            step(_LOAD, _OFFSET_OF_NUMBER),
            *jumps,
            step(_RETURN, _ALLOW),
            step(_RETURN, _REFUSE),
        ]
    )


def leave_network() -> bool:
    """Go into a network of one's own that leads nowhere; whether that was allowed."""
    libc = ctypes.CDLL(None, use_errno=True)
    kinds = (_NEW_NETWORK, _NEW_USER | _NEW_NETWORK) if os.geteuid() == 0 else (_NEW_USER | _NEW_NETWORK,)
    return any(libc.unshare(kind) == 0 for kind in kinds)


def _reaches_itself() -> bool:
    """Return whether a connection can still be made: to a listener on this very machine."""
    try:
        with socket.create_server(("127.0.0.1", 0)) as listener, socket.create_connection(listener.getsockname(), 1):
            return True
    except OSError:
        return False
