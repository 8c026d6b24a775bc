#include "tests/support/testcapture.h"

#include <QFile>
#include <QTest>

#include <array>
#include <bit>

namespace vethscope {
namespace {

// Numbers of a pcap file are in the order of the machine that wrote it; the magic number tells which.
QByteArray number(quint32 value)
{
    const auto bytes = std::bit_cast<std::array<char, 4>>(value);
    return QByteArray(bytes.data(), 4);
}

QByteArray pcap(std::initializer_list<QByteArray> frames, quint32 linkType)
{
    constexpr quint32 magic = 0xa1b2c3d4;
    constexpr quint32 version = std::endian::native == std::endian::little ? 0x00040002 : 0x00020004;
    QByteArray file = number(magic) + number(version) + number(0) + number(0) + number(262144) + number(linkType);
    quint32 microseconds = 0;
    for (const QByteArray &digits : frames) {
        const QByteArray bytes = QByteArray::fromHex(digits);
        const auto size = static_cast<quint32>(bytes.size());
        file += number(1'600'000'000) + number(microseconds++) + number(size) + number(size) + bytes;
    }
    return file;
}

} // namespace

TestCapture::TestCapture(std::initializer_list<QByteArray> frames, quint32 linkType)
{
    const QString path = m_folder.filePath(QStringLiteral("test.pcap"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(path));
    file.write(pcap(frames, linkType));
    file.close();
    if (!m_capture.open({path}))
        qFatal("cannot open %s", qPrintable(path));
    if (!QTest::qWaitFor([this] { return m_capture.store().finished(); }))
        qFatal("the index of %s does not end", qPrintable(path));
}

QByteArray headOverVxlan()
{
    return
        "feee3207 ea075254 00c2eedb 08004500 00b19aee 00004011 7702ac1b 000bac1b"
        "100a976c 2118009d 00000800 00000000 01002a3c a0e1a9b6 8e5c7980 cdcc0800"
        "4500007f 4f864000 4006d408 0af40000 0af40103 e61a0050 11d72fcd 27568c2f"
        "801800dd 42e70000 0101080a 4e94604a 7ba9e890 48454144 202f2048 5454502f"
        "312e310d 0a557365 722d4167 656e743a 20637572 6c2f372e 32392e30 0d0a486f"
        "73743a20 31302e32 34342e31 2e330d0a 41636365 70743a20 2a2f2a0d 0a0d0a";
}

QByteArray pingOverIpip()
{
    return
        "5254004e 0502feee 3207ea08 08004500 006877aa 40003e04 5c9cac1b 000bac1b"
        "100a4500 00541234 40003f01 92970ae9 40050ae9 41070800 1fea1f40 00011011"
        "12131415 16171819 1a1b1c1d 1e1f2021 22232425 26272829 2a2b2c2d 2e2f3031"
        "32333435 36373839 3a3b3c3d 3e3f4041 42434445 4647";
}

QByteArray nativeQuery()
{
    return
        "822a0551 fe51b2ad 3a6e3a4f 08004500 003b4242 40004011 e2d60af4 003c0a60"
        "000ad4cd 00350027 7441e4c1 01000001 00000000 00000377 77770562 61696475"
        "03636f6d 00000100 01";
}

} // namespace vethscope
