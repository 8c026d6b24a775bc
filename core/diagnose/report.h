#pragma once

#include "core/diagnose/finding.h"
#include "core/diagnose/suspects.h"
#include "core/facts/evidencejson.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace vethscope::diagnose {

/// A captured frame as a report cites it.
struct ReportedFrame {
    std::string capture{}; // its file
    std::uint32_t number = 0; // in that
    std::string summary{};    // what it is, in a few words; may be empty
};

/// A drawing beside the report, in a file of that name.
struct ReportedFigure {
    Sentence title{};
    std::string file{};
};

/// What a report tells, and by what it was found.
struct Report {
    const Findings &findings;
    const std::vector<Suspect> &suspects;
    const SnapshotArguments &texts; // which snapshot a line came with, where there are several
    std::vector<std::string> captures{}, snapshots{}; // what was looked at
    std::function<ReportedFrame(std::uint32_t row)> frame{};
    std::vector<std::vector<ReportedFigure>> figures{}; // of each finding; may be shorter
};

/// The report as Markdown, for a ticket or a wiki: each finding with its reason, its remedy, the command that would prove it, and all that
/// shows it as it stands in captures and hosts' output.
std::string reportMarkdown(const Report &report, const Sentence::Language &language = {});

} // namespace vethscope::diagnose
