#pragma once

#include "core/snapshot/origin.h"
#include "core/snapshot/snapshot.h"

namespace vethscope {

/// What one text told.
struct Imported {
    Facts facts{};
    ImportReport report{};
};

/// Is told which line of how many comes next; false ends the reading there.
using LineWatch = std::function<bool(std::uint32_t line, std::uint32_t lines)>;

/// Reads one text, a transcript or one command's output, with what its place in the snapshot tells. `unnamed` counts the snapshot's
/// machines that nothing names: "machine 1", "machine 2" …
Imported importText(const std::string &name, std::string text, const Origin &origin, std::size_t &unnamed, const LineWatch &watch = {});

/// Puts the facts of `from` behind those of `to`, host by host.
void append(Facts &to, Facts from);
void append(ImportReport &to, ImportReport from);

} // namespace vethscope
