#include "app/windowoptions.h"

#include "core/capture/capturepoint.h"
#include "core/filter/filter.h"
#include "core/protocols/protocols.h"
#include "ui/shared/language.h"
#include "ui/windowkinds.h"

#include <QCommandLineParser>
#include <QRegularExpression>

#include <cstdio>
#include <optional>

namespace vethscope {
namespace {

using Options = Result<WindowOptions, Refusal>;

std::unexpected<Refusal> wrongUsage(const QString &text)
{
    return std::unexpected(Refusal{2, QStringLiteral("vethscope: %1\n").arg(text)});
}

QStringList panelNames()
{
    QStringList names{QStringLiteral("why"), QStringLiteral("predict"), QStringLiteral("journey"), QStringLiteral("findings")};
    for (const WindowKind &kind : windowKinds())
        names << QLatin1String(kind.name);
    return names;
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(QStringLiteral("Shows what really happens between two pods: packets of container networks, layer by layer."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("FILE"), QStringLiteral("Capture to open, with NODE:IFACE= in front where it was taken; several are merged by time. Or a session (*.vethscope)."),
                                 QStringLiteral("[[NODE:IFACE=]FILE...]"));
    parser.addOptions({
        {QStringLiteral("filter"), QStringLiteral("Display filter to apply."), QStringLiteral("EXPR")},
        {QStringLiteral("select"), QStringLiteral("Number of the packet to select."), QStringLiteral("N")},
        {QStringLiteral("layout"), QStringLiteral("browse, compare or topology."), QStringLiteral("LAYOUT")},
        {QStringLiteral("panel"), QStringLiteral("Panel or window to show: %1; predict: the way from --from to --to; matrix: who reaches whom.").arg(panelNames().join(QStringLiteral(", "))), QStringLiteral("PANEL")},
        {QStringLiteral("from"), QStringLiteral("Who sends: a pod, a node, or an address."), QStringLiteral("WHO")},
        {QStringLiteral("to"), QStringLiteral("Who is to get it: a pod, a node, a service, or an address."), QStringLiteral("WHO")},
        {QStringLiteral("lang"), QStringLiteral("en or zh_CN."), QStringLiteral("LANGUAGE")},
        {QStringLiteral("theme"), QStringLiteral("light or dark."), QStringLiteral("THEME")},
        {QStringLiteral("screenshot"), QStringLiteral("Paint the window into this file and exit."), QStringLiteral("PNG")},
        {QStringLiteral("size"), QStringLiteral("Size of that picture, 1440x900 unless told."), QStringLiteral("WxH")},
        {QStringLiteral("snapshot"), QStringLiteral("Host output: a transcript, one command's output, a folder, an archive. May be given again."), QStringLiteral("PATH")},
        {QStringLiteral("lesson"), QStringLiteral("Lesson to begin; not available in this version."), QStringLiteral("ID")},
        {QStringLiteral("i"), QStringLiteral("Interface to capture on, may be given again; or a FIFO; or - for standard input."), QStringLiteral("IFACE")},
        {QStringLiteral("k"), QStringLiteral("Start capturing at once.")},
        {QStringLiteral("f"), QStringLiteral("Capture filter (BPF)."), QStringLiteral("BPF")},
        {QStringLiteral("s"), QStringLiteral("Bytes kept of each packet."), QStringLiteral("SNAPLEN")},
        {QStringLiteral("p"), QStringLiteral("Not in promiscuous mode.")},
        {QStringLiteral("c"), QStringLiteral("Stop after so many packets."), QStringLiteral("COUNT")},
        {QStringLiteral("a"), QStringLiteral("Stop at duration:SECONDS."), QStringLiteral("LIMIT")},
        {QStringLiteral("w"), QStringLiteral("File to capture to."), QStringLiteral("FILE")},
    });
}

// Promised, but not there yet: said, never ignored.
QString missingFeature(const QCommandLineParser &parser)
{
    if (parser.isSet(QStringLiteral("lesson")))
        return QStringLiteral("--lesson: this version has no lessons yet");
    const QString layout = parser.value(QStringLiteral("layout"));
    if (layout == QLatin1String("classroom"))
        return QStringLiteral("--layout classroom: this version has the layouts browse, compare and topology only");
    return {};
}

void addCapture(const CaptureArgument &capture, WindowOptions &options)
{
    options.files << QString::fromStdString(capture.file.string());
    if (capture.point)
        options.points.emplace_back(options.files.back(), *capture.point);
}

Options checkedChoices(const QCommandLineParser &parser, WindowOptions options)
{
    const QString layout = parser.value(QStringLiteral("layout"));
    if (layout == QLatin1String("compare"))
        options.layout = Layout::Compare;
    else if (layout == QLatin1String("topology"))
        options.layout = Layout::Topology;
    else if (layout == QLatin1String("browse"))
        options.layout = Layout::Browse;
    else if (!layout.isEmpty())
        return wrongUsage(QStringLiteral("--layout %1: not one of browse, compare, topology, classroom").arg(layout));
    options.panel = parser.value(QStringLiteral("panel"));
    options.from = parser.value(QStringLiteral("from"));
    options.to = parser.value(QStringLiteral("to"));
    if (!options.panel.isEmpty() && !panelNames().contains(options.panel))
        return wrongUsage(QStringLiteral("--panel %1: not one of %2").arg(options.panel, panelNames().join(QStringLiteral(", "))));
    const bool predicts = options.panel == QLatin1String("predict");
    if (options.from.isEmpty() == predicts || options.to.isEmpty() == predicts)
        return wrongUsage(QStringLiteral("--panel predict, --from WHO and --to WHO go together"));
    options.language = parser.value(QStringLiteral("lang"));
    if (!options.language.isEmpty() && !Language::codes().contains(options.language))
        return wrongUsage(QStringLiteral("--lang %1: not one of %2").arg(options.language, Language::codes().join(QStringLiteral(", "))));
    options.theme = parser.value(QStringLiteral("theme"));
    if (!options.theme.isEmpty() && options.theme != QLatin1String("light") && options.theme != QLatin1String("dark"))
        return wrongUsage(QStringLiteral("--theme %1: not one of light, dark").arg(options.theme));
    return options;
}

std::optional<int> positiveNumber(const QString &text)
{
    bool read = false;
    const int number = text.toInt(&read);
    return read && number > 0 ? std::optional(number) : std::nullopt;
}

// -i, -k and what goes with them; tshark's and Wireshark's letters.
Options checkedCapture(const QCommandLineParser &parser, WindowOptions options)
{
    CaptureSetup &capture = options.capture;
    capture.interfaces = parser.values(QStringLiteral("i"));
    options.startCapture = parser.isSet(QStringLiteral("k"));
    capture.filter = parser.value(QStringLiteral("f"));
    capture.promiscuous = !parser.isSet(QStringLiteral("p"));
    capture.file = parser.value(QStringLiteral("w"));
    for (const auto &[letter, number] : {std::pair{QStringLiteral("s"), &capture.snapLength}, {QStringLiteral("c"), &capture.stopPackets}}) {
        if (!parser.isSet(letter))
            continue;
        const auto read = positiveNumber(parser.value(letter));
        if (!read)
            return wrongUsage(QStringLiteral("-%1 %2: not a number").arg(letter, parser.value(letter)));
        *number = *read;
    }
    if (const QString limit = parser.value(QStringLiteral("a")); !limit.isEmpty()) {
        bool read = false;
        capture.stopSeconds = limit.section(QLatin1Char(':'), 1).toDouble(&read);
        if (!limit.startsWith(QLatin1String("duration:")) || !read || !(capture.stopSeconds > 0))
            return wrongUsage(QStringLiteral("-a %1: not duration:SECONDS").arg(limit));
    }
    const bool stream = capture.isStream();
    if (options.startCapture && capture.interfaces.isEmpty())
        return wrongUsage(QStringLiteral("-k needs -i IFACE, or -i - for standard input"));
    if (!options.files.isEmpty() && !capture.interfaces.isEmpty())
        return wrongUsage(QStringLiteral("-i %1 and the file %2: either a capture or files").arg(capture.interfaces.front(), options.files.front()));
    if (stream && !options.startCapture)
        return wrongUsage(QStringLiteral("-i %1 needs -k").arg(capture.interfaces.front()));
    if (!options.screenshot.isEmpty() && !capture.interfaces.isEmpty() && !stream
        && !(options.startCapture && (capture.stopPackets > 0 || capture.stopSeconds > 0)))
        return wrongUsage(QStringLiteral("--screenshot waits for the end of the capture: -k and -c COUNT or -a duration:SECONDS are missing"));
    return options;
}

Options checkedNumbers(const QCommandLineParser &parser, WindowOptions options)
{
    if (parser.isSet(QStringLiteral("select"))) {
        const QString text = parser.value(QStringLiteral("select"));
        options.select = text.toInt();
        if (options.select < 1)
            return wrongUsage(QStringLiteral("--select %1: not a packet number; they count from 1").arg(text));
    }
    if (parser.isSet(QStringLiteral("size"))) {
        static const QRegularExpression pattern(QStringLiteral("^(\\d{1,5})x(\\d{1,5})$"));
        const QString text = parser.value(QStringLiteral("size"));
        const QRegularExpressionMatch match = pattern.match(text);
        options.size = {match.captured(1).toInt(), match.captured(2).toInt()};
        if (options.size.isEmpty() || options.size.width() > 16384 || options.size.height() > 16384)
            return wrongUsage(QStringLiteral("--size %1: not WIDTHxHEIGHT in pixels, such as 1440x900").arg(text));
        if (!parser.isSet(QStringLiteral("screenshot")))
            return wrongUsage(QStringLiteral("--size goes with --screenshot only"));
    }
    return options;
}

} // namespace

Options readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return wrongUsage(parser.errorText());
    if (parser.isSet(QStringLiteral("help")))
        return std::unexpected(Refusal{0, parser.helpText()});
    if (parser.isSet(QStringLiteral("version")))
        return std::unexpected(Refusal{0, QStringLiteral("Vethscope %1\n").arg(QCoreApplication::applicationVersion())});
    if (const QString missing = missingFeature(parser); !missing.isEmpty())
        return wrongUsage(missing);

    WindowOptions options;
    for (const QString &capture : parser.positionalArguments())
        addCapture(captureArgument(capture.toStdString()), options);
    options.snapshots = parser.values(QStringLiteral("snapshot"));
    options.screenshot = parser.value(QStringLiteral("screenshot"));
    if (parser.isSet(QStringLiteral("screenshot")) && options.screenshot.isEmpty())
        return wrongUsage(QStringLiteral("--screenshot needs the name of a PNG file"));
    options.filter = parser.value(QStringLiteral("filter"));
    const std::string expression = options.filter.trimmed().toStdString();
    if (const auto filter = Filter::compile(expression, protocols::registry()); !filter)
        return wrongUsage(QStringLiteral("--filter: %1").arg(QString::fromStdString(filter.error().withCaret(expression)).trimmed()));
    Options checked = checkedChoices(parser, options);
    for (const auto check : {checkedNumbers, checkedCapture})
        if (checked)
            checked = check(parser, *checked);
    return checked;
}

int refuse(const Refusal &refusal)
{
    std::fputs(refusal.text.toUtf8().constData(), refusal.exitCode == 0 ? stdout : stderr);
    return refusal.exitCode;
}

} // namespace vethscope
