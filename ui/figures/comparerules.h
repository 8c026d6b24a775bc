#pragma once

#include <QString>

#include <string_view>

namespace vethscope {

/// How a field of the underlay came to its value, seen from the same field of the overlay.
enum class Relation { None, LookedUp, Computed, Copied, Constant, Added, NotCopied };

/// What is compared, one row each.
enum class Aspect { SourceMac, DestinationMac, SourceIp, DestinationIp, Ttl, TrafficClass, DontFragment, Ports, Length, Checksum };

/// Whose habits explain the underlay's fields.
enum class TunnelKind { Vxlan, Ipip, FlannelUdp, Geneve, Gre, Other };

/// What the two values themselves tell; the rule that names it wins over the one for Any.
enum class Finding {
    Any,
    Missing,   // the overlay has no such field
    BothZero,
    Equal,
    Different,
    OuterUnset,
    Flooded,   // the overlay's destination is a group, not one device
};

/// Why a row's two values are as they are, in words that a capture alone can stand for.
struct CompareRule {
    Relation relation = Relation::None;
    QString explanation;
    QString underlayNote;
    QString overlayNote;
};

TunnelKind tunnelKind(std::string_view tunnel);
CompareRule compareRule(TunnelKind kind, Aspect aspect, Finding finding);

QString relationName(Relation relation);
QString aspectName(Aspect aspect);

} // namespace vethscope
