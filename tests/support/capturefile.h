#pragma once

#include <QByteArray>
#include <QStringList>
#include <QTemporaryDir>

namespace vethscope::test {

/// The byte order of the machine that wrote a capture file.
enum class Order : std::uint8_t { Little, Big };

/// A number as a machine of that byte order writes it: two, four or eight bytes.
QByteArray number(std::uint64_t value, int size, Order order);

/// The bytes of a pcap file, built record by record; `raw` puts in what no writer would write.
class PcapFile
{
public:
    enum Magic : std::uint32_t { Microseconds = 0xa1b2c3d4, Nanoseconds = 0xa1b23c4d, Modified = 0xa1b2cd34 };

    explicit PcapFile(Order order = Order::Little, Magic magic = Microseconds, std::uint32_t linkType = 1);

    /// `original` 0: nothing was cut.
    PcapFile &packet(std::uint32_t seconds, std::uint32_t fraction, const QByteArray &bytes, std::uint32_t original = 0);
    PcapFile &raw(const QByteArray &bytes);
    /// A record header alone, with whatever lengths.
    PcapFile &header(std::uint32_t seconds, std::uint32_t fraction, std::uint32_t captured, std::uint32_t original);

    const QByteArray &bytes() const { return m_bytes; }

private:
    Order m_order;
    Magic m_magic;
    QByteArray m_bytes;
};

/// The bytes of a pcapng file, built block by block.
class PcapngFile
{
public:
    /// A file without a section is what `raw` makes of it.
    PcapngFile() = default;
    explicit PcapngFile(Order order) { section(order); }

    PcapngFile &section(Order order);
    PcapngFile &interface(std::uint16_t linkType, const QByteArray &options = {}, std::uint32_t snapLength = 262144);
    PcapngFile &enhanced(std::uint32_t interface, std::uint64_t ticks, const QByteArray &bytes, std::uint32_t original = 0,
                         const QByteArray &options = {});
    PcapngFile &simple(const QByteArray &bytes, std::uint32_t original = 0);
    PcapngFile &obsolete(std::uint16_t interface, std::uint64_t ticks, const QByteArray &bytes);
    PcapngFile &block(std::uint32_t type, const QByteArray &body);
    PcapngFile &raw(const QByteArray &bytes);

    /// An option of the current section's byte order, padded; several are joined with `+`.
    QByteArray option(std::uint16_t code, const QByteArray &value) const;
    QByteArray value(std::uint64_t number, int size) const { return test::number(number, size, m_order); }

    const QByteArray &bytes() const { return m_bytes; }

private:
    Order m_order = Order::Little;
    QByteArray m_bytes;
};

/// What the reader of that file finds, a line each: `1.000000000 link 1: 01020304`, the length on the
/// wire where it differs, a comment in quotes; then a line with the problem that ended the walk.
QStringList recordsOf(const QByteArray &file);

/// Writes the bytes into the folder and returns the path.
QString writeFile(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes);

} // namespace vethscope::test
