#include "tests/bench/troubles.h"

#include "tests/support/stack.h"

#include <array>
#include <fstream>
#include <string>

#include <fmt/format.h>

namespace vethscope::bench {
namespace {

using test::ethernet;
using test::ipv4;
using test::tcp;
using test::udp;

class PointFile
{
public:
    explicit PointFile(const std::filesystem::path &path) : m_file(path, std::ios::binary)
    {
        for (const std::uint32_t word : {0xa1b23c4du, 0x00040002u, 0u, 0u, 262144u, 1u}) // nanoseconds
            put(word);
    }

    void add(std::int64_t time, const QByteArray &frame)
    {
        put(static_cast<std::uint32_t>(1'700'000'000 + time / 1'000'000'000));
        put(static_cast<std::uint32_t>(time % 1'000'000'000));
        put(static_cast<std::uint32_t>(frame.size()));
        put(static_cast<std::uint32_t>(frame.size()));
        m_file.write(frame.constData(), frame.size());
    }

private:
    void put(std::uint32_t value) { m_file.write(reinterpret_cast<const char *>(&value), sizeof value); }

    std::ofstream m_file;
};

QByteArray network16(std::uint32_t value)
{
    return QByteArray(1, static_cast<char>(value >> 8)) + QByteArray(1, static_cast<char>(value));
}

QByteArray network32(std::uint32_t value)
{
    return network16(value >> 16) + network16(value);
}

// The numbers of the segment in an Ethernet frame.
QByteArray numbered(QByteArray frame, std::uint32_t sequence, std::uint32_t id)
{
    frame.replace(38, 4, network32(sequence));
    return frame.replace(18, 2, network16(id));
}

QByteArray dns(std::uint32_t number, bool isAnswer)
{
    const std::string label = fmt::format("name{}", number / 4);
    QByteArray message = network16(number) + network16(isAnswer ? 0x8180 : 0x0100) + network16(1) + network16(0) + network16(0) + network16(0);
    for (const std::string &part : {label, std::string("example")})
        message += QByteArray(1, static_cast<char>(part.size())) + QByteArray::fromStdString(part);
    return message + QByteArray(1, '\0') + network16(number % 2 == 0 ? 1 : 28) + network16(1);
}

QByteArray arpFor(std::uint32_t number)
{
    return ethernet(QByteArray::fromHex("00010800060400010200000000010af4003c000000000000") + network32(0x0af40000 + number % 5000), 0x0806);
}

} // namespace

std::vector<CaptureArgument> writeTroubles(const std::filesystem::path &folder, std::uint32_t frames)
{
    std::filesystem::create_directories(folder);
    const std::array paths{folder / "veth.pcap", folder / "flannel.pcap"};
    PointFile veth(paths[0]), tunnel(paths[1]);
    constexpr const char *pod = "10.244.0.60", *service = "10.109.140.18", *endpoint = "10.244.1.7", *resolver = "10.244.0.58";
    for (std::uint32_t i = 0, written = 0; written < frames; ++i) {
        const std::int64_t time = std::int64_t{i} * 100'000;
        const auto port = static_cast<std::uint16_t>(1024 + i % 3'000);
        const auto both = [&](int step, const QByteArray &atVeth, const QByteArray &atTunnel) {
            veth.add(time + step * 10'000, atVeth);
            tunnel.add(time + step * 10'000 + 1'000, atTunnel);
            written += 2;
        };
        const auto segment = [&](const char *from, const char *to, std::uint16_t source, std::uint16_t destination, std::uint8_t flags, std::uint32_t sequence, std::uint32_t id) {
            return numbered(ethernet(ipv4(from, to, 6, tcp(source, destination, flags, (flags & 8) ? QByteArray(60, 'x') : QByteArray()))), sequence, id);
        };
        both(0, segment(pod, service, port, 80, 0x18, i, i), segment(pod, endpoint, port, 80, 0x18, i, i));
        both(1, segment(service, pod, 80, port, 0x18, i, i), segment(endpoint, pod, 80, port, 0x18, i, i));
        both(2, segment(endpoint, pod, 80, port, 0x18, i + 99'999, i), segment(endpoint, pod, 80, port, 0x18, i + 99'999, i));
        both(3, segment(pod, endpoint, port, 80, 4, 0, i), segment(pod, endpoint, port, 80, 4, 0, i));
        both(4, segment(pod, "10.244.1.3", 40'000, 80, 0x18, i / 2 * 60, i), segment(pod, "10.244.1.3", 40'000, 80, 0x18, i / 2 * 60, i)); // each range twice
        veth.add(time + 60'000, segment(pod, "10.244.1.3", static_cast<std::uint16_t>(41'000 + i % 64), 80, 0x18, i * 60, i)); // seen there alone
        veth.add(time + 70'000, ethernet(ipv4(pod, resolver, 17, udp(port, 53, dns(i, false)))));
        if (i % 3 != 0)
            veth.add(time + 80'000, ethernet(ipv4(resolver, pod, 17, udp(53, port, dns(i, true)))));
        veth.add(time + 90'000, arpFor(i));
        veth.add(time + 95'000, ethernet(ipv4(pod, "172.27.0.11", 17, udp(port, 8472, QByteArray(20, 'x')))));
        written += 5;
    }
    return {{CapturePoint{"master", "vetha1f852ea"}, paths[0]}, {CapturePoint{"master", "flannel.1"}, paths[1]}};
}

} // namespace vethscope::bench
