#include "tests/support/capturefile.h"

#include "core/capture/capturereader.h"
#include "tests/support/packets.h"

#include <QFile>

#include <vector>

namespace vethscope::test {

QByteArray number(std::uint64_t value, int size, Order order)
{
    QByteArray bytes;
    for (int i = 0; i < size; ++i) {
        const int shift = 8 * (order == Order::Big ? size - 1 - i : i);
        bytes.append(static_cast<char>(value >> shift & 0xff));
    }
    return bytes;
}

namespace {

QByteArray padded(const QByteArray &bytes)
{
    return bytes + QByteArray((4 - bytes.size() % 4) % 4, '\0');
}

std::uint32_t lengthOf(const QByteArray &bytes, std::uint32_t original)
{
    return original > 0 ? original : static_cast<std::uint32_t>(bytes.size());
}

} // namespace

PcapFile::PcapFile(Order order, Magic magic, std::uint32_t linkType) : m_order(order), m_magic(magic)
{
    raw(number(magic, 4, order) + number(2, 2, order) + number(4, 2, order) + number(0, 8, order) + number(262144, 4, order)
        + number(linkType, 4, order));
}

PcapFile &PcapFile::packet(std::uint32_t seconds, std::uint32_t fraction, const QByteArray &bytes, std::uint32_t original)
{
    header(seconds, fraction, static_cast<std::uint32_t>(bytes.size()), lengthOf(bytes, original));
    return raw(bytes);
}

PcapFile &PcapFile::header(std::uint32_t seconds, std::uint32_t fraction, std::uint32_t captured, std::uint32_t original)
{
    for (const std::uint32_t value : {seconds, fraction, captured, original})
        raw(number(value, 4, m_order));
    // Kuznetzov's "modified" records go on with the interface's index, the protocol, the packet type and padding.
    return m_magic == Modified ? raw(QByteArray(8, '\x77')) : *this;
}

PcapFile &PcapFile::raw(const QByteArray &bytes)
{
    m_bytes += bytes;
    return *this;
}

PcapngFile &PcapngFile::section(Order order)
{
    m_order = order;
    return block(0x0a0d0d0a, value(0x1a2b3c4d, 4) + value(1, 2) + value(0, 2) + QByteArray(8, '\xff'));
}

PcapngFile &PcapngFile::interface(std::uint16_t linkType, const QByteArray &options, std::uint32_t snapLength)
{
    return block(1, value(linkType, 2) + value(0, 2) + value(snapLength, 4) + options);
}

PcapngFile &PcapngFile::enhanced(std::uint32_t interface, std::uint64_t ticks, const QByteArray &bytes, std::uint32_t original,
                                 const QByteArray &options)
{
    return block(6, value(interface, 4) + value(ticks >> 32, 4) + value(ticks & 0xffffffff, 4)
                        + value(static_cast<std::uint64_t>(bytes.size()), 4) + value(lengthOf(bytes, original), 4) + padded(bytes)
                        + options);
}

PcapngFile &PcapngFile::simple(const QByteArray &bytes, std::uint32_t original)
{
    return block(3, value(lengthOf(bytes, original), 4) + padded(bytes));
}

PcapngFile &PcapngFile::obsolete(std::uint16_t interface, std::uint64_t ticks, const QByteArray &bytes)
{
    const auto size = static_cast<std::uint64_t>(bytes.size());
    return block(2, value(interface, 2) + value(0, 2) + value(ticks >> 32, 4) + value(ticks & 0xffffffff, 4) + value(size, 4)
                        + value(size, 4) + padded(bytes));
}

PcapngFile &PcapngFile::block(std::uint32_t type, const QByteArray &body)
{
    const QByteArray whole = padded(body);
    const QByteArray length = value(static_cast<std::uint64_t>(whole.size()) + 12, 4);
    return raw(value(type, 4) + length + whole + length);
}

PcapngFile &PcapngFile::raw(const QByteArray &bytes)
{
    m_bytes += bytes;
    return *this;
}

QByteArray PcapngFile::option(std::uint16_t code, const QByteArray &content) const
{
    return value(code, 2) + value(static_cast<std::uint64_t>(content.size()), 2) + padded(content);
}

namespace {

QString lineOf(const Frame &frame, const Interface &interface)
{
    QString line = frame.timed ? QStringLiteral("%1.%2").arg(frame.time / 1'000'000'000)
                                     .arg(frame.time % 1'000'000'000, 9, 10, QLatin1Char('0'))
                               : QStringLiteral("no time");
    if (interface.described)
        line += QStringLiteral(" interface %1").arg(interface.id);
    if (!interface.name.empty())
        line += QStringLiteral(" (%1)").arg(QString::fromStdString(interface.name));
    line += QStringLiteral(" link %1: ").arg(interface.linkType);
    line += QString::fromLatin1(QByteArray(asText(frame.bytes).data(), static_cast<qsizetype>(frame.bytes.size())).toHex());
    if (frame.originalLength != frame.bytes.size())
        line += QStringLiteral(", %1 on the wire").arg(frame.originalLength);
    if (!frame.comment.empty())
        line += QStringLiteral(" \"%1\"").arg(QString::fromUtf8(frame.comment.data(), static_cast<qsizetype>(frame.comment.size())));
    return line;
}

} // namespace

QStringList recordsOf(const QByteArray &file)
{
    // Of exactly the file's size, so that the address sanitizer sees the first byte read too many.
    const std::vector<char> copy(file.begin(), file.end());
    std::vector<Interface> interfaces;
    const auto reader = makeReader(std::as_bytes(std::span(copy)), Sentence::verbatim("file"), [&](Interface interface) {
        interfaces.push_back(std::move(interface));
        return static_cast<std::uint32_t>(interfaces.size() - 1);
    });
    if (!reader)
        return {QStringLiteral("! ") + QString::fromStdString(reader.error().message.english())};
    QStringList lines;
    while (const auto record = (*reader)->next()) {
        Frame frame;
        frame.time = record->time;
        (*reader)->read(*record, interfaces[record->source], frame);
        lines << lineOf(frame, interfaces[record->source]);
    }
    if ((*reader)->problem())
        lines << QStringLiteral("! ") + QString::fromStdString((*reader)->problem()->message.english());
    return lines;
}

QString writeFile(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    const QString path = folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

} // namespace vethscope::test
