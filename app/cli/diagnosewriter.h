#pragma once

#include "core/diagnose/finding.h"
#include "core/diagnose/kernelwords.h"
#include "core/diagnose/suspects.h"
#include "core/facts/evidencejson.h"

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

namespace vethscope {
class PacketStore;
}

namespace vethscope::cli {

/// What `diagnose` tells of.
struct DiagnoseReport {
    const diagnose::Findings &findings;
    const std::vector<diagnose::Suspect> &suspects;
    const std::vector<diagnose::ToldDrops> &unexplained;
    const SnapshotArguments &texts;
    const PacketStore *store = nullptr;           // null where nothing was captured
    std::vector<std::uint32_t> numbers{};         // of its frames in their own files
    std::vector<std::string> captures{};          // of its files, as given
};

/// The shape that contract.md fixes.
void writeDiagnosisJson(const DiagnoseReport &report, std::ostream &out);
/// For a ticket: each finding with what shows it, below one another.
void writeDiagnosisText(const DiagnoseReport &report, std::ostream &out);

/// A captured frame as it is cited.
struct CitedFrame {
    std::string capture{};
    std::uint32_t number = 0;
};
CitedFrame citedFrame(const DiagnoseReport &report, std::uint32_t row);

} // namespace vethscope::cli
