"""What each format has to be, asked of the programs that read it. Every check gets the file and raises AssertionError."""

import csv
import datetime
import pathlib
import re
import struct
import subprocess
import tempfile

import html5lib
import icalendar
import openpyxl
import pptx
from lxml import etree
from pptx.util import Emu


def said(*command, ok=(0,)):
    """What a program prints; it has to end well."""
    done = subprocess.run([str(part) for part in command], capture_output=True, timeout=240)
    words = done.stdout.decode("utf-8", "replace")
    assert done.returncode in ok, f"{command[0]}: {words[-300:]} {done.stderr.decode('utf-8', 'replace')[-300:]}"
    return words


def pdf(file):
    said("qpdf", "--check", file)
    info = said("pdfinfo", file)
    assert re.search(r"Tagged:\s+yes", info), "not tagged"
    assert re.search(r"JavaScript:\s+no", info), "has a script"
    assert re.search(r"Title:\s+\S", info), "no title"
    fonts = said("pdffonts", file).splitlines()[2:]
    assert fonts, "no fonts"
    # The last columns are: embedded, subset, unicode, object, generation.
    assert all(line.split()[-5] == "yes" and line.split()[-3] == "yes" for line in fonts), "a font is not embedded or not searchable"
    page = said("pdftohtml", "-xml", "-i", "-zoom", "1", "-stdout", file)
    # Signs of the icon font are drawings that stand for a blank, not letters.
    fonts = [spec for spec in re.findall(r"<fontspec [^>]*>", page) if "Phosphor" not in spec]
    sizes = [int(size) for spec in fonts for size in re.findall(r'size="(\d+)"', spec)]
    assert min(sizes) >= 9, f"letters of {min(sizes)} pt"
    # Texts of a hostile plan are longer than any page is made for.
    if not file.name.startswith("hostile"):
        filled(page)
    plain = said("qpdf", "--qdf", "--object-streams=disable", file, "-")
    for name in ["/JavaScript", "/JS ", "/OpenAction", "/AA ", "/Launch", "/SubmitForm", "/GoToR"]:
        assert not re.search(rf"^\s*(<<)?\s*{name}", plain, re.M), f"{name} in the document"
    with tempfile.TemporaryDirectory() as folder:
        said("pdftoppm", "-r", "20", "-gray", file, f"{folder}/page")
        for picture in pathlib.Path(folder).iterdir():
            data = picture.read_bytes()
            assert len(set(data[20:])) > 3, f"{picture.name} is blank"
    pages = re.search(r"Pages:\s+(\d+)", info).group(1)
    return f"{pages} pages, smallest letters {min(sizes)} pt"


def filled(page):
    """That no page which goes on is nearly empty."""
    for sheet in re.findall(r"<page .*?</page>", page, re.S):
        high = int(re.search(r'height="(\d+)"', sheet).group(1))
        lines = re.findall(r'<text top="(\d+)"[^>]*>(.*?)</text>', sheet, re.S)
        lines = [(int(top), re.sub(r"<[^>]*>", "", words)) for top, words in lines]
        goes_on = any(re.search(r"\((continued|Fortsetzung)\)", words) for top, words in lines if top < high * 0.2)
        # The running line at the foot is on every page.
        lowest = max((top for top, _ in lines if top < high * 0.93), default=high)
        assert not goes_on or lowest > high * 0.3, f"a page that goes on ends at {lowest} of {high}"


def deck(file):
    said("openxml-audit", file)
    deck = pptx.Presentation(str(file))
    pictures = shapes = words = 0
    for slide in deck.slides:
        assert slide.has_notes_slide, "a slide without notes"
        for shape in every_shape(slide.shapes):
            shapes += 1
            outside = shape.left is not None and (shape.left < -Emu(9525) or shape.left + shape.width > deck.slide_width + Emu(9525))
            assert not outside, f"{shape.name} stands outside the slide"
            if shape.shape_type == 13:
                pictures += 1
                own = shape._element.nvPicPr.cNvPr
                assert own.get("descr") or b"decorative" in etree.tostring(own), f"{shape.name} has no words for those who cannot see it"
            if shape.has_text_frame:
                words += len(shape.text_frame.text)
        for relation in slide.part.rels.values():
            if relation.is_external:
                assert re.match(r"(https?|mailto):", relation.target_ref), relation.target_ref
    assert words > 100, "hardly a word"
    with tempfile.TemporaryDirectory() as folder:
        said("soffice", f"-env:UserInstallation=file://{folder}/home", "--headless", "--convert-to", "pdf", "--outdir", folder, file)
        info = said("pdfinfo", f"{folder}/{file.stem}.pdf")
        assert int(re.search(r"Pages:\s+(\d+)", info).group(1)) == len(deck.slides), "LibreOffice shows other pages"
    return f"{len(deck.slides)} slides, {shapes} shapes, {pictures} pictures"


def every_shape(shapes):
    for shape in shapes:
        yield shape
        if shape.shape_type == 6:
            yield from every_shape(shape.shapes)


def html(file):
    page = file.read_text(encoding="utf-8")
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree = parser.parse(page)
    for node in tree.iter():
        assert node.tag not in ("script", "iframe", "object", "embed", "form", "base", "link"), f"<{node.tag}>"
        for name, value in node.attrib.items():
            assert not str(name).startswith("on"), f"{node.tag} {name}"
            if name in ("href", "src"):
                assert re.match(r"(#|data:image/|https?:|mailto:|data:application)", value), f"{name}={value[:60]}"
    headings = [int(node.tag[1]) for node in tree.iter() if re.fullmatch(r"h[1-6]", str(node.tag))]
    assert headings and headings[0] == 1, "no heading at the top"
    assert all(after - before <= 1 for before, after in zip(headings, headings[1:])), f"headings jump: {headings}"
    for node in tree.iter("img"):
        assert node.get("alt") is not None, "a picture without words"
    # What the browser makes of it has no more elements than the page.
    seen = said("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=2000", "--dump-dom", file.as_uri())
    assert "<script" not in seen, "the browser found a script"
    with tempfile.TemporaryDirectory() as folder:
        paper = pathlib.Path(folder) / "paper.pdf"
        said("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={paper}", file.as_uri())
        pages = said("pdftotext", "-layout", paper, "-").split("\f")
    if file.name.startswith("demo"):
        for head, card in LANES.items():
            together = [head in page and card in page for page in pages if head in page]
            assert all(together), f"on paper {head} stands on a page without its moments"
    return f"{len(page.encode()) // 1000} KB, {len(headings)} headings, {len(pages) - 1} pages on paper"


# What stands at the head of the lanes of the demo, and a word of their first cards.
LANES = {"@marenruns · ": "Why I said yes", "@tobi.runs · ": "20% off", "@kwamelong · ": "A hundred miles", "@ines.corre · ": "My fourth"}


# The sums of the budget follow what somebody changes in the sheet of the moments; they hold no text of the plan.
OWN_SUM = re.compile(r"=[A-Z]\d+-[A-Z]\d+|=SUM(PRODUCT|IF)\([A-Z0-9$!:,()=*]*(EXACT)?[A-Za-z0-9$!:,()=*]*(\"[A-Z]{3}\")?[A-Z0-9$!:,()]*\)")


def xlsx(file):
    book = openpyxl.load_workbook(file)
    dates = cells = 0
    for sheet in book.worksheets:
        # The choices that its lists offer stand in a sheet of their own, which nobody has to see.
        assert sheet.sheet_state == "visible" or sheet.title == "Lists", f"{sheet.title} is hidden"
        for row in sheet.iter_rows():
            for cell in row:
                cells += cell.value is not None
                dates += isinstance(cell.value, datetime.datetime)
                own = sheet.title == "Budget" and OWN_SUM.fullmatch(str(cell.value))
                assert cell.data_type != "f" or own, f"a formula in {sheet.title}!{cell.coordinate}: {cell.value}"
                assert cell.hyperlink is None or re.match(r"(https?|mailto):", cell.hyperlink.target or "mailto:"), cell.coordinate
    first = book.worksheets[0]
    assert first.freeze_panes and first.auto_filter.ref and first.data_validations.dataValidation, "no frozen header, filter or lists"
    assert dates, "no dates"
    for sheet in book.worksheets:
        wide = sheet.page_setup.fitToWidth or 1
        assert wide <= 2 or not file.name.startswith("demo"), f"{sheet.title} is {wide} pages wide in print"
    with tempfile.TemporaryDirectory() as folder:
        said("soffice", f"-env:UserInstallation=file://{folder}/home", "--headless", "--convert-to", "csv", "--outdir", folder, file)
        assert (pathlib.Path(folder) / f"{file.stem}.csv").stat().st_size > 100, "LibreOffice shows nothing"
        said("soffice", f"-env:UserInstallation=file://{folder}/home", "--headless", "--convert-to", "pdf", "--outdir", folder, file)
        printed = said("pdftohtml", "-xml", "-i", "-zoom", "1", "-stdout", f"{folder}/{file.stem}.pdf")
        smallest = min(int(size) for size in re.findall(r'<fontspec[^>]* size="(\d+)"', printed))
        assert smallest >= 7, f"letters of {smallest} pt in print"
    return f"{[sheet.title for sheet in book.worksheets]}, {cells} cells, {dates} dates, letters of {smallest} pt in print"


def table(file):
    with open(file, encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.reader(lines, strict=True))
    assert len({len(row) for row in rows}) == 1, "rows of different lengths"
    for at, row in enumerate(rows):
        for cell in row:
            start = cell.lstrip(" \u00a0")[:1]
            number = re.fullmatch(r"-?[\d.,]+", cell)
            assert start not in ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠") or number, f"row {at}: {cell[:40]!r} would be calculated"
    return f"{len(rows) - 1} rows of {len(rows[0])} columns"


def ics(file):
    data = file.read_bytes()
    assert all(len(line) <= 75 for line in data.split(b"\r\n")), "a line of more than 75 octets"
    assert b"\n" not in data.replace(b"\r\n", b""), "a bare line break"
    calendar = icalendar.Calendar.from_ical(data)
    assert not calendar.errors, calendar.errors
    events = calendar.walk("VEVENT")
    names = [str(event["UID"]) for event in events]
    assert len(set(names)) == len(names), "one name for two events"
    for event in events:
        assert set(event) <= ALLOWED, f"{set(event) - ALLOWED}"
        assert event["DTEND"].dt > event["DTSTART"].dt if "DTEND" in event else True
        assert not event.subcomponents, "something in an event"
    return f"{len(events)} events"


ALLOWED = {
    "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "CATEGORIES", "SEQUENCE", "TRANSP", "LAST-MODIFIED", "STATUS", "CLASS",
    "CREATED", "RELATED-TO",
}


def svg(file):
    tree = etree.parse(str(file), etree.XMLParser(resolve_entities=False, no_network=True))
    texts = 0
    for node in tree.iter():
        name = etree.QName(node).localname if isinstance(node.tag, str) else "comment"
        assert name not in ("script", "foreignObject", "comment", "animate", "set"), f"<{name}>"
        texts += name == "text"
        for key, value in node.attrib.items():
            assert not key.startswith("on"), key
            if key.endswith("href"):
                assert re.match(r"(#|data:image/)", value), value[:60]
    assert texts > 3, "no texts"
    return f"{texts} texts, {file.stat().st_size // 1000} KB"


def png(file):
    data = file.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    at, parts = 8, []
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        parts.append(kind.decode())
        at += 12 + length
    assert set(parts) <= {"IHDR", "IDAT", "IEND", "pHYs", "PLTE", "tRNS", "sRGB"}, parts
    said("identify", file)
    return f"{struct.unpack('>II', data[16:24])}"


def markdown(file):
    words = file.read_text(encoding="utf-8")
    assert words.startswith("# "), "no heading"
    assert not re.search(r"(?<!\\)<\w", words), "markup"
    assert not re.search(r"(?<!\\)\]\((?!https?:|mailto:|#)", words), "a link that is none"
    return f"{len(words)} letters"


CHECKS = {
    "pdf": pdf, "pptx": deck, "html": html, "xlsx": xlsx, "csv": table, "ics": ics, "svg": svg, "png": png, "md": markdown,
}
