"""Prints the SHA-256 of the RGBA bytes of all images of a folder (8-bit, not interlaced RGBA PNG files), in ordinal name order.

It shares no code with the provider; FaceTests.cs holds its output:  python3 decode_faces.py ../../../Experiments/data/faces
"""
import hashlib
import pathlib
import struct
import sys
import zlib


def paeth(a, b, c):
    return min((a, b, c), key=lambda value: abs(a + b - c - value))


def decode(data):
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    position, idat = 8, b""
    while position < len(data):
        length, kind = struct.unpack(">I4s", data[position:position + 8])
        body = data[position + 8:position + 8 + length]
        if kind == b"IHDR":
            width, height, *rest = struct.unpack(">IIBBBBB", body)
            assert rest == [8, 6, 0, 0, 0]
        elif kind == b"IDAT":
            idat += body
        position += 12 + length
    raw, stride, pixels, above = zlib.decompress(idat), 4 * width, b"", bytes(4 * width)
    assert len(raw) == height * (stride + 1)
    for y in range(height):
        start = y * (stride + 1)
        row = bytearray(raw[start + 1:start + 1 + stride])
        for i in range(stride):
            left, upper_left = (row[i - 4], above[i - 4]) if i >= 4 else (0, 0)
            row[i] = (row[i] + (0, left, above[i], (left + above[i]) // 2, paeth(left, above[i], upper_left))[raw[start]]) % 256
        above = bytes(row)
        pixels += above
    return pixels


digest = hashlib.sha256()
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.png"), key=lambda path: path.name):
    digest.update(decode(path.read_bytes()))
print(digest.hexdigest())
