"""An error, or a kill, at every system call of opening, changing and saving a plan."""
import os
import re
import shutil
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

from child import Plan, run

CALLS = """openat read write pread64 pwrite64 lseek fsync fdatasync rename renameat renameat2 unlink unlinkat fchmod fchown close
ftruncate flock statx fstat newfstatat readlink getdents64 mkdir mmap brk getrandom""".split()
# Without memory a program does not start, and without writing it cannot say so.
MUTE = ["mmap", "brk", "write"]
ERRORS = ["EIO", "ENOSPC", "EACCES", "EDQUOT", "EROFS"]


def rows(child, folder, quick, row):
    if not shutil.which("strace"):
        nothing = row("calls", "a fault at every system call")
        nothing.notes.append("not run: strace is not here")
        yield nothing
        return
    step = 7 if quick else 1
    yield sweep(child, folder, "once", ERRORS + ["EINTR"], "", step, row("calls", "an error at every system call, once: old or new, and a message"))
    yield sweep(child, folder, "lasting", ERRORS, "+", step, row("calls", "an error from a system call on, for ever: old or new, and a message"))
    yield sweep(child, folder, "kill", ["KILL"], "", 1, row("calls", "kill -9 at every system call: old or new"))


def counted(child, plan):
    trace = plan.folder + ".trace"
    subprocess.run(["strace", "-o", trace, child, "open-edit-save", plan.path], check=True, capture_output=True)
    count = {}
    for line in open(trace, errors="replace"):
        if call := re.match(r"(\w+)\(", line):
            count[call[1]] = count.get(call[1], 0) + 1
    return count


def sweep(child, folder, name, errors, lasts, step, row):
    begun = time.monotonic()
    first = Plan(child, os.path.join(folder, name), 12_000)
    count = counted(child, first)
    cases = [(call, at, error) for call in CALLS for at in range(1, count.get(call, 0) + 1) for error in errors][::step]
    said_no = said_yes = 0

    def one(job):
        number, (call, at, error) = job
        where = os.path.join(folder, f"{name}-{number % 4}-{number}")
        os.makedirs(where)
        plan = Plan.__new__(Plan)
        plan.child, plan.folder, plan.base, plan.path = child, where, first.base, os.path.join(where, "plan.moments")
        shutil.copyfile(first.base, plan.path)
        fault = f"inject={call}:signal=SIGKILL:when={at}" if error == "KILL" else f"inject={call}:error={error}:when={at}{lasts}"
        code, _, said = run(child, "open-edit-save", plan.path, under=["strace", "-o", "/dev/null", "-e", fault], timeout=20)
        there, why = plan.number()
        beside = plan.beside()
        shutil.rmtree(where)
        return (call, at, error), code, said, there, why, beside

    with ThreadPoolExecutor(2) as crew:
        for case, code, said, there, why, beside in crew.map(one, enumerate(cases)):
            row.runs += 1
            said_yes, said_no = said_yes + (code == 0), said_no + (code != 0)
            if there not in (0, 1):
                row.fail(f"{case}: lost: {why}")
            elif code == 0 and there != 1:
                row.fail(f"{case}: said it was saved, and it is not")
            elif code == "hangs":
                row.fail(f"{case}: hangs")
            elif code != 0 and case[2] != "KILL" and not said and case[0] not in MUTE:
                row.fail(f"{case}: ends with {code} and says nothing")
            elif beside and case[2] != "KILL" and case[0] not in ("unlink", "unlinkat") and not lasts:
                row.fail(f"{case}: leaves {beside}")
    row.notes.append(f"{said_yes} ended well, {said_no} did not")
    row.seconds = time.monotonic() - begun
    return row
