#!/usr/bin/env python3
"""Takes captures apart into inputs of the fuzz target `frame`: two bytes of link type, then the frame.

    frames.py FOLDER OUT [LONGEST]

One frame for each first half of headers seen, so that a folder of captures gives some hundred inputs.
"""
import hashlib
import pathlib
import struct
import sys


def pcap_frames(data):
    orders = {b"\xa1\xb2\xc3\xd4": (">", 16), b"\xd4\xc3\xb2\xa1": ("<", 16), b"\xa1\xb2\x3c\x4d": (">", 16),
              b"\x4d\x3c\xb2\xa1": ("<", 16), b"\xa1\xb2\xcd\x34": (">", 24), b"\x34\xcd\xb2\xa1": ("<", 24)}
    order, header = orders[data[:4]]
    link = struct.unpack_from(order + "I", data, 20)[0] & 0xffff
    at = 24
    while at + header <= len(data):
        length = struct.unpack_from(order + "I", data, at + 8)[0]
        yield link, data[at + header:at + header + length]
        at += header + length


def pcapng_frames(data):
    at, order, links = 0, "<", []
    while at + 12 <= len(data):
        kind = struct.unpack_from(order + "I", data, at)[0]
        if kind == 0x0a0d0d0a:
            order, links = ("<" if data[at + 8:at + 12] == b"\x4d\x3c\x2b\x1a" else ">"), []
        length = struct.unpack_from(order + "I", data, at + 4)[0]
        if length < 12:
            return
        if kind == 1:
            links.append(struct.unpack_from(order + "H", data, at + 8)[0])
        elif kind == 6 and at + 28 <= len(data):
            interface, _, _, captured = struct.unpack_from(order + "IIII", data, at + 8)
            if interface < len(links):
                yield links[interface], data[at + 28:at + 28 + captured]
        at += length


def frames(path):
    data = path.read_bytes()
    try:
        yield from pcapng_frames(data) if data[:4] == b"\x0a\x0d\x0d\x0a" else pcap_frames(data)
    except (KeyError, struct.error):
        return  # packed, cut or damaged: the targets that read files have those


def kind_of(link, frame):
    """Frames of one length and one start are alike enough."""
    return link, len(frame), frame[12:14], frame[23:24], frame[34:38]


def main():
    folder, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    longest = int(sys.argv[3]) if len(sys.argv) > 3 else 2000
    out.mkdir(parents=True, exist_ok=True)
    seen = set()
    for path in sorted(folder.rglob("*.*cap*")):
        for link, frame in frames(path):
            kind = kind_of(link, frame)
            if kind in seen or len(frame) > longest:
                continue
            seen.add(kind)
            data = struct.pack(">H", link & 0xffff) + frame
            (out / hashlib.sha1(data).hexdigest()[:16]).write_bytes(data)


main()
