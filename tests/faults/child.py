"""The process that saves, seen from outside."""
import os
import shutil
import subprocess


def run(child, *words, timeout=60, under=()):
    """Runs it to its end; a hang counts as one of its own."""
    try:
        done = subprocess.run([*under, child, *words], capture_output=True, text=True, errors="replace", timeout=timeout)
        return done.returncode, done.stdout.strip(), done.stderr.strip()
    except subprocess.TimeoutExpired:
        return "hangs", "", ""


class Plan:
    """A plan in a folder of its own, with a copy of what was made to hold it against."""

    def __init__(self, child, folder, bytes, name="plan.moments"):
        self.child, self.folder = child, folder
        self.base = folder + ".base"
        self.path = os.path.join(folder, name)
        os.makedirs(folder, exist_ok=True)
        if not os.path.exists(self.base):
            code, _, said = run(child, "make", self.base, str(bytes), timeout=600)
            assert code == 0, said
        shutil.copyfile(self.base, self.path)

    def number(self, pending=None):
        """Which change it holds, or why it holds none."""
        code, out, said = run(self.child, "check", self.path, self.base, *([pending] if pending else []))
        return (int(out), "") if code == 0 else (None, said or f"ends with {code}")

    def beside(self):
        return [name for name in os.listdir(self.folder) if name != os.path.basename(self.path)]


def whole_lines(bytes):
    """The numbers it said, without one that was cut off."""
    return [int(word) for word in bytes[: bytes.rfind(b"\n") + 1].split()]
