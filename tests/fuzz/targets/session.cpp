#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/inputfile.h"

#include "core/session/sessionjson.h"
#include "core/session/sessionparts.h"
#include "core/session/sessionreader.h"

// A session's file, whole or damaged or made by an enemy; then the same bytes as session.json alone.

namespace vethscope::fuzz {
namespace {

namespace fs = std::filesystem;

constexpr SessionLimits limits{.parts = 200, .bytesOfDescription = 1 << 16, .bytesOfText = 1 << 16, .bytesOfTexts = 1 << 17, .bytesOfCaptures = 1 << 18};

void unpackedWhereItShould(const ReadSession &read)
{
    if (!read.folder)
        return;
    std::uint64_t bytes = 0;
    for (const fs::directory_entry &entry : fs::recursive_directory_iterator(read.folder->path())) {
        promise(!entry.is_symlink() && (entry.is_directory() || entry.is_regular_file()), "nothing but files is unpacked");
        promise(read.folder->holds(fs::canonical(entry.path())), "no part leaves the private folder");
        bytes += entry.is_regular_file() ? entry.file_size() : 0;
    }
    promise(bytes <= limits.bytesOfCaptures, "captures keep to their limit");
}

void soundSession(const SavedSession &session)
{
    std::uint64_t texts = 0;
    for (const SavedCapture &capture : session.captures) {
        promise(isFileName(capture.name), "a capture's name is a file's");
        promise(capture.path.empty() || capture.path.is_absolute(), "a path is absolute");
        promise(capture.relative.is_relative(), "a relative path is relative");
    }
    for (const SavedSnapshot &snapshot : session.snapshots)
        for (const SnapshotText &text : snapshot.texts)
            texts += text.text.size();
    promise(texts <= limits.bytesOfTexts, "texts keep to their limit");
    for (const SavedMarks &marks : session.marks)
        promise(marks.capture < session.captures.size() && marks.first > 0 && marks.last > 0, "marks are of a capture's packets");
    for (const SavedComment &comment : session.comments)
        promise(comment.packet.capture < session.captures.size() && comment.packet.number > 0, "a comment is on a capture's packet");
}

// What was read, written and read again is the same.
void comesBack(const SavedSession &session)
{
    const std::string once = sessionJson(session);
    const auto again = readSessionJson(once);
    promise(again.has_value(), "what we write we can read");
    promise(again->session.captures.size() == session.captures.size() && again->session.marks.size() == session.marks.size(), "nothing is lost on the way");
}

} // namespace

void run(Bytes input)
{
    const fs::path path = asFile(input);
    isSession(path);
    const auto read = readSession(path, {}, limits);
    promise(read || !read.error().message.empty(), "an error says what it is");
    if (read) {
        unpackedWhereItShould(*read);
        soundSession(read->session);
    }
    if (const auto described = readSessionJson(asText(input))) {
        soundSession(described->session);
        comesBack(described->session);
    }
}

} // namespace vethscope::fuzz
