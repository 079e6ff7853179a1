"""Small reports in every format, made by code: invented places and people."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

import docx
from pypdf import PdfReader, PdfWriter

from trucewatch.documents import Block, BlockKind, Document, Received, read

REPORT = """Truce in the Arval valley holds for a second day
By Ann Lee
DORVA, Northland (Wire) — Both sides said on Monday that the truce in the valley held. No shots were heard.
“We will stay,” Col. J. R. Roe said. “Will they?” Minister Jan Holm asked.
‘Nobody Moves’
A force of up to 400 observers would watch the line.
Observers cross the bridge at Dorva, 3 March 2031. Jo Roe/Wire Photo
Talks go on in the capital.
Wire Service contributed to this report.
"""

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>Ministers to meet | The Post</title>
<meta property="article:published_time" content="2031-04-09T23:10:00+02:00"><meta name="author" content="Ann Lee">
<meta property="og:site_name" content="The Post"></head><body><nav><ul><li><a href="/">Home</a></li></ul></nav><main>
<article><h1>Ministers to meet over the truce</h1><p class="byline">By Ann Lee in Dorva</p>
<time datetime="2031-04-09">9 April 2031</time>
<p>DORVA (Wire) — Ministers from 12 states will meet on Thursday to discuss the truce that both sides broke.</p>
<figure><img src="x"><figcaption>Delegates arrive at the palace.</figcaption></figure>
<p>The meeting was announced by the ministry, which said that &ldquo;nothing is agreed until all is agreed&rdquo;.</p>
<h2>What is at stake</h2>
<p>A force of up to 400 observers would watch the line of contact under the draft that was seen on Monday.</p>
<p class="contributed">The Wire contributed to this report.</p></article></main>
<aside><p>Sign up for our newsletter</p></aside></body></html>"""

FEED = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>The Post</title>
<item><title>Talks begin</title><link>https://post.example/1</link><pubDate>Wed, 09 Apr 2031 10:00:00 GMT</pubDate>
<description>&lt;p&gt;The talks began in Dorva.&lt;/p&gt;&lt;p&gt;They last two days.&lt;/p&gt;</description></item>
<item><title>Talks end</title><description>The talks ended.</description></item></channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Mission</title><entry><title>Daily report</title>
<link rel="self" href="https://mission.example/feed"/><link href="https://mission.example/7"/>
<published>2031-04-09T10:00:00Z</published><content type="html">Nothing was seen.</content></entry></feed>"""


def received(raw: bytes | str, name: str = "report") -> Received:
    """Bytes, or text in UTF-8, as they would come in."""
    return Received(raw=raw.encode() if isinstance(raw, str) else raw, name=name)


def lines(document: Document, kind: BlockKind) -> list[str]:
    """The words of the blocks of one kind."""
    return [block.span.of(document.text) for block in document.blocks if block.kind is kind]


def kinds(text: str) -> list[str]:
    """The kinds of the paragraphs of a plain text."""
    return [block.kind.value for block in read(received(text)).blocks]


def sentences(document: Document, block: Block) -> list[str]:
    """The sentences inside one block."""
    return [s.of(document.text) for s in document.sentences if block.span.contains(s)]


def make_docx() -> bytes:
    """A Word document with a title, a heading and a caption by style."""
    document = docx.Document()
    document.add_heading("Truce holds for a second day", 0)
    document.add_paragraph("By Ann Lee")
    document.add_paragraph("The truce held on Monday, the mission said. No shots were heard.")
    document.add_heading("Prisoners", 2)
    document.add_paragraph("Four prisoners came home.")
    document.add_paragraph("Soldiers wait near the bridge.", style="Caption")
    sink = io.BytesIO()
    document.save(sink)
    return sink.getvalue()


def make_zip(parts: dict[str, bytes]) -> bytes:
    """A ZIP archive of these parts."""
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in parts.items():
            archive.writestr(name, raw)
    return sink.getvalue()


def make_pdf(pages: Sequence[Sequence[tuple[str, int, int]]]) -> bytes:
    """A PDF whose pages hold lines of (words, type size, height on the page)."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for page in pages:
        body = "".join(f"BT /F1 {size} Tf 1 0 0 1 50 {y} Tm ({words}) Tj ET\n" for words, size, y in page)
        objects.append(f"<< /Length {len(body)} >>\nstream\n{body}endstream")
        contents = len(objects)
        box = "/MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} /Contents {contents} 0 R >>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _assemble(objects)


def _assemble(objects: Sequence[str]) -> bytes:
    raw = b"%PDF-1.4\n"
    offsets = []
    for number, item in enumerate(objects, start=1):
        offsets.append(len(raw))
        raw += f"{number} 0 obj\n{item}\nendobj\n".encode("latin-1")
    start = len(raw)
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return raw + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


SHORT_PDF = make_pdf(
    [
        [
            ("Truce holds in the valley", 24, 740),
            ("The truce in the valley held on Monday, the observers of the inter-", 12, 700),
            ("national mission said in a statement that both sides have now seen", 12, 686),
            ("and signed.", 12, 672),
            ("No shots were heard in the night, and four prisoners came home by", 12, 644),
            ("bus.", 12, 630),
            ("1", 12, 40),
        ]
    ]
)


def lock_pdf(raw: bytes) -> bytes:
    """The same PDF behind a password."""
    writer = PdfWriter(PdfReader(io.BytesIO(raw)))
    writer.encrypt("secret", algorithm="RC4-128")
    sink = io.BytesIO()
    writer.write(sink)
    return sink.getvalue()
