#include "core/path/walk.h"

namespace vethscope::path {

// Of a node the rules and connections count that nobody printed, of a pod its routes: what the CNI leaves there filters nothing.
void Walk::assumeUnprinted(Trail &trail)
{
    const Place &place = *trail.place;
    if (place.isFilledIn)
        trail.assume(HostTable::Routes, "ip route");
    if (place.isPod())
        return;
    const bool v6 = trail.packet.outer().ip.destination.value.isV6();
    for (const HostTable table : {HostTable::Firewall, HostTable::Connections})
        if (place.net->printed.of(table, v6) != Extent::Whole)
            trail.assume(table, place.net->printed.ask(table, v6));
}

} // namespace vethscope::path
