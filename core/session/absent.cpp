#include "core/session/absent.h"

namespace vethscope {

SavedSession absentOf(const SavedSession &session, const std::vector<bool> &present)
{
    SavedSession absent;
    std::vector<std::size_t> place(session.captures.size());
    // What was to be in the archive and is not is nowhere.
    const auto isAbsent = [&](std::size_t capture) { return !present[capture] && !session.captures[capture].embedded; };
    for (std::size_t i = 0; i < session.captures.size(); ++i) {
        if (!isAbsent(i))
            continue;
        place[i] = absent.captures.size();
        absent.captures.push_back(session.captures[i]);
    }
    for (const SavedSnapshot &snapshot : session.snapshots)
        if (!snapshot.embedded && snapshot.file.empty())
            absent.snapshots.push_back(snapshot);
    for (const SavedMarks &marks : session.marks)
        if (isAbsent(marks.capture))
            absent.marks.push_back({place[marks.capture], marks.first, marks.last});
    for (const SavedMarks &marks : session.ignored)
        if (isAbsent(marks.capture))
            absent.ignored.push_back({place[marks.capture], marks.first, marks.last});
    for (const SavedShift &shift : session.shifts)
        if (isAbsent(shift.capture))
            absent.shifts.push_back({place[shift.capture], shift.interface, shift.shift});
    for (const SavedComment &comment : session.comments)
        if (isAbsent(comment.packet.capture))
            absent.comments.push_back({{place[comment.packet.capture], comment.packet.number}, comment.text});
    return absent;
}

void addAbsent(SavedSession &session, const SavedSession &absent, const std::filesystem::path &folder)
{
    const auto relative = [&](auto &entry) {
        if (!entry.path.empty())
            entry.relative = entry.path.lexically_relative(folder);
    };
    const std::size_t before = session.captures.size();
    for (const SavedCapture &capture : absent.captures)
        relative(session.captures.emplace_back(capture));
    for (const SavedSnapshot &snapshot : absent.snapshots)
        relative(session.snapshots.emplace_back(snapshot));
    for (const SavedMarks &marks : absent.marks)
        session.marks.push_back({before + marks.capture, marks.first, marks.last});
    for (const SavedMarks &marks : absent.ignored)
        session.ignored.push_back({before + marks.capture, marks.first, marks.last});
    for (const SavedShift &shift : absent.shifts)
        session.shifts.push_back({before + shift.capture, shift.interface, shift.shift});
    for (const SavedComment &comment : absent.comments)
        session.comments.push_back({{before + comment.packet.capture, comment.packet.number}, comment.text});
}

} // namespace vethscope
