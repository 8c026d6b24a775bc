#include "tests/support/stack.h"

#include "tests/support/capturefile.h"

#include <QtGlobal>

#include <arpa/inet.h>

namespace vethscope::test {
namespace {

QByteArray big(std::uint64_t value, int size)
{
    return number(value, size, Order::Big);
}

QByteArray address(int family, const char *text)
{
    QByteArray bytes(family == AF_INET ? 4 : 16, '\0');
    if (::inet_pton(family, text, bytes.data()) != 1)
        qFatal("%s is no address", text);
    return bytes;
}

// RFC 1071, over an even number of bytes.
std::uint16_t checksum(const QByteArray &bytes)
{
    std::uint32_t sum = 0;
    for (qsizetype i = 0; i + 1 < bytes.size(); i += 2)
        sum += static_cast<std::uint32_t>(static_cast<std::uint8_t>(bytes[i]) << 8 | static_cast<std::uint8_t>(bytes[i + 1]));
    while (sum >> 16)
        sum = (sum & 0xffff) + (sum >> 16);
    return static_cast<std::uint16_t>(~sum);
}

} // namespace

QByteArray ethernet(const QByteArray &payload, std::uint16_t type)
{
    return QByteArray::fromHex("020000000002 020000000001") + big(type, 2) + payload;
}

QByteArray vlan(std::uint16_t id, const QByteArray &payload, std::uint16_t type)
{
    return big(id, 2) + big(type, 2) + payload;
}

QByteArray ipv4(const char *source, const char *destination, std::uint8_t protocol, const QByteArray &payload)
{
    const QByteArray before = QByteArray::fromHex("4500") + big(20 + static_cast<std::uint64_t>(payload.size()), 2)
        + QByteArray::fromHex("0001 4000 40") + big(protocol, 1);
    const QByteArray behind = address(AF_INET, source) + address(AF_INET, destination);
    return before + big(checksum(before + behind), 2) + behind + payload;
}

QByteArray ipv6(const char *source, const char *destination, std::uint8_t next, const QByteArray &payload)
{
    return QByteArray::fromHex("60000000") + big(static_cast<std::uint64_t>(payload.size()), 2) + big(next, 1) + big(64, 1)
        + address(AF_INET6, source) + address(AF_INET6, destination) + payload;
}

QByteArray udp(std::uint16_t source, std::uint16_t destination, const QByteArray &payload)
{
    return big(source, 2) + big(destination, 2) + big(8 + static_cast<std::uint64_t>(payload.size()), 2) + big(0, 2) + payload;
}

QByteArray tcp(std::uint16_t source, std::uint16_t destination, std::uint8_t flags, const QByteArray &payload)
{
    return big(source, 2) + big(destination, 2) + big(1000, 4) + big(2000, 4) + big(0x50, 1) + big(flags, 1) + big(512, 2)
        + big(0, 4) + payload;
}

QByteArray vxlan(std::uint32_t vni, const QByteArray &frame)
{
    return big(0x08000000, 4) + big(vni, 3) + big(0, 1) + frame;
}

QByteArray echoRequest(const QByteArray &payload)
{
    const QByteArray message = QByteArray::fromHex("0800 0000 0007 0001") + payload;
    return message.first(2) + big(checksum(message), 2) + message.sliced(4);
}

QByteArray requestOverVxlan()
{
    const QByteArray request = "GET /healthz HTTP/1.1\r\nHost: web\r\n\r\n";
    return ethernet(ipv4("172.27.0.11", "172.27.16.10", 17,
                         udp(40000, 8472, vxlan(1, ethernet(ipv4("10.244.0.60", "10.244.1.3", 6, tcp(43770, 80, 0x18, request)))))));
}

} // namespace vethscope::test
