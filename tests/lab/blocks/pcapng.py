"""The one change the lab makes to a capture: the section header need not tell which processor it was made on."""

import struct

SECTION_HEADER, END, HARDWARE = 0x0A0D0D0A, 0, 2  # draft-ietf-opsawg-pcapng, sections 4.1 and 3.5


def forget_hardware(path):
    """Drops shb_hardware from a section header as dumpcap writes it, in this machine's byte order; all else stays."""
    content = path.read_bytes()
    kind, length = struct.unpack_from("=II", content)
    if kind != SECTION_HEADER or struct.unpack_from("=I", content, 8)[0] != 0x1A2B3C4D:
        raise ValueError(f"{path.name}: no section header of this machine's byte order")
    fixed, position, options = content[8:24], 24, b""
    while position < length - 4:
        code, size = struct.unpack_from("=HH", content, position)
        following = position + 4 + (size + 3) // 4 * 4
        if code != HARDWARE:
            options += content[position:following]
        if code == END:
            break
        position = following
    shorter = 8 + len(fixed) + len(options) + 4
    path.write_bytes(struct.pack("=II", kind, shorter) + fixed + options + struct.pack("=I", shorter) + content[length:])
