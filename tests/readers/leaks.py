"""Everything packed in a file, and in that, searched for words."""

import base64
import io
import re
import subprocess
import zipfile


def pieces(data, depth=0):
    """The bytes, and all that is packed in them."""
    yield data
    if depth > 4:
        return
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as box:
            for part in box.infolist():
                yield part.filename.encode()
                yield from pieces(box.read(part), depth + 1)
    for found in re.finditer(rb"[A-Za-z0-9+/]{200,}={0,2}", data):
        try:
            yield from pieces(base64.b64decode(found.group(), validate=True), depth + 1)
        except ValueError:
            continue


def holds(data, text):
    """Whether a text stands there, as UTF-8, as UTF-16 or escaped."""
    ways = [text.encode(), text.encode("utf-16-be"), text.encode("utf-16-le"), text.replace(".", "\\.").encode()]
    return any(way in data for way in ways)


def words_of_pages(file):
    """What the pages say, for formats in which letters are numbers of shapes."""
    if file.suffix == ".pdf":
        return subprocess.run(["pdftotext", str(file), "-"], capture_output=True).stdout
    return b""


def found(file, texts):
    """Which of the texts can be found in the file."""
    inside = [*pieces(file.read_bytes()), words_of_pages(file)]
    if file.suffix == ".pdf":
        plain = subprocess.run(["qpdf", "--qdf", "--stream-data=uncompress", str(file), "-"], capture_output=True).stdout
        inside.append(plain)
    return [text for text in texts if any(holds(piece, text) for piece in inside)]
