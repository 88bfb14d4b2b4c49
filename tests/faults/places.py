"""Folders that let nothing in, vanish, or hold something else all of a sudden."""
import os
import random
import shutil
import subprocess
import time

from child import Plan, run, whole_lines

NOBODY = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]


def rows(child, folder, quick, row):
    times = 40 if quick else 200
    os.chmod(folder, 0o755)
    yield read_only(child, folder, row("places", "a folder that takes no second file: written in place, or a message"))
    yield mount(child, folder, times, row("places", "kill -9 while a plan is written in place: whole at the next start"))
    yield vanishing(child, folder, times, row("places", "a folder that vanishes while it is saved into: a message, and what was there"))
    yield replaced(child, folder, times, row("places", "another program that replaces the file while it is saved: none of its words are lost"))


def read_only(child, folder, row):
    begun = time.monotonic()
    if os.getuid() != 0:
        row.notes.append("not run: only root can become somebody else")
        return row
    # Nobody has to reach the program.
    child = shutil.copy(child, os.path.join(folder, "child"))
    state = os.path.join(folder, "nobody")
    os.makedirs(state)
    os.chown(state, 65534, 65534)
    for mode, owner, pending, expected in [
        (0o555, 65534, True, 0), (0o555, 65534, False, 2), (0o1777, 0, True, 0), (0o755, 0, True, 0), (0o755, 0, False, 2),
    ]:
        plan = Plan(child, os.path.join(folder, f"ro-{row.runs}"), 12_000)
        os.chmod(plan.base, 0o644)
        os.chown(plan.path, 65534 if mode != 0o1777 else 0, 65534)
        os.chmod(plan.path, 0o666)
        os.chown(plan.folder, owner, owner)
        os.chmod(plan.folder, mode)
        words = [os.path.join(state, "pending")] if pending else []
        code, _, said = run(child, "open-edit-save", plan.path, *words, under=NOBODY)
        there, why = plan.number()
        row.runs += 1
        if code != expected or there != (expected == 0) or (code and not said) or plan.beside():
            row.fail(f"folder {mode:o} of {owner}, state {pending}: ends with {code}, {said!r}, holds {there} {why}, {plan.beside()}")
    # The file itself cannot be written either.
    plan = Plan(child, os.path.join(folder, "ro-file"), 12_000)
    os.chmod(plan.folder, 0o555)
    os.chmod(plan.path, 0o644)
    code, _, said = run(child, "open-edit-save", plan.path, os.path.join(state, "pending"), under=NOBODY)
    row.runs += 1
    if code != 2 or "permission" not in said or plan.number()[0] != 0:
        row.fail(f"a file of somebody else: ends with {code}, {said!r}")
    row.seconds = time.monotonic() - begun
    return row


def mount(child, folder, times, row):
    begun = time.monotonic()
    plan = Plan(child, os.path.join(folder, "mounted"), 1_000_000)
    pending = os.path.join(folder, "mounted-pending")
    if subprocess.run(["mount", "--bind", plan.path, plan.path], capture_output=True).returncode:
        row.notes.append("not run: only root can make a file a mount of its own")
        return row
    half = 0
    try:
        for _ in range(times):
            process = subprocess.Popen([child, "save-loop", plan.path, pending], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            first = process.stdout.readline()
            time.sleep(random.uniform(0, 0.3))
            process.kill()
            rest, said = process.communicate()
            told = whole_lines(first + rest)
            row.runs += 1
            half += plan.number()[0] is None
            there, why = plan.number(pending)
            if there is None:
                row.fail(f"lost: {why}")
                break
            if not told or there < told[-1]:
                row.fail(f"said {told[-1:]}, found {there}: {said.decode(errors='replace').strip()}")
            if os.path.isdir(pending) and os.listdir(pending):
                row.fail(f"{os.listdir(pending)} stay")
    finally:
        subprocess.run(["umount", plan.path], capture_output=True)
    row.notes.append(f"{half} kills left it half-written until then")
    row.seconds = time.monotonic() - begun
    return row


def vanishing(child, folder, times, row):
    begun = time.monotonic()
    plan = Plan(child, os.path.join(folder, "share"), 12_000)
    away = plan.folder + ".away"
    for _ in range(times):
        process = subprocess.Popen([child, "save-loop", plan.path], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        first = process.stdout.readline()
        time.sleep(random.uniform(0, 0.05))
        os.rename(plan.folder, away)
        try:
            rest, said = process.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            rest, said = process.communicate()
            row.fail("goes on saving into nothing")
        row.runs += 1
        os.rename(away, plan.folder)
        told = whole_lines(first + rest)
        there, why = plan.number()
        if there is None or not told or not told[-1] <= there <= told[-1] + 1:
            row.fail(f"said {told[-1:]}, found {there} {why}")
        elif process.returncode != 2 or not said.strip():
            row.fail(f"ends with {process.returncode} and says nothing")
    row.seconds = time.monotonic() - begun
    return row


def replaced(child, folder, times, row):
    """Whoever replaces the file wins; the loop has to notice, and to leave those words alone."""
    begun = time.monotonic()
    plan = Plan(child, os.path.join(folder, "replaced"), 12_000)
    theirs = plan.folder + ".theirs"
    missed = 0
    for turn in range(times):
        shutil.copyfile(plan.base, plan.path)
        process = subprocess.Popen([child, "save-loop", plan.path], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.readline()
        with open(theirs, "w") as file:
            file.write(f"their words {turn}")
        time.sleep(random.uniform(0, 0.05))
        os.replace(theirs, plan.path)
        try:
            _, said = process.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            missed += 1
            continue
        row.runs += 1
        with open(plan.path) as file:
            there = file.read()
        if there != f"their words {turn}" or b"changed by another program" not in said:
            row.fail(f"found {there[:30]!r}, said {said.decode(errors='replace').strip()!r}")
    # Between the last look and the rename is an instant in which nothing can be seen; with a version kept first nothing is lost even then.
    row.notes.append(f"{missed} of {times} fell between the last look and the rename")
    if missed > max(2, times // 50):
        row.fail("that is more often than an instant")
    row.seconds = time.monotonic() - begun
    return row
