"""A tiny file of the format E5S1, written byte by byte: two layers of width 64 and a few pieces."""

import struct

import numpy as np

WIDTH, LAYERS, HEADS, INNER, POSITIONS, KINDS = 64, 2, 2, 128, 32, 2
SPECIALS = ("<s>", "<pad>", "</s>", "<unk>")
PIECES = (
    *SPECIALS,
    *("▁", "▁query", "▁pass", "age", "▁passage", ":", "qu", "ery"),
    *("▁thủ", "▁tục", "中", "▁đất", "tục", "ü", "th", "ủ", "書", "t", "đ", "ất"),
)
SPARE_ROWS = 3
SCORES = tuple(0.0 if piece in SPECIALS else -1.0 - at / 8 for at, piece in enumerate(PIECES))
REPLACEMENTS = {"\t": " ", "\x07": "", "\u3000": " ", "ﬁ": "fi"}


def tensors(seed=7):
    """Name -> float32 in one row, or (scales float16, numbers 0 to 15) by blocks of 32."""
    random = np.random.default_rng(seed)

    def plain(count, around=0.0):
        return (around + random.normal(0, 0.1, count)).astype("<f4")

    def matrix(out, into):
        blocks = out * into // 32
        return random.uniform(0.01, 0.05, blocks).astype("<f2"), random.integers(0, 16, (blocks, 32))

    made = {"emb.word": matrix(len(PIECES) + SPARE_ROWS, WIDTH), "emb.pos": plain(POSITIONS * WIDTH)}
    made |= {"emb.type": plain(KINDS * WIDTH), "emb.ln.w": plain(WIDTH, 1.0), "emb.ln.b": plain(WIDTH)}
    for layer in range(LAYERS):
        for part, out, into in (
            *((part, WIDTH, WIDTH) for part in ("q", "k", "v", "ao")),
            ("fi", INNER, WIDTH),
            ("fo", WIDTH, INNER),
        ):
            made |= {f"l{layer}.{part}.w": matrix(out, into), f"l{layer}.{part}.b": plain(out)}
        for part in ("aln", "oln"):
            made |= {f"l{layer}.{part}.w": plain(WIDTH, 1.0), f"l{layer}.{part}.b": plain(WIDTH)}
    return made


def block_bytes(scale, numbers):
    """A scale of 16 bits; byte j holds number j low and number j + 16 high."""
    return np.float16(scale).tobytes() + bytes(int(numbers[j]) | int(numbers[j + 16]) << 4 for j in range(16))


def e5s1_bytes():
    """The whole file."""
    letters = [piece.encode() for piece in PIECES]
    borders = np.cumsum([0, *map(len, letters)]).astype("<u4").tobytes()
    head = b"E5S1" + struct.pack(
        "<I7i", 1, WIDTH, LAYERS, HEADS, INNER, len(PIECES) + SPARE_ROWS, POSITIONS, KINDS
    )
    head += struct.pack("<fi", 1e-12, 32)
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, sum(map(len, letters)))
    head += borders + np.array(SCORES, "<f4").tobytes() + b"".join(letters)
    rules = b"".join(
        struct.pack(f"<IB{len(becomes)}I", ord(letter), len(becomes), *map(ord, becomes))
        for letter, becomes in REPLACEMENTS.items()
    )
    head += struct.pack("<iI", len(REPLACEMENTS), len(rules)) + rules
    return head + directory_and_data(len(head))


def directory_and_data(start):
    entries = [(name.encode(), *encoded(values)) for name, values in tensors().items()]
    at = start + 4 + sum(2 + len(name) + 1 + 4 + 8 + 8 for name, *_ in entries)
    directory = struct.pack("<i", len(entries))
    for name, kind, count, data in entries:
        directory += struct.pack("<H", len(name)) + name + struct.pack("<BIQQ", kind, count, at, len(data))
        at += len(data)
    return directory + b"".join(data for *_, data in entries)


def encoded(values):
    """Kind, how many weights, bytes."""
    if isinstance(values, tuple):
        scales, numbers = values
        return 1, numbers.size, b"".join(map(block_bytes, scales, numbers))
    return 0, values.size, values.tobytes()
