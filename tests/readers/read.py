"""Shares plans for every reader in every format, opens each file with another program, and searches it for secrets.

    python3 tests/readers/read.py target/release/momentboard [FOLDER]

Prints a line for each file; ends with 1 when something is not as it should be. With FOLDER the files stay there.
"""

import http.server
import itertools
import os
import pathlib
import subprocess
import sys
import tempfile
import threading

import formats
import leaks
import plans

# German is longer: what has room in English may have none there.
LANGUAGES = {"demo": ["en", "de"], "secret": ["en"], "hostile": ["en"]}

# Nothing that is read may ask for anything: whoever does, asks here.
ASKED = []


class Canary(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        ASKED.append(self.path)
        self.send_response(404)
        self.end_headers()

    def log_message(self, *_):
        pass


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    folder = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp(prefix="momentboard-readers-"))
    folder.mkdir(parents=True, exist_ok=True)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Canary)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    wrong = []
    sources = {"demo": plans.DEMO, "secret": plans.secret(), "hostile": plans.hostile(server.server_port)}
    for name, text in sources.items():
        plan = folder / f"{name}.moments"
        plan.write_text(text, encoding="utf-8")
        lane = "Maren" if name != "hostile" else None
        for reader in ["internal", "client", *([f"creator:{lane}"] if lane else [])]:
            for language, (ending, check) in itertools.product(LANGUAGES[name], formats.CHECKS.items()):
                file = folder / f"{name}-{reader.split(':')[0]}-{language}.{ending}"
                try:
                    made = shared(program, plan, (reader, language), file)
                    print(f"{file.name:28} {made}; {check(file)}{hidden(name, reader, file)}", flush=True)
                except Exception as error:  # noqa: BLE001 - whatever a reader says is what this is about
                    wrong.append(f"{file.name}: {error}")
                    print(f"{file.name:28} WRONG: {error}", flush=True)
    if ASKED:
        wrong.append(f"something asked the network for {ASKED}")
    server.shutdown()
    print(f"{len(wrong)} wrong" if wrong else "Every reader sees what it should, and nothing else.")
    return 1 if wrong else 0


def shared(program, plan, for_whom, file):
    """The same bytes twice."""
    said = []
    for _ in range(2):
        file.unlink(missing_ok=True)
        command = [program, "export", plan, "--for", for_whom[0], "--language", for_whom[1], "-o", file]
        done = subprocess.run(command, capture_output=True, env={**os.environ, "SOURCE_DATE_EPOCH": "1800000000"}, timeout=120)
        assert done.returncode == 0, done.stderr.decode("utf-8", "replace")[-400:]
        assert b"\x1b" not in done.stdout + done.stderr, "control signs on the terminal"
        said.append(file.read_bytes())
    assert said[0] == said[1], "not the same bytes twice"
    return f"{len(said[0]) // 1000} KB"


def hidden(name, reader, file):
    """That a client or creator finds no secret, and that the search finds them where the team reads them."""
    if name != "secret":
        return ""
    texts = [text for text in plans.SECRETS if not text[0].isdigit() or file.suffix not in (".pdf", ".pptx", ".svg", ".png")]
    if reader == "internal":
        if file.suffix in (".xlsx", ".csv", ".md", ".html", ".pdf", ".pptx"):
            assert leaks.found(file, ["xownerx"]), "the search finds nothing"
        return "; the search works"
    if reader.startswith("creator"):
        texts += plans.OTHERS
    found = leaks.found(file, texts)
    assert not found, f"holds {found}"
    return f"; none of {len(texts)} secrets"


if __name__ == "__main__":
    sys.exit(main())
