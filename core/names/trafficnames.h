#pragma once

#include "core/facts/evidencejson.h"
#include "core/flows/traffic.h"
#include "core/names/nametable.h"

#include <ostream>

namespace vethscope {

/// Null when nobody, or more than one, is known to have the address.
const Name *nameOf(const TrafficEnd &end, const NameTable &names);

/// `{"conversations": [ … ]}` or `{"endpoints": [ … ]}`, an object a line, the same in every language; names stand beside the
/// addresses. Times are seconds after `start`, which is in nanoseconds since 1970.
void writeTrafficJson(const std::vector<Conversation> &conversations, const NameTable &names, std::int64_t start, std::ostream &out,
                      const SnapshotArguments &snapshots = {});
void writeTrafficJson(const std::vector<TrafficEndpoint> &endpoints, const NameTable &names, std::ostream &out, const SnapshotArguments &snapshots = {});

/// The same values as a table, a heading above it: `a.address`, `a.port` … are those of the JSON's objects, evidence is `SOURCE:LINE: TEXT`
/// (RFC 4180; lines end as here).
void writeTrafficCsv(const std::vector<Conversation> &conversations, const NameTable &names, std::int64_t start, std::ostream &out);
void writeTrafficCsv(const std::vector<TrafficEndpoint> &endpoints, const NameTable &names, std::ostream &out);

} // namespace vethscope
