#pragma once

#include "core/session/savedsession.h"
#include "ui/shared/snapshots.h"

#include <QDir>

#include <map>
#include <optional>

namespace vethscope {

class Amender;
class Commands;
class Marks;
class OpenCapture;
class PacketPlaces;
class PacketStore;
class Preferences;
class Selection;
class Workspace;

/// What of the window a session remembers.
struct SessionScene {
    OpenCapture &capture;
    Marks &marks;
    Marks &ignored;
    Amender &amender;
    Selection &selection;
    Snapshots &snapshots;
    Commands &commands;
    Workspace &workspace;
    Preferences &preferences;
};

/// The filters, rules and layout of the window: a session without its captures and snapshots.
SavedSession lookOf(const SessionScene &scene);
/// Brings the window to look like that. What of it makes no sense is told.
QStringList showLook(const SessionScene &scene, const SavedSession &session);

/// The rows that are marked, those that are ignored, how clocks were set right, and the selected one, if there is one.
struct NotedRows {
    std::vector<std::size_t> marked;
    std::vector<std::size_t> ignored;
    std::map<std::uint32_t, TimeShift> shifts; // by the interface's place in the store
    std::optional<std::size_t> selected;
};

NotedRows notedRows(const SessionScene &scene);
/// Puts them and the comments into a session that has the store's captures. From any thread.
void describePackets(const PacketStore &store, const NotedRows &noted, SavedSession &session);
/// The other way round, once all packets are there.
QStringList showPackets(const SessionScene &scene, const SavedSession &session, const PacketPlaces &places);

/// A snapshot of the window for a session in that folder, its texts with it where it is embedded.
SavedSnapshot savedSnapshot(const LoadedSnapshot &loaded, bool embedded, const QDir &folder);
/// The other way round: reads its texts, or what it refers to. Nothing, with a sentence, when that is not there.
std::optional<LoadedSnapshot> loadedSnapshot(const SavedSnapshot &saved, QString *problem, const SnapshotWatch &watch);

} // namespace vethscope
