#pragma once

#include "core/bytes/result.h"
#include "core/facts/facts.h"
#include "core/transcript/transcript.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// What the import made of one command: the Import report has a row for each.
struct ImportedCommand {
    std::shared_ptr<const SourceText> source;
    std::string node, pod;
    std::string command;      // as typed; of a loop or `a; b`, the part that this row is about
    std::string parser;       // the HostCommand that read it; empty when none knows it
    std::uint32_t line = 0;   // of the prompt, or the first of the output
    std::uint32_t facts = 0;  // lines that became evidence
    std::vector<std::uint32_t> notUnderstood; // line numbers
    std::string failed{};     // what the command said instead of an answer: "Unable to connect to the server: …"; empty where it answered
};

struct ProseLines {
    std::shared_ptr<const SourceText> source;
    LineRange lines;
};

/// A file that is no host output: a picture, a README, a log.
struct SkippedFile {
    std::string source;  // its path below the snapshot
    Sentence because;    // "a script", "no host output in it": words that end a sentence
};

/// What was read, from which host, by which command, which lines nobody understood, and what could not be read at all.
struct ImportReport {
    std::vector<ImportedCommand> commands{};
    std::vector<ProseLines> prose{};
    std::vector<SkippedFile> skipped{};
    EvidenceList lost{};           // lines that belong to no command and are no prose
    std::vector<Error> problems{}; // a binary file, an entry that leads out of the archive, a limit that was met, JSON of another shape

    bool complete() const; // no problem, and no line of a known command left over
};

/// Host output of one or several machines at one time: a transcript, one command's output, a folder, or an archive.
struct Snapshot {
    std::string name;       // of the file or folder, or "pasted text"
    std::int64_t time = 0;  // nanoseconds since 1970: of the snapshot's own `date`, else of the file; 0 when not known
    Facts facts;
    ImportReport report;
};

/// More than this of a snapshot is not read; what was left out is said in the report.
struct SnapshotLimits {
    std::size_t files = 20'000;
    std::size_t bytesOfOne = 64 << 20;
    std::size_t bytesOfAll = 512 << 20;
};

/// How far the reading of a snapshot is.
struct SnapshotProgress {
    std::size_t files = 0;   // read to their ends
    std::uint32_t line = 0;  // of the one that is being read, and how many it has; 0 between files
    std::uint32_t lines = 0;
};

/// Is told after each command and each file; false stops there, and what was read until then is what comes back.
using SnapshotWatch = std::function<bool(const SnapshotProgress &)>;

/// Reads a file, a folder or an archive (tar, tar.gz, zip …). Fails only when nothing at all can be read.
/// Nothing is written, no link is followed, and no name leads out of the folder or archive.
Result<Snapshot> readSnapshot(const std::filesystem::path &path, const SnapshotWatch &watch = {}, const SnapshotLimits &limits = {});

/// The same for pasted text; evidence speaks of it by this name.
Snapshot readPastedSnapshot(std::string text, std::string name = "pasted text", const SnapshotWatch &watch = {});

/// Several snapshots as one: facts of one host are put together, a later snapshot's last.
Facts joined(const std::vector<const Snapshot *> &snapshots);

} // namespace vethscope
