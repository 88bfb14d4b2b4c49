"""A disk that is really full, at every 4 KiB: a small disk in memory, filled up to so much."""
import os
import shutil
import subprocess
import time

from child import Plan, run

PLAN = 100_000


def mounted(where, kib):
    os.makedirs(where, exist_ok=True)
    return subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kib}k", "none", where], capture_output=True).returncode == 0


def unmounted(where):
    subprocess.run(["umount", where], capture_output=True)


def rows(child, folder, quick, row):
    probe = os.path.join(folder, "probe")
    if not mounted(probe, 64):
        for promise in ("a disk that is full at every 4 KiB", "the same where only writing in place is possible"):
            nothing = row("full", promise)
            nothing.notes.append("not run: only root can mount a small disk")
            yield nothing
        return
    unmounted(probe)
    step = 16 if quick else 4
    yield beside(child, folder, step, row("full", "a disk that is full at every 4 KiB: old or new, and “The disk is full.”"))
    yield in_place(child, folder, step, row("full", "the same where the plan can only be written in place, with our state on it, too"))


def judge(row, kib, code, said, there, why, left):
    row.runs += 1
    if there not in (0, 1):
        row.fail(f"{kib} KiB: lost: {why}")
    elif code == 0 and there != 1:
        row.fail(f"{kib} KiB: said it was saved, and it is not")
    elif code != 0 and "The disk is full." not in said:
        row.fail(f"{kib} KiB: says {said!r}")
    elif left:
        row.fail(f"{kib} KiB: leaves {left}")


def beside(child, folder, step, row):
    begun, said_yes = time.monotonic(), 0
    first = Plan(child, os.path.join(folder, "full-base"), PLAN)
    size = os.path.getsize(first.base) // 1024
    disk = os.path.join(folder, "full")
    for kib in range(size + 4, 2 * size + 64, step):
        mounted(disk, kib)
        plan = Plan.__new__(Plan)
        plan.child, plan.folder, plan.base, plan.path = child, disk, first.base, os.path.join(disk, "plan.moments")
        try:
            shutil.copyfile(first.base, plan.path)
        except OSError:
            unmounted(disk)
            continue
        code, _, said = run(child, "open-edit-save", plan.path)
        said_yes += code == 0
        judge(row, kib, code, said, *plan.number(), plan.beside())
        unmounted(disk)
    row.notes.append(f"{said_yes} were saved, {row.runs - said_yes} were not")
    row.seconds = time.monotonic() - begun
    return row


def in_place(child, folder, step, row):
    """A plan that is a mount of its own cannot be replaced by another file."""
    begun, said_yes = time.monotonic(), 0
    first = Plan(child, os.path.join(folder, "full-place-base"), PLAN)
    size = os.path.getsize(first.base) // 1024
    disk, shown = os.path.join(folder, "full-place"), os.path.join(folder, "shown")
    os.makedirs(shown, exist_ok=True)
    for kib in range(size + 4, 4 * size + 64, step):
        mounted(disk, kib)
        plan = Plan.__new__(Plan)
        plan.child, plan.folder, plan.base, plan.path = child, shown, first.base, os.path.join(shown, "plan.moments")
        real, pending = os.path.join(disk, "plan.moments"), os.path.join(disk, "pending")
        try:
            shutil.copyfile(first.base, real)
        except OSError:
            unmounted(disk)
            continue
        open(plan.path, "a").close()
        subprocess.run(["mount", "--bind", real, plan.path], check=True)
        code, _, said = run(child, "open-edit-save", plan.path, pending)
        said_yes += code == 0
        there, why = plan.number(pending)
        left = plan.beside() + (os.listdir(pending) if os.path.isdir(pending) else [])
        judge(row, kib, code, said, there, why, left)
        unmounted(plan.path)
        unmounted(disk)
    row.notes.append(f"{said_yes} were saved, {row.runs - said_yes} were not")
    row.seconds = time.monotonic() - begun
    return row
