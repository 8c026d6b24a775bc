#pragma once

#include "app/cli/command.h"
#include "app/cli/hostsnapshots.h"
#include "app/cli/verb.h"
#include "core/capture/packetstore.h"
#include "core/dissect/dissector.h"
#include "core/filter/filter.h"

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

namespace vethscope::cli {

/// -r [NODE:IFACE=]FILE…: one file after the other or each with its own -r.
void declareCaptures(Command &command, std::vector<std::string> &captures, const std::string &help);
/// --snapshot SNAPSHOT…, for verbs that are about what hosts printed.
void declareSnapshots(Command &command, std::vector<std::string> &snapshots);
/// What such an argument may be.
inline constexpr const char *snapshotsHelp = "Terminal transcripts, output of single commands, folders or archives with host output; - for standard input";
/// The files of those arguments.
std::vector<std::filesystem::path> filesOf(const std::vector<std::string> &captures);

/// How captures are read and which of their packets count: the options that the verbs on captures share.
struct ReadingOptions {
    std::string filter;
    std::vector<std::string> decodeAs;
    std::vector<std::string> disabled; // protocols
    std::vector<std::string> snapshots;

    /// Adds -Y, -d, --disable-protocol and --snapshot; `snapshotHelp` says what host output is good for here.
    void declare(Command &command, const std::string &snapshotHelp);
};

/// What those options come to. A Dissector may refer to the registry for as long as it stays where it is.
struct Reading {
    HostSnapshots hosts;
    Cluster cluster;
    Registry registry;
    Filter filter;
    std::vector<const Protocol *> disabled;

    /// One that leaves out what is disabled.
    Dissector dissector() const;
};

/// What is wrong with them is said on standard error.
std::expected<Reading, ExitCode> readingOf(const ReadingOptions &options);

/// Waits for the end of the captures and says on standard error what could not be read of them. Returns `code`, or what this makes of it.
ExitCode complainOf(PacketStore &store, ExitCode code);

} // namespace vethscope::cli
