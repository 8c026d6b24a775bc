#pragma once

#include "core/address/address.h"
#include "core/capture/amendments.h"
#include "core/columns/columnspec.h"
#include "core/snapshot/snapshottexts.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace vethscope {

/// A capture of a saved session: where it was, and what it was like; or its bytes, which then are a part of the session's file.
struct SavedCapture {
    std::string name;               // of its file, without folders
    std::filesystem::path path;     // absolute, where it was; empty when it was nowhere but in a session
    std::filesystem::path relative; // the same from the session's folder
    std::uint64_t size = 0;         // in bytes
    std::string fingerprint;        // fingerprintOf() it
    bool embedded = false;
    std::filesystem::path file{};   // where its bytes are now: to be written from, or found by the reader; empty: nowhere
};

/// A host snapshot of a saved session: its texts, or where they are.
struct SavedSnapshot {
    std::string name;
    std::int64_t time = 0;          // nanoseconds since 1970, 0 when not known
    bool chosen = true;
    bool bundled = false;           // came with a sample
    std::filesystem::path path;     // absolute; empty for pasted text. What a file's place tells (originOf) stays true through it
    std::filesystem::path relative;
    bool embedded = true;
    std::vector<SnapshotText> texts{}; // as evidence speaks of them
    std::vector<std::string> problems{}; // what could not be read when it was imported
    std::filesystem::path file{};        // as with captures
};

/// A packet by its capture's place in the session, and its number within that file, which counts from 1. Other captures beside
/// it, or one that is missing, do not change it.
struct SavedPacket {
    std::size_t capture = 0;
    std::uint64_t number = 0;
};

/// Marked packets of one capture, both included.
struct SavedMarks {
    std::size_t capture = 0;
    std::uint64_t first = 0;
    std::uint64_t last = 0;
};

/// How the clock of one of a capture's interfaces is set right: of the first, second, … that the file has.
struct SavedShift {
    std::size_t capture = 0;
    std::size_t interface = 0;
    TimeShift shift{};
};

/// The user's comment on a packet, in place of what its file says.
struct SavedComment {
    SavedPacket packet;
    std::string text;
};

/// What the user calls an address.
struct SavedName {
    IpAddress address;
    std::string name;
};

/// How panes share the room, in hundredths of a percent; 0 where nothing is known of it.
struct SavedSizes {
    static constexpr std::uint64_t largest = 9'999;

    std::uint64_t list = 0;        // of the height, above details, bytes and boxes
    std::uint64_t compareList = 0; // of the height, above the comparison
    std::uint64_t details = 0;     // of the width, beside the bytes
};

/// How the window was arranged. Colours and language are the reader's own.
struct SavedLayout {
    std::string arrangement = "browse"; // or compare, topology
    std::string show = "both";          // or underlay, overlay
    std::vector<std::string> hidden{};  // of list, details, bytes, boxes, topology, report
    SavedSizes sizes{};
    std::vector<ColumnSpec> columns{};  // from left to right; none: nothing is known of them
};

/// What somebody was looking at, to go on with it tomorrow or elsewhere: `*.vethscope`.
///
/// The file is a zip archive: everybody has a program that opens one, each part can be read without the others, and of a file
/// that was cut the parts in front of the cut are still there. Its parts:
///
///     session.json      this structure: keys as its members are called here, beside `vethscope_session`, the version, which is 1
///     snapshots/1/…     the texts of the first host snapshot; session.json tells what evidence calls each
///     captures/1-…      the bytes of the first capture, when captures are embedded
///     README.txt        what the file is
///
/// The names of parts are plain ASCII and made by us; real names stand in session.json. Who reads the file must know of no name:
/// parts go nowhere but into a folder made for them, under names made there.
struct SavedSession {
    static constexpr int version = 1;

    std::vector<SavedCapture> captures;
    std::vector<SavedSnapshot> snapshots;
    bool names = true;                     // whether IP addresses are shown with the names that the snapshots give them
    std::optional<bool> physicalNames{}, transportNames{}; // whether MAC addresses and ports are; older sessions do not say
    std::string filter;
    std::vector<std::string> recentFilters;
    std::vector<std::string> decodeAs;     // each as `udp.port==8473,vxlan`
    std::vector<SavedMarks> marks;
    std::vector<SavedComment> comments;
    SavedLayout layout;
    SavedPacket selected;                  // number 0: none
    std::vector<SavedMarks> ignored{};     // packets that nobody looks into
    std::vector<SavedShift> shifts{};
    std::vector<SavedName> givenNames{};
};

/// More than this is not read; what was left out is said.
struct SessionLimits {
    std::size_t parts = 40'000;
    std::uint64_t bytesOfDescription = 64 << 20;             // session.json
    std::uint64_t bytesOfText = 64 << 20;                    // each of a snapshot's
    std::uint64_t bytesOfTexts = 512 << 20;                  // together
    std::uint64_t bytesOfCaptures = std::uint64_t{256} << 30; // together, and never more than the disk has room for
};

} // namespace vethscope
