"""The power goes: a disk in a file, whose file system is shut down in the middle of what it does."""
import os
import random
import shutil
import subprocess
import time

from child import Plan, whole_lines
from kill import OVER, is_whole

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


class Disk:
    """A file system of its own that can be cut off."""

    def __init__(self, where):
        self.path, self.image, self.tool = where + ".disk", where + ".image", where + ".cut"
        os.makedirs(self.path)
        built = sh("cc", "-x", "c", "-", "-o", self.tool, input=SHUT_DOWN)
        with open(self.image, "wb") as file:
            file.truncate(96 << 20)
        self.works = not built.returncode and not sh("mkfs.ext4", "-q", "-F", self.image).returncode and self.mount()

    def mount(self):
        return not sh("mount", "-o", "loop", self.image, self.path).returncode

    def unmount(self):
        while sh("umount", self.path).returncode:
            time.sleep(0.01)

    def cut(self):
        return not sh(self.tool, self.path).returncode


def rows(child, folder, quick, row):
    times = 20 if quick else 100
    yield cuts(child, folder, times, row("power", "power cuts while a plan is saved: nothing lost, what was said to be saved is saved"), False)
    yield cuts(child, folder, times, row("power", "the same while it is written in place: whole at the next start"), True)
    yield naive(folder, 20, row("power", "the same finds the losses of a saver that writes over the file"))


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


def end(process):
    time.sleep(0.002)
    process.kill()
    process.wait()
    process.stdout.close()
    process.stderr.close()


def cuts(child, folder, times, row, in_place):
    begun = time.monotonic()
    disk = Disk(os.path.join(folder, "place" if in_place else "beside"))
    if not disk.works:
        row.notes.append("not run: it takes root, a C compiler, mkfs.ext4 and a loop device")
        return row
    plan = Plan(child, os.path.join(disk.path, "plans"), 200_000)
    pending = [os.path.join(disk.path, "pending")] if in_place else []
    # A file that is a mount of its own cannot be replaced by another.
    real = os.path.join(disk.path, "real.moments")
    shutil.copyfile(plan.path, real)
    shown = (lambda: sh("mount", "--bind", real, plan.path)) if in_place else (lambda: None)
    hidden = (lambda: sh("umount", plan.path)) if in_place else (lambda: None)
    sh("sync")
    half = 0
    for _ in range(times):
        shown()
        process = subprocess.Popen([child, "save-loop", plan.path, *pending], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(random.uniform(0.05, 0.6))
        told = said_so_far(process)
        shut = disk.cut()
        end(process)
        hidden()
        disk.unmount()
        if not disk.mount() or not shut:
            row.fail("the disk could not be cut off")
            break
        row.runs += 1
        shown()
        half += in_place and plan.number()[0] is None
        there, why = plan.number(*pending)
        hidden()
        if there is None:
            row.fail(f"lost: {why}")
            break
        if told and there < told[-1]:
            row.fail(f"said {told[-1]}, found {there}")
    disk.unmount()
    if in_place:
        row.notes.append(f"{half} cuts left it half-written until then")
    row.seconds = time.monotonic() - begun
    return row


def naive(folder, times, row):
    """Without it nobody would know whether the cuts hit anything."""
    begun = time.monotonic()
    disk = Disk(os.path.join(folder, "naive"))
    if not disk.works:
        row.notes.append("not run: it takes root, a C compiler, mkfs.ext4 and a loop device")
        return row
    lost, path = 0, os.path.join(disk.path, "plan")
    for _ in range(times):
        process = subprocess.Popen(["python3", "-S", "-c", OVER, path], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(random.uniform(0.1, 0.4))
        disk.cut()
        end(process)
        disk.unmount()
        disk.mount()
        row.runs += 1
        lost += not is_whole(path)
    disk.unmount()
    if not lost:
        row.fail("it lost nothing, so the cuts prove nothing")
    row.notes.append(f"it lost the file {lost} times")
    row.seconds = time.monotonic() - begun
    return row
