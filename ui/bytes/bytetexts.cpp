#include "ui/bytes/bytetexts.h"

#include "core/bytes/dumptext.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

constexpr std::size_t perLine = 16;

struct FormatTitle {
    ByteFormat format;
    const char *title;
};

const auto formatTitles = std::to_array<FormatTitle>({
    {ByteFormat::HexStream, QT_TRANSLATE_NOOP("ByteTexts", "as a Hex Stream")},
    {ByteFormat::HexAndAscii, QT_TRANSLATE_NOOP("ByteTexts", "as Hex and ASCII")},
    {ByteFormat::HexDump, QT_TRANSLATE_NOOP("ByteTexts", "as a Hex Dump")},
    {ByteFormat::PlainText, QT_TRANSLATE_NOOP("ByteTexts", "as Text")},
    {ByteFormat::CArray, QT_TRANSLATE_NOOP("ByteTexts", "as a C Array")},
    {ByteFormat::EscapedString, QT_TRANSLATE_NOOP("ByteTexts", "as an Escaped String")},
    {ByteFormat::Base64, QT_TRANSLATE_NOOP("ByteTexts", "as Base64")},
});

QByteArray rawOf(Bytes bytes)
{
    return QByteArray(asText(bytes).data(), qsizetype(bytes.size()));
}

// Lines of sixteen bytes, each made by line(bytes, place of the first).
template <typename Line>
QString inLines(Bytes bytes, Line line)
{
    QString text;
    for (std::size_t first = 0; first < bytes.size(); first += perLine)
        text += line(bytes.subspan(first, std::min(perLine, bytes.size() - first)), first);
    return text;
}

QString prefixed(Bytes bytes, QLatin1String prefix, QLatin1String between)
{
    QStringList digits;
    for (const std::byte byte : bytes)
        digits << prefix + QStringLiteral("%1").arg(std::to_integer<unsigned>(byte), 2, 16, QLatin1Char('0'));
    return digits.join(between);
}

QString plain(Bytes bytes)
{
    QString text = QString::fromUtf8(rawOf(bytes));
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Control && c != QLatin1Char('\n') && c != QLatin1Char('\r') && c != QLatin1Char('\t'); });
    return text;
}

} // namespace

std::vector<std::pair<ByteFormat, QString>> byteFormats()
{
    std::vector<std::pair<ByteFormat, QString>> formats;
    for (const FormatTitle &one : formatTitles)
        formats.emplace_back(one.format, QCoreApplication::translate("ByteTexts", one.title));
    return formats;
}

QString written(Bytes bytes, ByteFormat format)
{
    switch (format) {
    case ByteFormat::HexStream:
        return QString::fromStdString(hexStream(bytes));
    case ByteFormat::HexAndAscii:
        return QString::fromStdString(dumpWithText(bytes));
    case ByteFormat::HexDump:
        return QString::fromStdString(dumpOfBytes(bytes));
    case ByteFormat::PlainText:
        return plain(bytes);
    case ByteFormat::CArray: {
        QString lines = inLines(bytes, [](Bytes line, std::size_t) { return QStringLiteral("    %1,\n").arg(prefixed(line, QLatin1String("0x"), QLatin1String(", "))); });
        return QStringLiteral("static const unsigned char bytes[%1] = {\n%2};\n").arg(bytes.size()).arg(lines);
    }
    case ByteFormat::EscapedString:
        return inLines(bytes, [&](Bytes line, std::size_t first) {
            const bool isLast = first + perLine >= bytes.size();
            return QLatin1Char('"') + prefixed(line, QLatin1String("\\x"), QLatin1String("")) + (isLast ? QStringLiteral("\"") : QStringLiteral("\" \\\n"));
        });
    case ByteFormat::Base64:
        return QString::fromLatin1(rawOf(bytes).toBase64());
    }
    return {};
}

void addByteCopies(QMenu &menu, Bytes bytes)
{
    const QByteArray kept = rawOf(bytes);
    for (const auto &[format, title] : byteFormats()) {
        QAction *action = menu.addAction(title, &menu, [kept, format = format] {
            const Bytes view(reinterpret_cast<const std::byte *>(kept.constData()), std::size_t(kept.size()));
            QGuiApplication::clipboard()->setText(written(view, format));
        });
        action->setEnabled(!kept.isEmpty());
    }
}

} // namespace vethscope
