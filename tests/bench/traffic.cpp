#include "tests/bench/traffic.h"

#include <algorithm>
#include <string_view>

namespace vethscope::bench {
namespace {

using Octets = std::vector<std::uint8_t>;

// Builds a frame from the outside in; lengths are filled in once everything inside is there.
class Builder
{
public:
    Builder &ethernet(std::uint16_t type)
    {
        put({0x52, 0x54, 0, 0xc2, 0xee, 0xdb, 0x52, 0x54, 0, 0x4e, 0x05, 0x02});
        return put16(type);
    }

    Builder &ipv4(std::uint8_t protocol, std::initializer_list<std::uint8_t> source, std::initializer_list<std::uint8_t> destination)
    {
        m_lengths.push_back({m_frame.bytes.size() + 2, m_frame.bytes.size()});
        m_frame.internetAt.push_back(m_frame.bytes.size());
        put({0x45, 0, 0, 0, 0x3d, 0x41, 0x40, 0, 64, protocol, 0, 0});
        put(source);
        m_frame.sourceAt.push_back(m_frame.bytes.size() - 1);
        put(destination);
        m_frame.destinationAt.push_back(m_frame.bytes.size() - 1);
        return *this;
    }

    Builder &udp(std::uint16_t source, std::uint16_t destination)
    {
        put16(source).put16(destination);
        m_lengths.push_back({m_frame.bytes.size(), m_frame.bytes.size() - 4});
        return put({0, 0, 0, 0});
    }

    Builder &vxlan(std::uint8_t vni) { return put({8, 0, 0, 0, 0, 0, vni, 0}); }

    Builder &tcp(std::uint16_t source, std::uint16_t destination, std::uint8_t flags)
    {
        m_frame.tcpAt = m_frame.bytes.size();
        put16(source).put16(destination).put({0x7a, 1, 0xc5, 0x1e, 0x90, 0x11, 0x42, 1, 0x80, flags, 0, 0xdd, 0, 0, 0, 0});
        return put({1, 1, 8, 10, 0x4e, 0x94, 0xc6, 0x4d, 0x7b, 0xae, 0x92, 0x90});
    }

    Builder &text(std::string_view text)
    {
        m_frame.bytes.insert(m_frame.bytes.end(), text.begin(), text.end());
        return *this;
    }

    Builder &dns(std::string_view message)
    {
        m_frame.dnsAt = m_frame.bytes.size();
        return text(message);
    }

    Builder &filler(std::size_t size)
    {
        m_frame.bytes.insert(m_frame.bytes.end(), size, 0x5a);
        return *this;
    }

    Builder &put(std::initializer_list<std::uint8_t> octets)
    {
        m_frame.bytes.insert(m_frame.bytes.end(), octets);
        return *this;
    }

    Builder &put16(unsigned value) { return put({static_cast<std::uint8_t>(value >> 8), static_cast<std::uint8_t>(value & 0xff)}); }

    Template done()
    {
        for (const Length &length : m_lengths) {
            const std::size_t size = m_frame.bytes.size() - length.from;
            m_frame.bytes[length.at] = static_cast<std::uint8_t>(size >> 8);
            m_frame.bytes[length.at + 1] = static_cast<std::uint8_t>(size & 0xff);
        }
        return std::move(m_frame);
    }

private:
    struct Length {
        std::size_t at;
        std::size_t from;
    };
    Template m_frame;
    std::vector<Length> m_lengths;
};

constexpr std::string_view request = "GET /index.html HTTP/1.1\r\nHost: web.default.svc.cluster.local\r\nUser-Agent: curl/7.88.1\r\nAccept: */*\r\n\r\n";
constexpr std::string_view answer = "HTTP/1.1 200 OK\r\nServer: lab\r\nContent-Type: text/html\r\nContent-Length: 300\r\n\r\n";
constexpr std::string_view question{"\x1d\x42\x01\x00\x00\x01\x00\x00\x00\x00\x00\x00\x03www\x05"
                                    "baidu\x03" "com\x07" "default\x03svc\x07" "cluster\x05local\x00\x00\x01\x00\x01", 57};

Builder vxlanTo(std::uint16_t sourcePort)
{
    Builder builder;
    builder.ethernet(0x0800).ipv4(17, {172, 27, 0, 11}, {172, 27, 16, 10}).udp(sourcePort, 8472).vxlan(1).ethernet(0x0800);
    return builder;
}

void write(std::vector<std::uint8_t> &bytes, std::size_t at, std::uint32_t value, int size)
{
    for (int i = 0; i < size; ++i)
        bytes[at + static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(value >> 8 * (size - 1 - i));
}

std::uint64_t read(const std::vector<std::uint8_t> &bytes, std::size_t at, int size)
{
    std::uint64_t value = 0;
    for (int i = 0; i < size; ++i)
        value = value << 8 | bytes[at + static_cast<std::size_t>(i)];
    return value;
}

} // namespace

std::vector<Template> mixOfTraffic()
{
    std::vector<Template> mix;
    mix.push_back(vxlanTo(57642).ipv4(6, {10, 244, 0, 60}, {10, 244, 1, 3}).tcp(41490, 80, 0x02).done());
    mix.push_back(vxlanTo(57642).ipv4(6, {10, 244, 0, 60}, {10, 244, 1, 3}).tcp(41490, 80, 0x18).text(request).done());
    mix.push_back(vxlanTo(33211).ipv4(6, {10, 244, 1, 3}, {10, 244, 0, 60}).tcp(80, 41490, 0x18).text(answer).filler(300).done());
    mix.push_back(vxlanTo(57642).ipv4(6, {10, 244, 0, 60}, {10, 244, 1, 3}).tcp(41490, 80, 0x10).done());
    mix.push_back(vxlanTo(45001).ipv4(17, {10, 244, 1, 7}, {10, 244, 0, 58}).udp(54477, 53).dns(question).done());
    mix.push_back(vxlanTo(45001).ipv4(6, {10, 244, 1, 7}, {10, 244, 0, 9}).tcp(35910, 3306, 0x18).filler(640).done());
    mix.push_back(vxlanTo(45001).ipv4(6, {10, 244, 0, 9}, {10, 244, 1, 7}).tcp(3306, 35910, 0x10).done());
    mix.push_back(Builder().ethernet(0x0800).ipv4(4, {172, 27, 0, 11}, {172, 27, 16, 10}).ipv4(6, {10, 244, 2, 5}, {10, 244, 3, 6})
                      .tcp(50122, 443, 0x18).filler(512).done());
    mix.push_back(Builder().ethernet(0x0800).ipv4(6, {172, 27, 0, 11}, {172, 27, 16, 10}).tcp(33001, 179, 0x18)
                      .filler(0).put({255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0, 19, 4}).done());
    mix.push_back(Builder().ethernet(0x0800).ipv4(6, {10, 244, 0, 60}, {10, 244, 0, 9}).tcp(40010, 8080, 0x18).text(request).filler(200).done());
    mix.push_back(Builder().ethernet(0x0800).ipv4(17, {10, 244, 0, 60}, {10, 96, 0, 10}).udp(54477, 53).dns(question).done());
    mix.push_back(Builder().ethernet(0x0800).ipv4(6, {172, 27, 0, 11}, {172, 27, 16, 10}).tcp(6443, 51002, 0x18).filler(900).done());
    return mix;
}

void Connections::number(Template &frame)
{
    for (const std::size_t header : frame.internetAt)
        write(frame.bytes, header + 4, ++m_identification, 2);
    if (frame.dnsAt > 0)
        write(frame.bytes, frame.dnsAt, m_identification, 2);
    if (frame.tcpAt == 0)
        return;
    const std::size_t addresses = frame.internetAt.back() + 12;
    const std::uint64_t source = read(frame.bytes, addresses, 4) << 16 | read(frame.bytes, frame.tcpAt, 2), destination = read(frame.bytes, addresses + 4, 4) << 16 | read(frame.bytes, frame.tcpAt + 2, 2);
    Numbers &numbers = m_all[std::minmax(source, destination)];
    const bool isLesser = source < destination;
    std::uint8_t &flags = frame.bytes[frame.tcpAt + 13];
    constexpr std::uint8_t syn = 0x02, ack = 0x10;
    if (flags == syn || (flags == ack && frame.data() == 0))
        flags = numbers.isOpen ? ack : syn;
    numbers.isOpen = true;
    std::uint32_t &next = numbers.next[isLesser ? 0 : 1];
    write(frame.bytes, frame.tcpAt + 4, next, 4);
    write(frame.bytes, frame.tcpAt + 8, numbers.next[isLesser ? 1 : 0], 4);
    next += frame.data() + (flags == syn ? 1 : 0);
}

} // namespace vethscope::bench
