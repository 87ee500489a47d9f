"""PDF files drawn as the portal draws them: cell by cell, four strokes and then the text, pages cutting at will."""

WIDTH, HEIGHT = 595.28, 841.89
LAST_LINE = 770
BOLD, PLAIN = "F2", "F3"
_VIETNAMESE = (0x00, 0x01, 0x1E, 0x20)
"""The blocks of Unicode that its letters and signs are in."""

_FONT = (
    "<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/ToUnicode 4 0 R/DescendantFonts["
    "<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>"
)
_SAME_CODES = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Same def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange
4 beginbfrange
{ranges}
endbfrange endcmap end end"""


class Page:
    """What is drawn on one page; ``y`` goes down."""

    def __init__(self):
        self.drawn = []

    def text(self, text, x=47, y=74, size=12, font=PLAIN):
        codes = text.encode("utf-16-be").hex()
        self.drawn.append(
            f"q 1 0 0 -1 0 {HEIGHT} cm BT 1 0 0 1 {x} {HEIGHT - y} Tm /{font} {size} Tf [<{codes}>] TJ ET Q"
        )
        return self

    def heading(self, text, y):
        return self.text(text, y=y, size=14, font=BOLD)

    def row(self, top, bottom, *cells, widths=None, font=PLAIN):
        """Draw cells side by side; a cell is a text or the lines that it was broken into."""
        widths = widths or [511 / len(cells)] * len(cells)
        left = 47.0
        for cell, width in zip(cells, widths, strict=True):
            self._box(left, top, left + width, bottom)
            lines = [cell] if isinstance(cell, str) else cell
            for place, line in enumerate(text for text in lines if text):
                self.text(line, left + 10, top + 17 + 13.8 * place, font=font)
            left += width
        return self

    def _box(self, left, top, right, bottom):
        corners = [(left, bottom), (right, bottom), (right, top), (left, top)]
        sides = zip(corners, [*corners[1:], corners[0]], strict=True)
        self.drawn.append(" ".join(f"{a} {b} m {c} {d} l S" for (a, b), (c, d) in sides))


def pdf(*pages):
    """Return the file: objects 1 to 6 are its frame, then two for each page."""
    kids = " ".join(f"{7 + 2 * number} 0 R" for number in range(len(pages)))
    ranges = "\n".join(f"<{high:02X}00> <{high:02X}FF> <{high:02X}00>" for high in _VIETNAMESE)
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        "<</Font<</F2 5 0 R/F3 6 0 R>>>>",
        _stream(_SAME_CODES.format(ranges=ranges)),
        _FONT.format(name="Made-BoldMT"),
        _FONT.format(name="MadeMT"),
    ]
    for number, page in enumerate(pages):
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Resources 3 0 R"
            f"/Contents {8 + 2 * number} 0 R>>",
            _stream(f"1 0 0 -1 0 {HEIGHT} cm\n" + "\n".join(page.drawn)),
        ]
    return _file(objects)


def _stream(content):
    return f"<</Length {len(content)}>>stream\n{content}\nendstream"


def _file(objects):
    written, places = "%PDF-1.3\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    written += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R>>\n"
    return (written + f"startxref\n{written.index('xref')}\n%%EOF").encode("ascii")
