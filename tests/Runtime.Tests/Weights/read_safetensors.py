"""Reads a safetensors file by the published rules of the format, without any of this project's code, and prints what is in it.

Usage: read_safetensors.py FILE
Format: https://huggingface.co/docs/safetensors
"""

import hashlib
import json
import struct
import sys

SIZES = {"F32": 4, "I64": 8}


def unique(pairs):
    assert len({name for name, _ in pairs}) == len(pairs), "a name occurs twice"
    return dict(pairs)


with open(sys.argv[1], "rb") as stream:
    content = stream.read()

(length,) = struct.unpack_from("<Q", content)
assert length <= 100_000_000, "the header is over 100 MB"
assert (8 + length) % 8 == 0, "the data are not aligned to 8 bytes"
header = content[8 : 8 + length]
assert header[:1] == b"{", "the header does not begin with a brace"
assert header.rstrip(b" ").endswith(b"}"), "the header is padded with something else than spaces"
tensors = json.loads(header.decode("utf-8", "strict"), object_pairs_hook=unique)
assert "__metadata__" not in tensors, "we write no metadata"

data = content[8 + length :]
end = 0
for name, entry in sorted(tensors.items(), key=lambda item: item[1]["data_offsets"]):
    assert sorted(entry) == ["data_offsets", "dtype", "shape"], name
    begin, after = entry["data_offsets"]
    assert begin == end, f"{name} leaves a hole or overlaps"
    size = SIZES[entry["dtype"]]
    assert begin % size == 0, f"{name} is not aligned to its elements"
    count = 1
    for dimension in entry["shape"]:
        assert type(dimension) is int and dimension >= 0, name
        count *= dimension
    assert after - begin == count * size, f"the shape of {name} does not fit its data"
    values = struct.unpack_from(f"<{count}{'f' if entry['dtype'] == 'F32' else 'q'}", data, begin)
    last = struct.pack("<f" if entry["dtype"] == "F32" else "<q", values[-1]).hex() if values else "-"
    shape = ",".join(map(str, entry["shape"]))
    print(json.dumps([name, entry["dtype"], shape, hashlib.sha256(data[begin:after]).hexdigest(), last], ensure_ascii=False))
    end = after

assert end == len(data), "there are bytes after the last tensor"

try:
    from safetensors import deserialize
except ImportError:
    pass
else:
    # The format's own library, where it is installed, reads the same.
    ours = {name: hashlib.sha256(data[slice(*entry["data_offsets"])]).hexdigest() for name, entry in tensors.items()}
    theirs = {name: hashlib.sha256(bytes(entry["data"])).hexdigest() for name, entry in deserialize(content)}
    assert ours == theirs, "the library safetensors reads something else"
    print("and safetensors", file=sys.stderr)
