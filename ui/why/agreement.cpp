#include "ui/why/agreement.h"

#include "ui/figures/comparerules.h"

#include <QCoreApplication>

namespace vethscope {
namespace {

struct AgreementWords {
    Q_DECLARE_TR_FUNCTIONS(Why)
};

} // namespace

Agreement agreementOf(const explain::FieldExplanation &field)
{
    const auto matches = field.matches();
    return !matches ? Agreement::Not : *matches ? Agreement::As : Agreement::Otherwise;
}

QString signOf(Agreement foretold)
{
    return foretold == Agreement::As ? QStringLiteral("✓") : foretold == Agreement::Otherwise ? QStringLiteral("≠") : QStringLiteral("?");
}

QString wordsOf(Agreement foretold)
{
    return foretold == Agreement::As ? AgreementWords::tr("as foretold") : foretold == Agreement::Otherwise ? AgreementWords::tr("not as foretold") : AgreementWords::tr("not foretold");
}

QColor inkOf(Agreement foretold)
{
    const Palette &palette = Palette::current();
    return foretold == Agreement::As ? palette.good : foretold == Agreement::Otherwise ? palette.bad : palette.muted;
}

QColor softOf(Agreement foretold)
{
    const Palette &palette = Palette::current();
    return foretold == Agreement::As ? palette.goodSoft : foretold == Agreement::Otherwise ? palette.badSoft : palette.window;
}

QString addressTitle(std::string_view field)
{
    if (field == "arp.src.hw_mac")
        return AgreementWords::tr("Sender MAC");
    if (field == "arp.src.proto_ipv4")
        return AgreementWords::tr("Sender IP");
    if (field == "arp.dst.hw_mac")
        return AgreementWords::tr("Target MAC");
    if (field == "arp.dst.proto_ipv4")
        return AgreementWords::tr("Target IP");
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
