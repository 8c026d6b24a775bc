#include "ui/why/foretold.h"

#include "ui/figures/comparerules.h"

#include <QCoreApplication>

namespace vethscope {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Why)
};

} // namespace

Foretold foretoldOf(const explain::FieldExplanation &field)
{
    const auto matches = field.matches();
    return !matches ? Foretold::Not : *matches ? Foretold::As : Foretold::Otherwise;
}

QString signOf(Foretold foretold)
{
    return foretold == Foretold::As ? QStringLiteral("✓") : foretold == Foretold::Otherwise ? QStringLiteral("≠") : QStringLiteral("?");
}

QString wordsOf(Foretold foretold)
{
    return foretold == Foretold::As ? Words::tr("as foretold") : foretold == Foretold::Otherwise ? Words::tr("not as foretold") : Words::tr("not foretold");
}

QColor inkOf(Foretold foretold)
{
    const Palette &palette = Palette::current();
    return foretold == Foretold::As ? palette.good : foretold == Foretold::Otherwise ? palette.bad : palette.muted;
}

QColor softOf(Foretold foretold)
{
    const Palette &palette = Palette::current();
    return foretold == Foretold::As ? palette.goodSoft : foretold == Foretold::Otherwise ? palette.badSoft : palette.window;
}

QString addressTitle(std::string_view field)
{
    if (field == "arp.src.hw_mac")
        return Words::tr("Sender MAC");
    if (field == "arp.src.proto_ipv4")
        return Words::tr("Sender IP");
    if (field == "arp.dst.hw_mac")
        return Words::tr("Target MAC");
    if (field == "arp.dst.proto_ipv4")
        return Words::tr("Target IP");
    const bool isSource = field.find("src") != field.npos;
    if (field.starts_with("ip"))
        return aspectName(isSource ? Aspect::SourceIp : Aspect::DestinationIp);
    return aspectName(isSource ? Aspect::SourceMac : Aspect::DestinationMac);
}

Scope scopeOf(const explain::FieldExplanation &field)
{
    return field.scope == "underlay" ? Scope::Underlay : field.scope == "overlay" ? Scope::Overlay : Scope::Native;
}

} // namespace vethscope
