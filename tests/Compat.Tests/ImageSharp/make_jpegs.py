"""Writes small JPEG files of every kind with cjpeg and jpegtran, and for each the SHA-256 of its RGB bytes as djpeg decodes it, to expected.txt.

It needs libjpeg-turbo's programs (2.1) and nothing of ours; JpegReaderTests.cs reads what it writes:  python3 make_jpegs.py
"""
import hashlib
import pathlib
import random
import subprocess

FOLDER = pathlib.Path(__file__).parent / "Jpeg"


def picture(width, height, seed):
    """Smooth colours with edges and some noise, as the text of a PPM file."""
    noise = random.Random(seed)
    rows = []
    for y in range(height):
        for x in range(width):
            edge = 90 if (x // 5 + y // 7) % 3 == 0 else 0
            rows += [min(255, max(0, value)) for value in (
                x * 255 // width + noise.randrange(-20, 20), y * 255 // height + edge - 30, (x * y) % 256 // 2 + edge + noise.randrange(-9, 9))]
    return b"P6 %d %d 255\n" % (width, height) + bytes(rows)


def run(command, data):
    return subprocess.run(command, input=data, stdout=subprocess.PIPE, check=True).stdout


def pixels(jpeg):
    """The bytes of red, green and blue, of gray three times the same."""
    ppm = run(["djpeg", "-dct", "int", "-rgb", "-pnm"], jpeg)
    kind, size, depth, data = ppm.split(b"\n", 3)
    assert (kind, depth) == (b"P6", b"255")
    return size.decode().replace(" ", "x"), data


def main():
    FOLDER.mkdir(exist_ok=True)
    files = {}
    for number, (width, height) in enumerate([(1, 1), (2, 3), (5, 7), (8, 8), (17, 9), (33, 31), (40, 17)]):
        ppm = picture(width, height, number)
        for sample in ["1x1", "2x1", "1x2", "2x2"]:
            files[f"{width}x{height}-{sample}"] = run(["cjpeg", "-quality", "83", "-sample", sample], ppm)
    large = picture(45, 37, 99)
    for sample in ["4x1", "1x4", "4x2", "2x4", "2x2,1x2,2x1", "1x1,2x2,1x1", "2x2,2x1,1x2"]:
        files[f"sample-{sample.replace(',', '-')}"] = run(["cjpeg", "-quality", "75", "-sample", sample], large)
    for quality in ["1", "25", "60", "100"]:
        files[f"quality-{quality}"] = run(["cjpeg", "-quality", quality], large)
    files["gray"] = run(["cjpeg", "-grayscale"], large)
    files["gray-progressive"] = run(["cjpeg", "-grayscale", "-progressive"], large)
    files["rgb"] = run(["cjpeg", "-rgb", "-quality", "90"], large)
    files["optimized"] = run(["cjpeg", "-optimize", "-quality", "90"], large)
    for sample in ["1x1", "2x1", "2x2", "1x2"]:
        files[f"progressive-{sample}"] = run(["cjpeg", "-progressive", "-quality", "92", "-sample", sample], large)
    files["progressive-low"] = run(["cjpeg", "-progressive", "-quality", "10"], large)
    files["restart"] = run(["cjpeg", "-restart", "2B", "-quality", "80"], large)
    files["restart-rows"] = run(["cjpeg", "-restart", "1", "-quality", "80"], large)
    files["restart-progressive"] = run(["cjpeg", "-restart", "1B", "-progressive", "-quality", "80"], large)
    scans = FOLDER / "scans.tmp"
    scans.write_text("0;\n1;\n2;\n")
    files["scan-each"] = run(["cjpeg", "-scans", str(scans), "-quality", "80"], large)
    scans.write_text("0 1 2: 0-0, 0, 3;\n0: 1-63, 0, 2;\n1: 1-5, 0, 0;\n2: 1-63, 0, 1;\n1: 6-63, 0, 0;\n0: 1-63, 2, 1;\n2: 1-63, 1, 0;\n"
                     "0 1 2: 0-0, 3, 2;\n0: 1-63, 1, 0;\n0 1 2: 0-0, 2, 1;\n0 1 2: 0-0, 1, 0;\n")
    files["scan-script"] = run(["cjpeg", "-scans", str(scans), "-quality", "97", "-sample", "1x1"], large)
    scans.unlink()
    files["tables-16-bit"] = run(["cjpeg", "-quality", "2"], large)
    lines = []
    for name, data in files.items():
        (FOLDER / f"{name}.jpg").write_bytes(data)
        size, rgb = pixels(data)
        lines.append(f"{name}.jpg {size} {hashlib.sha256(rgb).hexdigest()}\n")
    (FOLDER / "expected.txt").write_text("".join(lines))


main()
