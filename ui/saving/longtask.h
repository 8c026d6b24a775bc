#pragma once

#include "core/bytes/result.h"

#include <QString>

#include <atomic>
#include <functional>

class QWidget;

namespace vethscope {

/// What a worker and the window that waits for it tell each other.
struct TaskProgress {
    std::atomic<std::uint64_t> done = 0;
    std::atomic<std::uint64_t> total = 0;
    std::atomic<bool> cancelled = false;
};

/// Runs `work` on a thread of its own while the window stays alive behind a dialog that shows how far it has come
/// and can cancel it. Returns what the work returned; of a cancelled one, an error without a message.
Result<void> runLongTask(QWidget *parent, const QString &label, const std::function<Result<void>(TaskProgress &)> &work);

} // namespace vethscope
