"""The power goes: a disk in a file, whose file system is shut down in the middle of what it does."""
import os
import random
import shutil
import subprocess
import time

from child import Plan, run, whole_lines

SHUT_DOWN = """
#include <fcntl.h>
#include <stdint.h>
#include <sys/ioctl.h>
int main(int count, char **words) {
    uint32_t without_flushing = 2;
    return ioctl(open(words[1], O_RDONLY), _IOR('X', 125, uint32_t), &without_flushing) != 0;
}
"""


def sh(*words, **more):
    return subprocess.run(words, capture_output=True, text=True, **more)


def rows(child, folder, quick, row):
    times = 20 if quick else 100
    promise = row("power", "power cuts while a plan is saved: nothing lost, what was said to be saved is saved")
    yield cuts(child, folder, times, promise, False)
    yield cuts(child, folder, times, row("power", "the same while it is written in place: whole at the next start"), True)


def said_so_far(process):
    """What it had said before the power went: afterwards a flush may come back as if it had been one."""
    os.set_blocking(process.stdout.fileno(), False)
    said = b""
    while True:
        try:
            more = os.read(process.stdout.fileno(), 65536)
        except BlockingIOError:
            break
        if not more:
            break
        said += more
    return whole_lines(said)


def cuts(child, folder, times, row, in_place):
    begun = time.monotonic()
    where = os.path.join(folder, "place" if in_place else "beside")
    disk, image, tool = where + ".disk", where + ".image", where + ".cut"
    os.makedirs(disk)
    built = sh("cc", "-x", "c", "-", "-o", tool, input=SHUT_DOWN)
    with open(image, "wb") as file:
        file.truncate(96 << 20)
    if built.returncode or sh("mkfs.ext4", "-q", "-F", image).returncode or sh("mount", "-o", "loop", image, disk).returncode:
        row.notes.append("not run: it takes root, a C compiler, mkfs.ext4 and a loop device")
        return row
    plan = Plan(child, os.path.join(disk, "plans"), 200_000)
    pending = [os.path.join(disk, "pending")] if in_place else []
    real = os.path.join(disk, "real.moments")
    if in_place:
        shutil.copyfile(plan.path, real)
    sh("sync")
    half = 0
    for _ in range(times):
        if in_place:
            sh("mount", "--bind", real, plan.path)
        process = subprocess.Popen([child, "save-loop", plan.path, *pending], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(random.uniform(0.05, 0.6))
        told = said_so_far(process)
        shut = sh(tool, disk)
        time.sleep(0.002)
        process.kill()
        process.wait()
        process.stdout.close()
        process.stderr.close()
        if in_place:
            sh("umount", plan.path)
        while sh("umount", disk).returncode:
            time.sleep(0.01)
        if shut.returncode or sh("mount", "-o", "loop", image, disk).returncode:
            row.fail("the disk could not be cut off")
            break
        row.runs += 1
        if in_place:
            plan.path = real
            half += plan.number()[0] is None
        # A start on the real path: the note says where the file was reached.
        if in_place:
            plan.path = os.path.join(plan.folder, "plan.moments")
            sh("mount", "--bind", real, plan.path)
        there, why = plan.number(*pending)
        if in_place:
            sh("umount", plan.path)
        if there is None:
            row.fail(f"lost: {why}")
            break
        if told and there < told[-1]:
            row.fail(f"said {told[-1]}, found {there}")
    sh("umount", disk)
    os.remove(image)
    if in_place:
        row.notes.append(f"{half} cuts left it half-written until then")
    row.seconds = time.monotonic() - begun
    return row
