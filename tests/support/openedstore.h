#pragma once

#include "core/capture/packetstore.h"

#include <memory>

#include <QString>

namespace vethscope::test {

/// The packets of a capture file, all of them in the index. A file that cannot be opened ends the test program.
std::unique_ptr<PacketStore> storeOf(const QString &path);

} // namespace vethscope::test
