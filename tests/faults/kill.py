"""kill -9 at random moments while a process saves in a loop."""
import os
import random
import subprocess
import time

from child import Plan, run, whole_lines

SIZES = [("12 KB", 12_000), ("1 MB", 1_000_000), ("20 MB", 20_000_000)]


def rows(child, folder, quick, row):
    times = 100 if quick else 1000
    for name, size in SIZES:
        yield kills(child, os.path.join(folder, name.replace(" ", "")), size, times, row("kill", f"kill -9 while a {name} plan is saved: old or new, nothing piles up"))
    yield journal(child, os.path.join(folder, "journal"), times, row("kill", "kill -9 while the recovery journal is written: what it said it had comes back"))
    yield naive(child, os.path.join(folder, "naive"), times, row("kill", "the same finds the losses of a saver that writes over the file"))


def pause(child, plan):
    """How long a save takes, so that kills fall all over it."""
    process = subprocess.Popen([child, "save-loop", plan.path], stdout=subprocess.PIPE, bufsize=0)
    first = process.stdout.readline()
    begun = time.monotonic()
    for _ in range(3):
        process.stdout.readline()
    took = (time.monotonic() - begun) / 3
    process.kill()
    process.wait()
    process.stdout.close()
    return took if first else 0.05


def kills(child, folder, size, times, row):
    begun = time.monotonic()
    plan = Plan(child, folder, size)
    took = pause(child, plan)
    known, error = plan.number()
    most = saves = cut = 0
    for _ in range(times):
        process = subprocess.Popen([child, "save-loop", plan.path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0)
        # From the first save on: what comes before it only reads.
        first = process.stdout.readline()
        before = len(plan.beside())
        time.sleep(random.uniform(0, 2 * took))
        process.kill()
        rest, said = process.communicate()
        row.runs += 1
        told = whole_lines(first + rest)
        saves += len(told)
        there, error = plan.number()
        most = max(most, len(plan.beside()))
        cut += len(plan.beside()) > before
        if there is None:
            row.fail(f"lost: {error}")
            plan = Plan(child, folder, size)
            known = 0
            continue
        if not told:
            row.fail(f"could not save: {said.decode(errors='replace').strip()}")
        elif there < told[-1]:
            row.fail(f"said {told[-1]} was saved, found {there}")
        elif there > told[-1] + 1 or there < known:
            row.fail(f"found {there} after {told[-1]}")
        known = there
    time.sleep(11)
    code, _, said = run(child, "open-edit-save", plan.path)
    if code != 0:
        row.fail(f"cannot be saved any more: {said}")
    if plan.beside():
        row.fail(f"{len(plan.beside())} files stay beside it")
    row.seconds = time.monotonic() - begun
    row.notes.append(f"{saves} saves; {cut} kills left a file beside the plan, at most {most} at a time; {len(plan.beside())} after the next save")
    return row


def journal(child, folder, times, row):
    begun = time.monotonic()
    plan = Plan(child, folder, 12_000)
    state = folder + ".state"
    said_in_all = 0
    for _ in range(times):
        process = subprocess.Popen([child, "journal-loop", state, plan.path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0)
        time.sleep(random.uniform(0, 0.06))
        process.kill()
        rest, said = process.communicate()
        told = whole_lines(rest)
        said_in_all += len(told)
        row.runs += 1
        code, out, wrong = run(child, "journal-check", state)
        if code != 0:
            row.fail(f"does not come back: {wrong}")
        elif told and int(out) < told[-1]:
            row.fail(f"said it had {told[-1]}, {out} came back: {said.decode(errors='replace').strip()}")
    left = [os.path.join(at, name) for at, _, names in os.walk(state) for name in names]
    if len(left) > 40:
        row.fail(f"{len(left)} files stay")
    row.notes.append(f"{said_in_all} edits were said to be sure; {len(left)} files stay in the state folder")
    row.seconds = time.monotonic() - begun
    return row


OVER = """
import sys
path, count = sys.argv[1], 0
while True:
    count += 1
    with open(path, "wb") as file:
        for part in range(64):
            file.write((b"%08d\\n" % count) * 512)
"""


def is_whole(path):
    """Whether the file is one of those that the saver meant to write."""
    if not os.path.exists(path):
        return False
    with open(path, "rb") as file:
        there = file.read()
    return len(there) == 9 * 512 * 64 and len(set(there.split())) == 1


def naive(_, folder, times, row):
    """Without it nobody would know whether the kills hit anything."""
    begun = time.monotonic()
    os.makedirs(folder, exist_ok=True)
    path, lost, hits = os.path.join(folder, "plan"), 0, times // 10
    for _ in range(hits):
        process = subprocess.Popen(["python3", "-S", "-c", OVER, path])
        while not os.path.exists(path):
            time.sleep(0.001)
        time.sleep(random.uniform(0.001, 0.02))
        process.kill()
        process.wait()
        lost += not is_whole(path)
        os.remove(path)
    row.runs = hits
    if not lost:
        row.fail("it lost nothing, so the kills prove nothing")
    row.notes.append(f"it lost the file {lost} times")
    row.seconds = time.monotonic() - begun
    return row
