#include "ui/why/lostreason.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

// All that core/kernel and core/explain say.
constexpr auto reasons = std::to_array<const char *>({
    QT_TRANSLATE_NOOP("LostReason", "shorter prefix"),
    QT_TRANSLATE_NOOP("LostReason", "worse metric"),
    QT_TRANSLATE_NOOP("LostReason", "does not have it"),
    QT_TRANSLATE_NOOP("LostReason", "added later"),
    QT_TRANSLATE_NOOP("LostReason", "dead next hop"),
    QT_TRANSLATE_NOOP("LostReason", "other device"),
    QT_TRANSLATE_NOOP("LostReason", "other type of service"),
    QT_TRANSLATE_NOOP("LostReason", "less exact type of service"),
    QT_TRANSLATE_NOOP("LostReason", "throw"),
    QT_TRANSLATE_NOOP("LostReason", "suppressed by its rule"),
    QT_TRANSLATE_NOOP("LostReason", "bound to a device"),
    QT_TRANSLATE_NOOP("LostReason", "proxy entry"),
    QT_TRANSLATE_NOOP("LostReason", "failed"),
    QT_TRANSLATE_NOOP("LostReason", "incomplete"),
    QT_TRANSLATE_NOOP("LostReason", "default entry"),
    QT_TRANSLATE_NOOP("LostReason", "port is down"),
    QT_TRANSLATE_NOOP("LostReason", "where it came from"),
    QT_TRANSLATE_NOOP("LostReason", "no weight"),
    QT_TRANSLATE_NOOP("LostReason", "another chance"),
    QT_TRANSLATE_NOOP("LostReason", "not sure to hold"),
    QT_TRANSLATE_NOOP("LostReason", "nothing in it holds"),
    QT_TRANSLATE_NOOP("LostReason", "nothing in the map fits"),
    QT_TRANSLATE_NOOP("LostReason", "other address family"),
    QT_TRANSLATE_NOOP("LostReason", "other source"),
    QT_TRANSLATE_NOOP("LostReason", "other destination"),
    QT_TRANSLATE_NOOP("LostReason", "other protocol"),
    QT_TRANSLATE_NOOP("LostReason", "other port"),
    QT_TRANSLATE_NOOP("LostReason", "other mark"),
    QT_TRANSLATE_NOOP("LostReason", "other incoming device"),
    QT_TRANSLATE_NOOP("LostReason", "other outgoing device"),
    QT_TRANSLATE_NOOP("LostReason", "other state of the connection"),
    QT_TRANSLATE_NOOP("LostReason", "other type of source"),
    QT_TRANSLATE_NOOP("LostReason", "other type of destination"),
});

} // namespace

QString lostReason(std::string_view because)
{
    const auto known = std::ranges::find(reasons, because, [](const char *reason) { return std::string_view(reason); });
    return known != reasons.end() ? QCoreApplication::translate("LostReason", *known) : QString::fromUtf8(because.data(), qsizetype(because.size()));
}

} // namespace vethscope
