#pragma once

#include "core/bytes/result.h"

#include <QString>

class QWidget;

namespace vethscope {

class PacketStore;

/// Whether what is joined stands before what is open, or behind.
enum class JoinOrder : bool { Before, Behind };

/// Writes what is open and another file one behind the other, whatever their times, as one pcapng. An error without a message: cancelled.
Result<void> joinCaptures(const PacketStore &open, const QString &other, JoinOrder order, const QString &path, QWidget *window);

} // namespace vethscope
