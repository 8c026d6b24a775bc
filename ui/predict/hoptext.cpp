#include "ui/predict/hoptext.h"

#include "ui/shared/language.h"
#include "ui/theme/palette.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace vethscope {
namespace {

struct HopWords {
    Q_DECLARE_TR_FUNCTIONS(HopText)
};

QString escaped(const std::string &text)
{
    return QString::fromStdString(text).toHtmlEscaped();
}

QString coloured(const QString &html, const QColor &colour)
{
    return QStringLiteral("<span style=\"color:%1\">%2</span>").arg(colour.name(), html);
}

QString link(const QString &target, const QString &html)
{
    return QStringLiteral("<a href=\"%1\" style=\"text-decoration:none; color:%3\">%2</a>").arg(target, html, Palette::current().accent.name());
}

QString mono(const QString &html)
{
    return QStringLiteral("<span style=\"font-family:'%1'\">%2</span>").arg(monospaceFont().families().join(QLatin1String("','")), html);
}

QString place(const Evidence &line)
{
    return QStringLiteral("%1:%2").arg(escaped(line.source->name())).arg(line.line);
}

class Writer
{
public:
    Writer(const std::set<int> &unfolded, HopLinks &links) : m_unfolded(unfolded), m_links(links) { }

    void add(const path::Step &step, int number)
    {
        m_html += QStringLiteral("<p style=\"margin:0 0 9px 0\">") + sentence(step);
        for (const path::Change &change : step.changes)
            m_html += QStringLiteral("<br>") + changed(change);
        for (const Evidence &line : step.evidence)
            if (line.source)
                m_html += QStringLiteral("<br>") + quoted(line);
        addLost(step, number);
        m_html += QStringLiteral("</p>");
    }

    QString take() { return m_html; }

private:
    static QString sentence(const path::Step &step)
    {
        const QString text = translated(step.text).toHtmlEscaped();
        const Palette &palette = Palette::current();
        if (step.kind == path::Step::Kind::Drop)
            return coloured(QStringLiteral("<b>✕ ") + text + QStringLiteral("</b>"), palette.bad);
        if (step.kind == path::Step::Kind::Deliver)
            return coloured(QStringLiteral("<b>✓ ") + text + QStringLiteral("</b>"), palette.good);
        return text;
    }

    static QString changed(const path::Change &change)
    {
        const auto value = [](const std::optional<std::string> &text) { return text ? escaped(*text) : QStringLiteral("–"); };
        return mono(QStringLiteral("≠ %1 %2 → <b>%3</b>").arg(escaped(std::string(change.field)), value(change.from), value(change.to)));
    }

    QString quoted(const Evidence &line)
    {
        m_links.lines.push_back(line);
        const QString target = QStringLiteral("line:%1").arg(m_links.lines.size() - 1);
        return quotedLine(line, target);
    }

    // Shorter prefixes and worse metrics are the lesson, but not for the first look.
    void addLost(const path::Step &step, int number)
    {
        if (step.rejected.empty())
            return;
        const bool shown = m_unfolded.contains(number);
        const QString title = HopWords::tr("%1 lost", "lines of a table").arg(step.rejected.size());
        m_html += QStringLiteral("<br><small>%1</small>").arg(link(QStringLiteral("fold:%1").arg(number), (shown ? QStringLiteral("▾ ") : QStringLiteral("▸ ")) + title));
        for (const kernel::Rejected &lost : step.rejected)
            if (shown && lost.evidence.source)
                m_html += QStringLiteral("<br>&nbsp;&nbsp;%1 %2").arg(quoted(lost.evidence), coloured(QStringLiteral("<small>") + because(lost) + QStringLiteral("</small>"), Palette::current().muted));
    }

    static QString because(const kernel::Rejected &lost)
    {
        return HopWords::tr("lost: %1").arg(translated(lost.because).toHtmlEscaped());
    }

    const std::set<int> &m_unfolded;
    HopLinks &m_links;
    QString m_html;
};

constexpr qsizetype most = 110; // of a line's characters
constexpr qsizetype before = 30; // of them in front of the value

} // namespace

QString lineText(const Evidence &line)
{
    const QString whole = QString::fromUtf8(line.text().data(), qsizetype(line.text().size())), text = whole.simplified();
    if (text.size() <= most)
        return text;
    const qsizetype value = line.column > 0 ? QString::fromUtf8(line.text().data(), qsizetype(line.column - 1)).simplified().size() : 0;
    const qsizetype begin = value + before < most ? 0 : std::min(value - before, text.size() - most);
    return (begin > 0 ? QStringLiteral("…") : QString()) + text.mid(begin, most) + (begin + most < text.size() ? QStringLiteral("…") : QString());
}

QString quotedLine(const Evidence &line, const QString &target)
{
    return QStringLiteral("<small>%1&nbsp; %2</small>").arg(mono(lineText(line).toHtmlEscaped()), link(target, place(line)));
}

QString hopTitle(const path::Hop &hop)
{
    const QString interface = QString::fromStdString(hop.interface), pod = QString::fromStdString(hop.pod), node = QString::fromStdString(hop.node);
    if (hop.where == path::SeenOn::Router)
        return HopWords::tr("a router");
    if (interface.isEmpty())
        return pod.isEmpty() ? node : pod;
    return pod.isEmpty() ? HopWords::tr("%1 of %2", "device, node").arg(interface, node) : HopWords::tr("%1 of the pod %2", "device").arg(interface, pod);
}

QString deedTitle(const path::Path &path, int hop)
{
    const path::Hop &before = path.hops[std::size_t(std::max(0, hop - 1))];
    if (before.where == path::SeenOn::Router)
        return hop == 0 ? HopWords::tr("From outside") : HopWords::tr("What the router did");
    if (hop > 0 && !before.interface.empty())
        return HopWords::tr("What %1 did", "a device").arg(QString::fromStdString(before.interface));
    return HopWords::tr("What %1 did", "a device").arg(QString::fromStdString(before.pod.empty() ? before.node : before.pod).section(QLatin1Char('/'), -1));
}

QString originText(const path::Origin &origin)
{
    using Kind = path::Origin::Kind;
    const QString where = QString::fromStdString(origin.pod.empty() ? origin.node : origin.pod), device = QString::fromStdString(origin.interface);
    const auto owned = [&] { return device.isEmpty() ? where : where.isEmpty() ? device : HopWords::tr("%1 of %2", "device, node").arg(device, where); };
    switch (origin.kind) {
    case Kind::Unknown: return {};
    case Kind::InterfaceMac:
    case Kind::PodMac: return where.isEmpty() ? HopWords::tr("a router's own MAC address") : HopWords::tr("MAC address of %1").arg(owned());
    case Kind::InterfaceIp:
    case Kind::PodIp: return where.isEmpty() ? HopWords::tr("a router's own address") : HopWords::tr("address of %1").arg(owned());
    case Kind::Neighbour: return HopWords::tr("neighbour table of %1").arg(owned());
    case Kind::GatewayNeighbour: return HopWords::tr("the next hop's, by the neighbour table of %1").arg(owned());
    case Kind::LinkLocalGateway: return HopWords::tr("Calico's gateway 169.254.1.1");
    case Kind::Fdb: return HopWords::tr("forwarding table of %1").arg(owned());
    case Kind::TunnelRemote: return HopWords::tr("the tunnel's far end, by %1").arg(owned());
    case Kind::Lease: return HopWords::tr("flannel's lease");
    case Kind::ServiceIp: return HopWords::tr("a service's address");
    case Kind::External: return HopWords::tr("outside of the cluster");
    case Kind::Broadcast: return HopWords::tr("for all on the link");
    case Kind::Multicast: return HopWords::tr("for a group");
    case Kind::Unset: return HopWords::tr("not known yet");
    case Kind::Device: return HopWords::tr("set of %1").arg(owned());
    case Kind::Constant: return HopWords::tr("always so");
    case Kind::Copied: return HopWords::tr("copied");
    case Kind::Application: return HopWords::tr("chosen by the application");
    }
    return {};
}

QString hopText(const path::Path &path, int hop, const std::set<int> &unfolded, HopLinks &links)
{
    links = {};
    Writer writer(unfolded, links);
    const std::vector<path::Step> &steps = path.hops[std::size_t(hop)].steps;
    for (std::size_t i = 0; i < steps.size(); ++i)
        writer.add(steps[i], int(i));
    const QString html = writer.take();
    if (!html.isEmpty())
        return html;
    return QStringLiteral("<p>%1</p>").arg(coloured(HopWords::tr("Nothing: it is handed on as it is."), Palette::current().muted));
}

QString assumedText(const path::Path &path, bool unfolded)
{
    if (path.assumed.empty())
        return {};
    const QString title = HopWords::tr("Taken as Kubernetes and the CNI leave it, since nobody printed it (%1)").arg(path.assumed.size());
    QString html = QStringLiteral("<p style=\"margin:6px 0 4px 0\"><small>%1</small>").arg(link(QStringLiteral("assumed"), (unfolded ? QStringLiteral("▾ ") : QStringLiteral("▸ ")) + title));
    for (const path::AssumedFact &fact : path.assumed)
        if (unfolded)
            html += QStringLiteral("<br><small>&nbsp;&nbsp;%1: %2</small>").arg(escaped(fact.pod.empty() ? fact.node : fact.pod), mono(escaped(fact.ask)));
    return html + QStringLiteral("</p>");
}

} // namespace vethscope
