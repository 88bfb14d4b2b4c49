"""The plans that are shared: the demo, one with a secret wherever a reader must not look, and one full of hostile texts."""

import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
DEMO = (ROOT / "assets/demo/long-way-round.moments").read_text(encoding="utf-8")

# What no client and no creator may find, in any byte.
SECRETS = ["xownerx", "xnotesx", "xrecordedx", "xideax", "xbudgetx", "7341", "73.41"]
# What one creator may not find about the others.
OTHERS = ["Tobi Achterberg", "Kwame Adjei", "Inês Carvalho", "tobi.runs", "Last place is still a place"]

HOSTILE = [
    '=HYPERLINK("http://canary.invalid/a","x")', "+1+1", "-2+3", "@SUM(1)", "\t=1+1", "＝1+1", "=cmd|' /C calc'!A0", " =1+1",
    "<script>fetch('http://127.0.0.1:CANARY/s')</script>", "<img src=http://127.0.0.1:CANARY/i onerror=alert(1)>",
    "\"><svg onload=alert(1)>", "</style><style>@import 'http://127.0.0.1:CANARY/c'</style>", "]]>&xxe;<!--", "javascript:alert(1)",
    "![x](http://127.0.0.1:CANARY/m)", "[x](javascript:alert(1))", "`code` *b* _i_ # h", "| cell | cell |", "\\u0041 \\n %s {{7*7}}",
    "line one\nBEGIN:VEVENT\nSUMMARY:two", "DTSTART:20270101", "a;b,c\\d", "(paren) Tj ET /JavaScript", "<< /S /Launch >>",
    "e\u0301\u0302\u0303 zalgo", "\u202eright to left\u202c", "مرحبا بالعالم", "שלום עולם", "नमस्ते", "日本語のタイトル", "👨\u200d👩\u200d👧 🇩🇪 🎉",
    "\u200b", "\ufeffmark", "\x01\x02control", "\x1b[31mred\x1b[0m", "../../etc/passwd", "CON", "a" * 200, "“quotes” 'x'", "&amp; &lt; &#0;",
]


def quoted(text):
    """The text as RON writes it."""
    out = []
    for sign in text:
        if sign in '"\\':
            out.append("\\" + sign)
        elif ord(sign) < 32 or ord(sign) == 127:
            out.append("\\u{%x}" % ord(sign))
        else:
            out.append(sign)
    return '"' + "".join(out) + '"'


def secret():
    """The demo plan with a secret in every field that only the team reads."""
    text = re.sub(r'(owner|by): "[^"]*"', r'\1: "xownerx"', DEMO)
    text = re.sub(r'cost: "[^"]*"', 'cost: "7341.00 EUR"', text)
    text = re.sub(r'\n\s+notes: "[^"]*",', "", text)
    text = re.sub(r'(\n\s+)(owner: "xownerx",)', r'\1\2\1notes: "xnotesx",', text)
    text = re.sub(r'budget: "[^"]*"', 'budget: "734100.00 EUR"', text)
    ideas = text.index("        ideas: [")
    return text[:ideas] + re.sub(r'title: "[^"]*"', 'title: "xideax"', text[ideas:], count=3)


def hostile(port):
    """The demo plan with a hostile text as every title, opening line, name of a creator and evidence."""
    texts = [quoted(text.replace("CANARY", str(port))) for text in HOSTILE]
    turn = iter(range(10**6))

    def next_text(found):
        return f"{found.group(1)}: {texts[next(turn) % len(texts)]}"

    return re.sub(r'\b(title|hook|about|text|line|category|name(?=: "(?!northbound)[A-Z]))(?::) "[^"]*"', next_text, DEMO)
