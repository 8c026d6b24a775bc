#pragma once

#include "core/snapshot/snapshot.h"

#include <QString>

#include <memory>
#include <vector>

namespace vethscope {

struct LoadedSnapshot;

/// A text that snapshots were read from, and which machine printed what of it.
struct HostSource {
    /// From a line on: the output of one command on one machine.
    struct Part {
        std::uint32_t line = 0;
        QString machine{}; // empty where nobody knows
        QString command{}; // as typed; empty for prose
    };

    std::shared_ptr<const SourceText> text;
    QString snapshot{}; // its name
    std::vector<Part> parts{};

    QString name() const { return QString::fromStdString(text->name()); }
    /// Null in front of the first.
    const Part *partAt(std::uint32_t line) const;
    /// Whether evidence speaks of this text: lines that an import put together are evidence of the text that they come from.
    bool has(const Evidence &evidence) const;
};

/// All texts of the snapshots, each once, in their order.
std::vector<HostSource> hostSourcesOf(const std::vector<LoadedSnapshot> &snapshots);

} // namespace vethscope
