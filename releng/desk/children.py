# Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0
"""Child processes that never outlive the desk that started them."""
import ctypes
import os
import shutil
import signal
import subprocess
import time

PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None)


class Failure(Exception):
    """Something a person can act on; its text is shown as it is."""


def until(check, seconds, what, pause=0.05):
    """The first true answer of check(), or a Failure that says what did not happen in time."""
    end = time.monotonic() + seconds
    while True:
        got = check()
        if got:
            return got
        if time.monotonic() >= end:
            raise Failure(f"{what() if callable(what) else what} (waited {seconds:g} s)")
        time.sleep(pause)


def need(program, package):
    """The path of a program, or a Failure with the command that installs it."""
    path = shutil.which(program) or (program if os.path.isfile(program) else None)
    if not path:
        raise Failure(f"{program} is missing: apt-get install --no-install-recommends {package}")
    return path


def _begin():
    _LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    # A kernel that shares its time by session gives a new one an even share, however urgent its parent was.
    urgency = os.getpriority(os.PRIO_PROCESS, 0)
    if urgency < 0:
        try:
            with open("/proc/self/autogroup", "w", encoding="ascii") as group:
                group.write(str(urgency))
        except OSError:
            pass  # a kernel that does not


class Children:
    """Starts processes in sessions of their own and ends them all, newest first."""

    def __init__(self, folder):
        self.folder = folder
        self._all = []

    def start(self, args, env, log=None, shared_console=False, **streams):
        """Start a program; its output goes to a log in the folder, or with shared_console to where ours goes."""
        name = log or os.path.basename(args[0]) + ".log"
        with open(os.path.join(self.folder, name), "ab") as out:
            streams.setdefault("stdin", subprocess.DEVNULL)
            streams.setdefault("stdout", None if shared_console else out)
            child = subprocess.Popen(args, env=env, stderr=None if shared_console else out, start_new_session=True,
                                     preexec_fn=_begin, **streams)
        self._all.append(child)
        return child

    def end(self, child, seconds=5):
        """Ask the child's whole session to end, and insist after some seconds."""
        for sign, patience in ((signal.SIGTERM, seconds), (signal.SIGKILL, 5)):
            self._signal(child, sign)
            try:
                child.wait(patience)
                break
            except subprocess.TimeoutExpired:
                continue
        self._signal(child, signal.SIGKILL)
        for stream in (child.stdin, child.stdout):
            if stream:
                try:
                    stream.close()
                except OSError:
                    pass  # what was still to be written has no reader any more
        if child in self._all:
            self._all.remove(child)

    def end_all(self):
        for child in list(reversed(self._all)):
            self.end(child)

    @staticmethod
    def _signal(child, sign):
        try:
            os.killpg(child.pid, sign)
        except (ProcessLookupError, PermissionError):
            pass
