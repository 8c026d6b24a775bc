#include "tests/support/zipfile.h"

#include "tests/support/capturefile.h"

namespace vethscope::test {
namespace {

quint32 crcOf(const QByteArray &bytes)
{
    quint32 crc = 0xffffffff;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc;
}

QByteArray little(std::uint64_t value, int size)
{
    return number(value, size, Order::Little);
}

// What the header in front of a part and its entry in the list at the end have in common.
QByteArray described(const ZipPart &part)
{
    const auto size = std::uint64_t(part.bytes.size());
    return little(20, 2) + little(0, 2) + little(0, 2) + little(0, 2) + little(0x21, 2) + little(crcOf(part.bytes), 4) + little(size, 4) + little(size, 4)
        + little(std::uint64_t(part.name.size()), 2) + little(0, 2);
}

} // namespace

QByteArray zipOf(const QList<ZipPart> &parts)
{
    QByteArray archive, list;
    for (const ZipPart &part : parts) {
        list += "PK\1\2" + little(3 << 8 | 20, 2) + described(part) + little(0, 2) + little(0, 2) + little(0, 2) + little(std::uint64_t(part.mode) << 16, 4)
            + little(std::uint64_t(archive.size()), 4) + part.name;
        archive += "PK\3\4" + described(part) + part.name + part.bytes;
    }
    const auto count = std::uint64_t(parts.size());
    return archive + list + "PK\5\6" + little(0, 4) + little(count, 2) + little(count, 2) + little(std::uint64_t(list.size()), 4)
        + little(std::uint64_t(archive.size()), 4) + little(0, 2);
}

} // namespace vethscope::test
