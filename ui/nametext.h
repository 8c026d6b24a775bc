#pragma once

#include "core/names/namefacts.h"

#include <QString>

namespace vethscope {

/// Who it is, and the line of the host snapshot that says so: "Pod tea-6fb46d899f-4zkt2 in default on node master, device eth0",
/// below it "master.txt, line 12: …".
QString explained(const Name &name);

/// "pod traffic, not encapsulated"; empty for Unknown.
QString trafficText(Traffic traffic);

} // namespace vethscope
