#pragma once

#include <QString>
#include <QStringList>

#include "core/capture/capturepoint.h"

#include <optional>
#include <vector>

namespace vethscope {

class OpenCapture;
struct FollowedJourneys;

/// Where a file of the open capture was taken: what the user has said, and what is known without that.
struct FilePoint {
    QString path{};
    QStringList devices{};              // names of its interfaces, where it has several: these stay
    std::optional<CapturePoint> given{};
    QString node{}, device{};           // what it tells itself, or the MACs in its frames
    std::size_t frames = 0;
};

/// The open files, each with its point as the user gave it.
std::vector<CaptureArgument> captureArgumentsOf(const OpenCapture &capture);
/// One for each file that is open, in their order. `found` may be null: then nothing is told by MACs.
std::vector<FilePoint> filePointsOf(const OpenCapture &capture, const FollowedJourneys *found);

} // namespace vethscope
