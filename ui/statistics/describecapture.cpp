#include "ui/statistics/describecapture.h"

#include "core/capture/unpack.h"
#include "core/columns/timetext.h"
#include "core/dissect/protocol.h"
#include "ui/shared/groupeddigits.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/utf8text.h"
#include "ui/statistics/filehashes.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cmath>

namespace vethscope {
namespace {

using Section = CaptureProperties::Section;

QString say(const char *words)
{
    return QCoreApplication::translate("CaptureProperties", words);
}

QString unknown()
{
    return QStringLiteral("–");
}

QString byteCount(std::uint64_t bytes)
{
    return say(QT_TRANSLATE_NOOP("CaptureProperties", "%1 bytes")).arg(grouped(bytes));
}

QString timeOf(std::optional<std::int64_t> time, std::uint64_t unitsPerSecond)
{
    if (!time)
        return unknown();
    TextBuffer text;
    printTime(text, {TimeFormat::DateAndTime, TimeStyle::asTheFile}, *time, 0, digitsOf(unitsPerSecond));
    return vethscope::text(viewOf(text));
}

QString span(std::optional<double> seconds)
{
    return seconds ? say(QT_TRANSLATE_NOOP("CaptureProperties", "%1 s")).arg(*seconds, 0, 'f', 6) : unknown();
}

QString rate(double amount, std::optional<double> seconds, int digits)
{
    if (!seconds)
        return unknown();
    const double rate = amount / *seconds;
    return digits > 0 && rate < 1e6 ? QString::number(rate, 'f', digits) : grouped(static_cast<std::uint64_t>(std::llround(std::min(rate, 9e18))));
}

QString formatOfFile(const OpenCapture &capture, std::size_t file)
{
    const PacketStore &store = capture.store();
    QString format;
    for (std::size_t i = 0; i < store.interfaceCount() && format.isEmpty(); ++i)
        if (store.interface(i).file == file)
            format = QString::fromStdString(formatOf(store.interface(i)));
    QFile head(capture.paths().value(int(file)));
    QByteArray bytes;
    if (QFileInfo(head).isFile() && head.open(QFile::ReadOnly))
        bytes = head.read(6);
    const std::string_view packing = packingOf({reinterpret_cast<const std::byte *>(bytes.constData()), std::size_t(bytes.size())});
    if (format.isEmpty())
        format = unknown();
    return packing.empty() ? format : say(QT_TRANSLATE_NOOP("CaptureProperties", "%1, packed by %2")).arg(format, QString::fromLatin1(packing.data(), qsizetype(packing.size())));
}

void addFiles(CaptureProperties &properties, const OpenCapture &capture, const FileHashes &hashes)
{
    const QStringList paths = capture.paths();
    for (int i = 0; i < paths.size(); ++i) {
        Section section{paths.size() == 1 ? say(QT_TRANSLATE_NOOP("CaptureProperties", "File")) : say(QT_TRANSLATE_NOOP("CaptureProperties", "File %1")).arg(i + 1)};
        const QFileInfo file(paths[i]);
        section.lines.emplace_back(say(QT_TRANSLATE_NOOP("CaptureProperties", "Name")), file.isFile() ? file.absoluteFilePath() : paths[i]);
        section.lines.emplace_back(say(QT_TRANSLATE_NOOP("CaptureProperties", "Format")), formatOfFile(capture, std::size_t(i)));
        if (file.isFile()) {
            const auto sums = hashes.of(paths[i]);
            const QString notThere = hashes.isBusy() ? say(QT_TRANSLATE_NOOP("CaptureProperties", "is being made…")) : say(QT_TRANSLATE_NOOP("CaptureProperties", "was not made"));
            section.lines.emplace_back(say(QT_TRANSLATE_NOOP("CaptureProperties", "Size")), byteCount(std::uint64_t(file.size())));
            for (const auto &[name, sum] : {std::pair(QStringLiteral("SHA-256"), sums ? sums->sha256 : QString()), std::pair(QStringLiteral("SHA-1"), sums ? sums->sha1 : QString())})
                section.lines.emplace_back(name, !sums ? notThere : sum.isEmpty() ? say(QT_TRANSLATE_NOOP("CaptureProperties", "the file cannot be read")) : sum);
        }
        properties.sections.push_back(section);
    }
}

void addTimes(CaptureProperties &properties, const OpenCapture &capture, const PropertiesTotals::Totals &totals)
{
    const PacketStore &store = capture.store();
    const std::uint64_t units = store.interfaceCount() > 0 ? store.interface(0).unitsPerSecond : 1'000'000;
    const FrameTotals &all = totals.captured.all;
    properties.sections.push_back({say(QT_TRANSLATE_NOOP("CaptureProperties", "Time")),
                                   {{say(QT_TRANSLATE_NOOP("CaptureProperties", "First packet")), timeOf(all.first, units)},
                                    {say(QT_TRANSLATE_NOOP("CaptureProperties", "Last packet")), timeOf(all.last, units)},
                                    {say(QT_TRANSLATE_NOOP("CaptureProperties", "Elapsed")), span(all.seconds())}}});
}

// A byte for its kind, then the text: only a libpcap filter is one.
QString captureFilterOf(const Interface &interface)
{
    return interface.filter.size() > 1 && interface.filter.front() == 0 ? text(std::string_view(interface.filter).substr(1)) : unknown();
}

QString pointOf(const OpenCapture &capture, const Interface &interface)
{
    const auto given = capture.givenPoint(capture.paths().value(int(interface.file)));
    const std::string &node = given ? given->node : interface.pointNode, &device = given ? given->interface : interface.pointInterface;
    return node.empty() && device.empty() ? unknown() : node.empty() ? text(device) : device.empty() ? text(node) : text(node) + QLatin1Char(':') + text(device);
}

void addInterfaces(CaptureProperties &properties, const OpenCapture &capture, const PropertiesTotals::Totals &totals)
{
    const PacketStore &store = capture.store();
    const FileNotes notes = store.notes();
    Section section{say(QT_TRANSLATE_NOOP("CaptureProperties", "Interfaces"))};
    section.table.push_back({say(QT_TRANSLATE_NOOP("CaptureProperties", "Interface")), say(QT_TRANSLATE_NOOP("CaptureProperties", "Capture point")),
                             say(QT_TRANSLATE_NOOP("CaptureProperties", "Link type")), say(QT_TRANSLATE_NOOP("CaptureProperties", "Packets")),
                             say(QT_TRANSLATE_NOOP("CaptureProperties", "Dropped")), say(QT_TRANSLATE_NOOP("CaptureProperties", "Size limit")),
                             say(QT_TRANSLATE_NOOP("CaptureProperties", "Capture filter"))});
    for (std::size_t i = 0; i < store.interfaceCount(); ++i) {
        const Interface &interface = store.interface(i);
        const Protocol *link = capture.registry().claimant({Claim::LinkType, interface.linkType});
        std::optional<std::uint64_t> dropped;
        for (const InterfaceStatistics &statistics : notes.statistics)
            if (statistics.source == i && (statistics.dropped || statistics.droppedBySystem))
                dropped = statistics.dropped.value_or(0) + statistics.droppedBySystem.value_or(0);
        section.table.push_back({interface.name.empty() ? unknown() : text(interface.name), pointOf(capture, interface),
                                 link ? text(link->title) : QString::number(interface.linkType), grouped(i < totals.captured.interfaces.size() ? totals.captured.interfaces[i].packets : 0),
                                 dropped ? grouped(*dropped) : say(QT_TRANSLATE_NOOP("CaptureProperties", "not told")),
                                 interface.snapLength > 0 ? byteCount(interface.snapLength) : unknown(), captureFilterOf(interface)});
    }
    properties.sections.push_back(section);
}

void addComments(CaptureProperties &properties, const OpenCapture &capture)
{
    Section section{say(QT_TRANSLATE_NOOP("CaptureProperties", "Comments"))};
    for (const std::string &comment : capture.store().notes().comments)
        section.lines.emplace_back(say(QT_TRANSLATE_NOOP("CaptureProperties", "Of the file")), text(comment));
    for (std::size_t i = 0; i < capture.store().interfaceCount(); ++i)
        if (const Interface &interface = capture.store().interface(i); !interface.comment.empty())
            section.lines.emplace_back(say(QT_TRANSLATE_NOOP("CaptureProperties", "Of interface %1")).arg(text(interface.name)), text(interface.comment));
    if (!section.lines.empty())
        properties.sections.push_back(section);
}

void addStatistics(CaptureProperties &properties, const PropertiesTotals::Totals &totals, std::optional<std::uint64_t> dropped)
{
    const FrameTotals *const all[] = {&totals.captured.all, &totals.displayed, &totals.marked};
    Section section{say(QT_TRANSLATE_NOOP("CaptureProperties", "Statistics"))};
    section.table.push_back({QString(), say(QT_TRANSLATE_NOOP("CaptureProperties", "Captured")), say(QT_TRANSLATE_NOOP("CaptureProperties", "Displayed")),
                             say(QT_TRANSLATE_NOOP("CaptureProperties", "Marked"))});
    const auto add = [&](const char *title, auto value) {
        std::vector<QString> row{say(title)};
        for (const FrameTotals *one : all)
            row.push_back(one->packets > 0 ? QString(value(*one)) : unknown());
        section.table.push_back(row);
    };
    std::vector<QString> counts{say(QT_TRANSLATE_NOOP("CaptureProperties", "Packets"))};
    for (const FrameTotals *one : all) {
        const double share = totals.captured.all.packets > 0 ? 100.0 * double(one->packets) / double(totals.captured.all.packets) : 0;
        counts.push_back(grouped(one->packets) + QStringLiteral(" (%1 %)").arg(share, 0, 'f', 1));
    }
    section.table.push_back(counts);
    add(QT_TRANSLATE_NOOP("CaptureProperties", "Time span"), [](const FrameTotals &one) { return span(one.seconds()); });
    add(QT_TRANSLATE_NOOP("CaptureProperties", "Packets/s"), [](const FrameTotals &one) { return rate(double(one.packets), one.seconds(), 1); });
    add(QT_TRANSLATE_NOOP("CaptureProperties", "Bytes on the wire"), [](const FrameTotals &one) { return grouped(one.wire); });
    add(QT_TRANSLATE_NOOP("CaptureProperties", "Bytes in the file"), [](const FrameTotals &one) { return grouped(one.captured); });
    add(QT_TRANSLATE_NOOP("CaptureProperties", "Average packet, bytes"), [](const FrameTotals &one) { return QString::number(double(one.wire) / double(one.packets), 'f', 1); });
    add(QT_TRANSLATE_NOOP("CaptureProperties", "Bytes/s"), [](const FrameTotals &one) { return rate(double(one.wire), one.seconds(), 0); });
    add(QT_TRANSLATE_NOOP("CaptureProperties", "Bits/s"), [](const FrameTotals &one) { return rate(8 * double(one.wire), one.seconds(), 0); });
    if (dropped)
        section.lines.emplace_back(say(QT_TRANSLATE_NOOP("CaptureProperties", "Dropped while capturing")), grouped(*dropped));
    properties.sections.push_back(section);
}

} // namespace

CaptureProperties describe(const OpenCapture &capture, const PropertiesTotals::Totals *totals, const FileHashes &hashes, std::optional<quint64> dropped)
{
    CaptureProperties properties;
    if (!capture.isOpen())
        return properties;
    addFiles(properties, capture, hashes);
    if (totals) {
        addTimes(properties, capture, *totals);
        addInterfaces(properties, capture, *totals);
        const std::uint64_t told = capture.store().dropped();
        addStatistics(properties, *totals, dropped ? std::optional<std::uint64_t>(*dropped) : told > 0 ? std::optional(told) : std::nullopt);
    }
    addComments(properties, capture);
    return properties;
}

} // namespace vethscope
