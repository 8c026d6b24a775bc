#!/usr/bin/env python3
"""Asks tshark again what tests/captures/answers.txt holds: answers.py TSHARK VETHSCOPE_CLI. Of a frame whose answers differ, those
that vethscope-cli gives otherwise are marked as not compared: look at `git diff` before that is believed."""
import os, struct, subprocess, sys, tempfile

path = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'captures/answers.txt')
options = ('-n -d udp.port==8472,vxlan -d udp.port==8285,ip -o ip.check_checksum:TRUE -o tcp.check_checksum:TRUE -o udp.check_checksum:TRUE'
           ' -o ip.defragment:FALSE -o ipv6.defragment:FALSE -o tcp.desegment_tcp_streams:FALSE -o tcp.analyze_sequence_numbers:FALSE'
           ' -o http.desegment_headers:FALSE -o http.desegment_body:FALSE').split() + ['-o', 'sctp.checksum:CRC 32c']


def answers(program, capture, fields):
    output = subprocess.run([*program, '-r', capture, *(['-T', 'fields'] + [word for field in fields for word in ('-e', field)])],
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    return [line.decode('latin-1').split('\t') for line in output.split(b'\n')]


def asked(program, options, frames, fields):
    """Every frame's values; a file holds frames of one link type, and not too many."""
    values = {}
    for link in dict.fromkeys(frame[0] for frame in frames):
        places = [i for i, frame in enumerate(frames) if frame[0] == link]
        for begin in range(0, len(places), 400):
            part = places[begin:begin + 400]
            with tempfile.NamedTemporaryFile(suffix='.pcap') as capture:
                capture.write(struct.pack('<IHHiIII', 0xa1b2c3d4, 2, 4, 0, 0, 262144, int(link)))
                for i in part:
                    octets = bytes.fromhex(frames[i][2])
                    capture.write(struct.pack('<IIII', 1000000 + i, 0, len(octets), int(frames[i][1])) + octets)
                capture.flush()
                values.update(zip(part, answers([*program, *options], capture.name, fields)))
    return values


lines = open(path).read().split('\n')
fields = next(line for line in lines if line.startswith('fields ')).split(' ')[1:]
frames = [line.split(' ') for line in lines if line[:1].isdigit()]
theirs = asked([sys.argv[1]], options, frames, fields)
ours = asked([sys.argv[2], 'dump'], [], frames, fields)
output = [line for line in lines if line.startswith(('#', 'fields '))]
before = {}
for i, frame in enumerate(frames):
    now = {}
    for field, value, own in zip(fields, theirs[i], ours[i]):
        plain = value.isascii() and value.isprintable() and len(value) <= 100 and not value.endswith(' ')
        if value or own:
            now[field] = value if value == own and plain else '?'
    output.append(' '.join(frame))
    output += [' ' + field + (' ' + now[field] if field in now else '') for field in sorted({*before, *now}) if before.get(field) != now.get(field)]
    before = now
open(path, 'w').write('\n'.join(output) + '\n')
