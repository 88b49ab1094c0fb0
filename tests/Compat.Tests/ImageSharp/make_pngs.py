"""Writes small PNG files of every colour type, bit depth, interlacing and transparency, and for each the SHA-256 of its RGBA bytes as
libpng decodes it (Netpbm's pngtopam), to Png/expected.txt. 16-bit samples are rounded to the nearest of 8 bits.

It uses nothing of ours; PngSuiteTests.cs reads what it writes:  python3 make_pngs.py
"""
import hashlib
import pathlib
import random
import struct
import subprocess
import zlib

FOLDER = pathlib.Path(__file__).parent / "Png"
KINDS = [(0, 1), (0, 2), (0, 4), (0, 8), (0, 16), (2, 8), (2, 16), (3, 1), (3, 2), (3, 4), (3, 8), (4, 8), (4, 16), (6, 8), (6, 16)]
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
ADAM7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def pack(samples, depth):
    bits = "".join(format(sample, f"0{depth}b") for sample in samples)
    bits += "0" * (-len(bits) % 8)
    return bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits), 8))


def paeth(a, b, c):
    return min((a, b, c), key=lambda value: abs(a + b - c - value))


def filtered(kind, row, above, distance):
    result = [kind]
    for i, value in enumerate(row):
        a, c = (row[i - distance], above[i - distance]) if i >= distance else (0, 0)
        result.append((value - (0, a, above[i], (a + above[i]) // 2, paeth(a, above[i], c))[kind]) % 256)
    return bytes(result)


def encode(width, height, color, depth, interlaced, transparency, extra, pixels, palette):
    distance = max(1, CHANNELS[color] * depth // 8)
    data, count = b"", 0
    for x0, y0, dx, dy in ADAM7 if interlaced else [(0, 0, 1, 1)]:
        above = None
        for y in range(y0, height, dy):
            row = pack([sample for x in range(x0, width, dx) for sample in pixels[y][x]], depth)
            if row:
                data += filtered(count % 5, row, above or bytes(len(row)), distance)
                above, count = row, count + 1
    body = zlib.compress(data)
    file = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, interlaced))
    file += b"".join(chunk(*entry) for entry in extra)
    file += chunk(b"PLTE", palette) if palette else b""
    file += chunk(b"tRNS", transparency) if transparency else b""
    half = len(body) // 2
    return file + chunk(b"IDAT", body[:half]) + chunk(b"IDAT", body[half:]) + chunk(b"IEND", b"")


def rgba(file):
    """The size and the bytes, from the PAM file that libpng's samples make."""
    pam = subprocess.run(["pngtopam", "-alphapam"], input=file, stdout=subprocess.PIPE, check=True).stdout
    header, data = pam.split(b"ENDHDR\n", 1)
    fields = dict(line.split(" ", 1) for line in header.decode().splitlines()[1:])
    width, height, depth, most = (int(fields[name]) for name in ("WIDTH", "HEIGHT", "DEPTH", "MAXVAL"))
    values = struct.unpack(f">{len(data) // 2}H", data) if most > 255 else data
    values = [(value * 510 + most) // (2 * most) for value in values]
    result = bytearray()
    for i in range(0, len(values), depth):
        pixel = values[i:i + depth]
        result += bytes(pixel[:1] * 3 + pixel[1:] if depth == 2 else pixel)
    return f"{width}x{height}", bytes(result)


def main():
    FOLDER.mkdir(exist_ok=True)
    chance = random.Random(7)
    lines = []
    for color, depth in KINDS:
        for interlaced in (0, 1):
            for transparent in (False, True) if color in (0, 2, 3) else (False,):
                width, height = chance.randrange(1, 20), chance.randrange(1, 20)
                most = (1 << depth) - 1
                pixels = [[[chance.randint(0, most) for _ in range(CHANNELS[color])] for _ in range(width)] for _ in range(height)]
                palette = bytes(chance.randrange(256) for _ in range(3 << depth)) if color == 3 else b""
                transparency = b""
                if transparent:
                    some = pixels[height // 2][width // 2]
                    transparency = bytes(chance.randrange(256) for _ in range(max(1, most))) if color == 3 else struct.pack(f">{len(some)}H", *some)
                extra = [(b"gAMA", struct.pack(">I", 100000))] if chance.random() < 0.5 else []
                file = encode(width, height, color, depth, interlaced, transparency, extra, pixels, palette)
                name = f"type{color}-{depth}bit{'-interlaced' if interlaced else ''}{'-transparent' if transparent else ''}.png"
                (FOLDER / name).write_bytes(file)
                size, data = rgba(file)
                if transparent and color == 2:
                    # Netpbm leaves the transparent colour of an RGB file opaque.
                    alphas = [0 if pixel == some else 255 for row in pixels for pixel in row]
                    data = b"".join(data[4 * i:4 * i + 3] + bytes([alpha]) for i, alpha in enumerate(alphas))
                assert len(data) == 4 * width * height, (name, len(data))
                lines.append(f"{name} {size} {hashlib.sha256(data).hexdigest()}\n")
    (FOLDER / "expected.txt").write_text("".join(lines))


main()
