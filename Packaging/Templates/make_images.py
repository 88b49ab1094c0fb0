"""Draws the pictures of the template: eight colours, each as a disc, a square and a diamond. Needs Python alone."""
import pathlib
import struct
import zlib

SIZE = 16
COLOURS = {
    "black": (30, 30, 30), "blue": (40, 80, 220), "brown": (130, 80, 40), "green": (40, 160, 70),
    "orange": (240, 140, 30), "pink": (240, 120, 170), "purple": (130, 60, 180), "red": (210, 40, 40),
}
SHAPES = {
    "diamond": lambda x, y: abs(x) + abs(y) <= 7,
    "disc": lambda x, y: x * x + y * y <= 36,
    "square": lambda x, y: max(abs(x), abs(y)) <= 5,
}


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def picture(inside, colour):
    rows = b"".join(
        b"\0" + b"".join(bytes(colour if inside(x - 7.5, y - 7.5) else (255, 255, 255)) for x in range(SIZE))
        for y in range(SIZE))
    header = struct.pack(">IIBBBBB", SIZE, SIZE, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


folder = pathlib.Path(__file__).parent / "templates" / "repro" / "images"
for shape, inside in SHAPES.items():
    for name, colour in COLOURS.items():
        (folder / f"{shape}-{name}.png").write_bytes(picture(inside, colour))
