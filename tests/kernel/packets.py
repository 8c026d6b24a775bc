#!/usr/bin/env python3
"""Sends real packets through a machine with rules, and tells where each came out and with which addresses.

    packets.py QUESTIONS FOLDER

Runs in the machine's network namespace; `client` and `server` are namespaces of `ip netns` beside it. A question is `NUMBER WHERE PROTOCOL SOURCE PORT
DESTINATION PORT`: from where it is sent, tcp (a SYN), udp or icmp (its type in the place of the destination's port). An answer is `NUMBER WHERE SOURCE PORT
DESTINATION PORT`, or `NUMBER rejected HOW`; none where nothing came out. Each phase asks its own questions, with what conntrack knew before:
FOLDER/questionsN, connectionsN, answersN. In the second UDP packets go again, in the third their answers come back, in the fourth they go once more.
"""

import ctypes
import select
import socket
import struct
import sys
import time

CLONE_NEWNET = 0x40000000
ETH_P_IP = 0x0800
MARKER = 0x5653
PROTOCOLS = {"tcp": 6, "udp": 17, "icmp": 1}


def in_namespace(name, make):
    """What `make` opens belongs to that namespace; the program itself comes back."""
    libc = ctypes.CDLL(None, use_errno=True)
    with open("/proc/self/ns/net") as own:
        if name:
            with open(f"/run/netns/{name}") as other:
                if libc.setns(other.fileno(), CLONE_NEWNET) != 0:
                    raise OSError(ctypes.get_errno(), "setns")
        try:
            return make()
        finally:
            libc.setns(own.fileno(), CLONE_NEWNET)


def raw_sender():
    sender = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_RAW)
    sender.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
    return sender


def listener():
    heard = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(ETH_P_IP))
    heard.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 22)
    heard.bind(("eth0", ETH_P_IP))
    return heard


def local_listener(protocol):
    """Sees what was delivered to the machine itself, behind all rules."""
    heard = socket.socket(socket.AF_INET, socket.SOCK_RAW, protocol)
    heard.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 22)
    return heard


def checksum(data):
    if len(data) % 2:
        data += b"\0"
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xffff) + (total >> 16)
    return ~total & 0xffff


def packet(number, protocol, source, source_port, destination, destination_port):
    marker = struct.pack("!HH", MARKER, number)
    ends = socket.inet_aton(source) + socket.inet_aton(destination)
    if protocol == "udp":
        body = struct.pack("!HHHH", source_port, destination_port, 8 + len(marker), 0) + marker
    elif protocol == "tcp":
        body = struct.pack("!HH4sIBBHHH", source_port, destination_port, marker, 0, 5 << 4, 2, 64240, 0, 0)
        body = body[:16] + struct.pack("!H", checksum(ends + struct.pack("!BBH", 0, 6, len(body)) + body)) + body[18:]
    else:
        body = struct.pack("!BBHHH", destination_port, 0, 0, source_port, 1) + marker
        body = body[:2] + struct.pack("!H", checksum(body)) + body[4:]
    return struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(body), number or 1, 0, 64, PROTOCOLS[protocol], 0) + ends + body


def read_answer(where, data):
    """The answer that a packet is, or nothing where it is none of ours."""
    header = (data[0] & 15) * 4
    protocol, body = data[9], data[header:]
    source, destination = socket.inet_ntoa(data[12:16]), socket.inet_ntoa(data[16:20])
    if len(body) < 8:
        return None
    marker, ports = b"", None
    if protocol == 17:
        marker, ports = body[8:12], struct.unpack("!HH", body[:4])
    elif protocol == 6:
        if body[13] & 4:  # RST: what it acknowledges
            acknowledged = struct.unpack("!I", body[8:12])[0] - 1 & 0xffffffff
            marker = struct.pack("!I", acknowledged)
            return (struct.unpack("!H", marker[2:])[0], f"rejected {source} tcp-reset") if marker[:2] == struct.pack("!H", MARKER) else None
        marker, ports = body[4:8], struct.unpack("!HH", body[:4])
    elif protocol == 1 and body[0] in (3, 11):
        inner = read_answer("", body[8:] + b"\0" * 8)
        return inner and (inner[0], f"rejected {source} icmp {body[0]} {body[1]}")
    elif protocol == 1 and body[0] not in (0, 14):  # answers to what came through
        marker, ports = body[8:12], (0, body[0])
    if len(marker) < 4 or struct.unpack("!H", marker[:2])[0] != MARKER:
        return None
    return struct.unpack("!H", marker[2:])[0], f"{where} {source} {ports[0]} {destination} {ports[1]}"


class Laboratory:
    def __init__(self):
        self.senders = {name: in_namespace(namespace, raw_sender) for name, namespace in (("client", "client"), ("server", "server"), ("router", None))}
        self.listeners = {in_namespace("client", listener): "client", in_namespace("server", listener): "server"}
        self.listeners |= {local_listener(protocol): "router" for protocol in PROTOCOLS.values()}

    def hear(self, answers):
        for _ in range(5000):  # even where packets go round and round
            ready, _, _ = select.select(list(self.listeners), [], [], 0)
            if not ready:
                return
            for heard in ready:
                data, sender = heard.recvfrom(4096)
                if heard.family == socket.AF_PACKET and sender[2] == socket.PACKET_OUTGOING:
                    continue
                found = read_answer(self.listeners[heard], data)
                if found and (found[0] not in answers or not found[1].startswith("rejected")):
                    answers[found[0]] = found[1]

    def ask(self, questions):
        answers = {}
        for number, where, protocol, *ends in questions:
            data = packet(number, protocol, ends[0], ends[1], ends[2], ends[3])
            try:
                self.senders[where].sendto(data, (ends[2], 0))
            except OSError:
                pass  # rules at OUTPUT refused it
            time.sleep(0.0005)
            self.hear(answers)
        time.sleep(0.2)
        self.hear(answers)
        return answers


def write_phase(folder, phase, questions, laboratory):
    with open("/proc/net/nf_conntrack") as table, open(f"{folder}/connections{phase}", "w") as copy:
        copy.write(table.read())
    answers = laboratory.ask(questions)
    with open(f"{folder}/questions{phase}", "w") as file:
        file.writelines(" ".join(map(str, question)) + "\n" for question in questions)
    with open(f"{folder}/answers{phase}", "w") as file:
        file.writelines(f"{number} {answer}\n" for number, answer in sorted(answers.items()))
    return answers


def main():
    questions = []
    with open(sys.argv[1]) as file:
        for line in file:
            number, where, protocol, source, source_port, destination, destination_port = line.split()
            questions.append((int(number), where, protocol, source, int(source_port), destination, int(destination_port)))
    folder = sys.argv[2]
    laboratory = Laboratory()
    answers = write_phase(folder, 1, questions, laboratory)
    again = [question for question in questions if question[2] == "udp"]
    write_phase(folder, 2, again, laboratory)
    back = []
    for question in again:
        where, *ends = answers.get(question[0], "none").split()
        if where == "server" and question[1] == "client":
            back.append((question[0], "server", "udp", ends[2], int(ends[3]), ends[0], int(ends[1])))
    write_phase(folder, 3, back, laboratory)
    write_phase(folder, 4, again, laboratory)


main()
