"""Every process the lab starts is known here, so that each can be ended by its own pid and none is forgotten."""

import pathlib
import subprocess
import sys

LAB = pathlib.Path(__file__).resolve().parents[1]
_running = []


def start(command, ready=None, **options):
    """Starts `command`. With `ready`, returns only once a line with that word came out, so that nobody acts too early."""
    options.setdefault("stdin", subprocess.DEVNULL)
    options.setdefault("stdout", subprocess.PIPE if ready else subprocess.DEVNULL)
    options.setdefault("stderr", subprocess.STDOUT if ready else subprocess.DEVNULL)
    process = subprocess.Popen(command, text=True, errors="replace", **options)
    _running.append(process)
    if ready:
        wait_for(process, process.stdout, ready)
    return process


def start_block(name, *arguments):
    """Starts blocks/NAME.py as a daemon of its own, which says "ready" once it works."""
    return start([sys.executable, "-m", f"blocks.{name}", *map(str, arguments)], ready="ready", cwd=LAB)


def wait_for(process, stream, word):
    said = ""
    for line in stream:
        said += line
        if word in line:
            return
    raise RuntimeError(f"{process.args} ended with {process.wait()} before it said {word!r}: {said}")


def forget(process):
    """For a process that has ended by itself."""
    _running.remove(process)


def stop(process):
    """Ends one process, politely first, and waits until it is gone."""
    _running.remove(process)
    process.terminate()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def stop_all():
    """The last started goes first: what watches ends before what is watched."""
    while _running:
        stop(_running[-1])
