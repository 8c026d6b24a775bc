#include "tests/bench/pointfiles.h"

#include "tests/support/stack.h"

#include <array>
#include <fstream>
#include <string>

namespace vethscope::bench {
namespace {

constexpr std::uint32_t flows = 2000;

struct Place {
    const char *node, *device;
    int hops;             // its TTL
    bool isTunnelled;
    std::int64_t later;   // nanoseconds
};
constexpr std::array<Place, 8> places{{{"n1", "veth1", 64, false, 0}, {"n1", "cni0", 64, false, 1'000}, {"n1", "flannel.1", 63, false, 2'000}, {"n1", "eth0", 63, true, 3'000},
                                       {"n2", "eth0", 63, true, 103'000}, {"n2", "flannel.1", 63, false, 104'000}, {"n2", "cni0", 62, false, 105'000}, {"n2", "veth2", 62, false, 106'000}}};

void put32(std::string &out, std::uint32_t value)
{
    out.append(reinterpret_cast<const char *>(&value), sizeof value);
}

void putNetwork(QByteArray &bytes, qsizetype at, std::uint64_t value, int size)
{
    for (int i = 0; i < size; ++i)
        bytes[at + i] = static_cast<char>(value >> 8 * (size - 1 - i));
}

// One segment, to be written again with other numbers; where its IPv4 header stands.
struct Segment {
    QByteArray bytes;
    qsizetype internet = 14;
};

Segment segmentAt(const Place &place)
{
    const QByteArray payload(100, 'x');
    QByteArray segment = test::ethernet(test::ipv4("10.244.0.2", "10.244.1.2", 6, test::tcp(40000, 80, 0x18, payload)));
    putNetwork(segment, 22, static_cast<std::uint64_t>(place.hops), 1);
    if (!place.isTunnelled)
        return {segment};
    const QByteArray outside = test::ethernet(test::ipv4("172.27.0.11", "172.27.16.10", 17, test::udp(50000, 8472, test::vxlan(1, segment))));
    return {outside, outside.size() - segment.size() + 14};
}

void writePoint(const std::filesystem::path &path, const Place &place, std::uint32_t packets)
{
    std::ofstream file(path, std::ios::binary);
    std::string out;
    for (const std::uint32_t word : {0xa1b23c4du, 0x00040002u, 0u, 0u, 262144u, 1u}) // nanoseconds
        put32(out, word);
    Segment segment = segmentAt(place);
    for (std::uint32_t i = 0; i < packets; ++i) {
        const std::uint32_t flow = i % flows;
        putNetwork(segment.bytes, segment.internet + 4, i & 0xffff, 2);
        putNetwork(segment.bytes, segment.internet + 15, 2 + flow % 200, 1);
        putNetwork(segment.bytes, segment.internet + 19, 2 + flow % 200, 1);
        putNetwork(segment.bytes, segment.internet + 20, 40000 + flow, 2);
        putNetwork(segment.bytes, segment.internet + 24, 1000 + i / flows * 100, 4);
        const std::int64_t time = std::int64_t{i} * 5'000 + place.later;
        put32(out, static_cast<std::uint32_t>(1'700'000'000 + time / 1'000'000'000));
        put32(out, static_cast<std::uint32_t>(time % 1'000'000'000));
        put32(out, static_cast<std::uint32_t>(segment.bytes.size()));
        put32(out, static_cast<std::uint32_t>(segment.bytes.size()));
        out.append(segment.bytes.constData(), static_cast<std::size_t>(segment.bytes.size()));
        if (out.size() > (1u << 22)) {
            file << out;
            out.clear();
        }
    }
    file << out;
}

} // namespace

std::vector<CaptureArgument> writePointFiles(const std::filesystem::path &folder, std::uint32_t packets)
{
    std::filesystem::create_directories(folder);
    std::vector<CaptureArgument> arguments;
    for (const Place &place : places) {
        const std::filesystem::path path = folder / (std::string(place.node) + '-' + place.device + ".pcap");
        writePoint(path, place, packets);
        arguments.push_back({CapturePoint{place.node, place.device}, path});
    }
    return arguments;
}

} // namespace vethscope::bench
