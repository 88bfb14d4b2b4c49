"""Opens the real window on the demo plan and takes a picture of every view: light and dark, wide, narrow, and at twice the scale.

    python3 tests/window/pictures.py target/release/momentboard FOLDER

Needs Xvfb, xdotool and ImageMagick. Leaves the pictures in FOLDER, and a sheet of each size and theme with all of its views. Ends with
1 when the window does not come, or when two views look the same: then a key did not lead where it should.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

DEMO = pathlib.Path(__file__).resolve().parents[2] / "assets/demo/long-way-round.moments"

# Name, pixels of the screen, scale: the last one is as many points as the first.
SIZES = [("1440", (1440, 900), 1), ("760", (760, 900), 1), ("2x", (2880, 1800), 2), ("760-2x", (1520, 1800), 2)]
THEMES = ["light", "dark"]

# How each view is come to, from the board; Escape leads back from the last ones.
VIEWS = [
    ("board", ["key alt+1"]),
    ("selected", ["key alt+1", "key F8"]),
    ("calendar", ["key Escape", "key alt+2"]),
    ("table", ["key alt+3"]),
    ("present", ["key alt+1", "key F5", "key Right"]),
    ("compare", ["key Escape", "key ctrl+k", "type compare lanes", "key Return"]),
    ("palette", ["key Escape", "key ctrl+k", "type tobi"]),
    ("preview", ["key Escape", "key F8", "key shift+F8", "key ctrl+period"]),
]


class Window:
    """The program in a window that nobody sees, with folders of its own."""

    def __init__(self, program, display, pixels, scale, theme):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="momentboard-window-"))
        config = self.home / "config/momentboard"
        config.mkdir(parents=True)
        (config / "preferences.ron").write_text(f"(theme: {theme})\n")
        plan = self.home / "The long way round.moments"
        shutil.copy(DEMO, plan)
        self.env = dict(os.environ, DISPLAY=f":{display}", WINIT_X11_SCALE_FACTOR=str(scale), HOME=str(self.home), LC_ALL="C.UTF-8")
        self.env.pop("WAYLAND_DISPLAY", None)
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            self.env[f"XDG_{name}_HOME"] = str(self.home / name.lower())
        self.pixels = pixels
        wide, high = pixels
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.screen = subprocess.Popen(["Xvfb", f":{display}", "-screen", "0", f"{wide}x{high}x24", "-nolisten", "tcp"], **quiet)
        time.sleep(1)
        self.program = subprocess.Popen([program, str(plan)], env=self.env, **quiet)

    def xdotool(self, *words):
        return subprocess.run(["xdotool", *words], env=self.env, capture_output=True, text=True, check=False).stdout.strip()

    def wait(self):
        """Whether the window is there, as large as the screen, with the keyboard."""
        for _ in range(300):
            found = self.xdotool("search", "--onlyvisible", "--name", "Momentboard").split()
            if found:
                wide, high = self.pixels
                self.xdotool("windowsize", found[-1], str(wide), str(high), "windowmove", found[-1], "0", "0")
                self.xdotool("windowfocus", found[-1], "mousemove", str(wide - 4), str(high - 4))
                time.sleep(2)
                return True
            time.sleep(0.05)
        return False

    def do(self, step):
        verb, words = step.split(" ", 1)
        self.xdotool(*(["type", "--delay", "30", "--", words] if verb == "type" else [verb, words]))
        time.sleep(1.2)

    def picture(self, path):
        subprocess.run(["import", "-window", "root", str(path)], env=self.env, check=True)

    def close(self):
        for process in (self.program, self.screen):
            process.kill()
            process.wait()
        shutil.rmtree(self.home, ignore_errors=True)


def main():
    program, folder = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    wrong, display = 0, 90 + os.getpid() % 400
    for size, pixels, scale in SIZES:
        for theme in THEMES:
            display += 1
            window, taken = Window(program, display, pixels, scale, theme), {}
            try:
                if not window.wait():
                    print(f"{size} {theme}: no window")
                    wrong += 1
                    continue
                for view, steps in VIEWS:
                    for step in steps:
                        window.do(step)
                    path = folder / f"{view}-{size}-{theme}.png"
                    window.picture(path)
                    same = [other for other, bytes in taken.items() if bytes == path.read_bytes()]
                    if same:
                        print(f"{size} {theme}: {view} looks like {same[0]}")
                        wrong += 1
                    taken[view] = path.read_bytes()
            finally:
                window.close()
            sheet = [str(folder / f"{view}-{size}-{theme}.png") for view in taken]
            subprocess.run(["montage", *sheet, "-tile", "2x", "-geometry", "1000x+12+12", str(folder / f"all-{size}-{theme}.png")], check=True)
            print(f"{size} {theme}: {len(taken)} views")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
