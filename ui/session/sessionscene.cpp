#include "ui/session/sessionscene.h"

#include "core/session/packetplaces.h"
#include "core/snapshot/snapshottexts.h"
#include "ui/desk/workspace.h"
#include "ui/filters/filterbar.h"
#include "ui/packets/amender.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/session/sessioncontroller.h"
#include "ui/shared/commands.h"
#include "ui/shared/language.h"
#include "ui/shared/marks.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/preferences.h"
#include "ui/shared/selection.h"

#include <array>

namespace vethscope {
namespace {

struct Word {
    Command command;
    const char *word;
};

constexpr auto arrangements = std::to_array<Word>({{Command::LayoutBrowse, "browse"}, {Command::LayoutCompare, "compare"}, {Command::LayoutTopology, "topology"}});
constexpr auto perspectives = std::to_array<Word>({{Command::ShowBoth, "both"}, {Command::ShowUnderlay, "underlay"}, {Command::ShowOverlay, "overlay"}});
constexpr auto panes = std::to_array<Word>({{Command::ShowList, "list"}, {Command::ShowDetails, "details"}, {Command::ShowBytes, "bytes"},
                                            {Command::ShowBoxes, "boxes"}, {Command::ShowTopology, "topology"}, {Command::ShowReport, "report"}});

std::string checkedOf(const Commands &commands, std::span<const Word> words)
{
    for (const Word &one : words)
        if (commands[one.command].isChecked())
            return one.word;
    return words.front().word;
}

void trigger(const Commands &commands, std::span<const Word> words, const std::string &wanted)
{
    for (const Word &one : words)
        if (one.word == wanted)
            commands[one.command].trigger();
}

void keepSizes(const SessionScene &scene, SavedLayout &layout)
{
    const PaneShares shares = scene.workspace.shares();
    layout.sizes = {std::uint64_t(shares.list), std::uint64_t(shares.compareList), std::uint64_t(shares.details)};
    layout.columns = scene.workspace.list().columns();
}

void showSizes(const SessionScene &scene, const SavedLayout &layout)
{
    scene.workspace.setShares({int(layout.sizes.list), int(layout.sizes.compareList), int(layout.sizes.details)});
    if (!layout.columns.empty())
        scene.workspace.list().setColumns(layout.columns);
}

} // namespace

SavedSession lookOf(const SessionScene &scene)
{
    SavedSession session;
    session.names = scene.commands[Command::ResolveNetwork].isChecked();
    session.physicalNames = scene.commands[Command::ResolvePhysical].isChecked();
    session.transportNames = scene.commands[Command::ResolveTransport].isChecked();
    session.filter = scene.workspace.filterBar().expression().trimmed().toStdString();
    for (const QString &filter : scene.preferences.list(preference::recentFilters))
        session.recentFilters.push_back(filter.toStdString());
    for (const DecodeRule &rule : scene.capture.decodeRules())
        session.decodeAs.push_back(textOf(rule));
    for (const auto &[address, name] : scene.capture.givenNames())
        session.givenNames.push_back({address, name});
    session.layout.arrangement = checkedOf(scene.commands, arrangements);
    session.layout.show = checkedOf(scene.commands, perspectives);
    for (const Word &pane : panes)
        if (!scene.commands[pane.command].isChecked())
            session.layout.hidden.push_back(pane.word);
    keepSizes(scene, session.layout);
    return session;
}

QStringList showLook(const SessionScene &scene, const SavedSession &session)
{
    QStringList problems;
    for (auto filter = session.recentFilters.rbegin(); filter != session.recentFilters.rend(); ++filter)
        scene.preferences.remember(preference::recentFilters, QString::fromStdString(*filter));
    const QAction &physical = scene.commands[Command::ResolvePhysical], &transport = scene.commands[Command::ResolveTransport];
    scene.commands[Command::ResolveNetwork].setChecked(session.names);
    scene.commands[Command::ResolvePhysical].setChecked(session.physicalNames.value_or(physical.isChecked()));
    scene.commands[Command::ResolveTransport].setChecked(session.transportNames.value_or(transport.isChecked()));
    std::map<IpAddress, std::string> given;
    for (const SavedName &one : session.givenNames)
        given[one.address] = one.name;
    scene.capture.setGivenNames(std::move(given));
    for (const Word &pane : panes) {
        const bool shown = std::ranges::find(session.layout.hidden, pane.word) == session.layout.hidden.end();
        scene.commands[pane.command].setChecked(shown);
    }
    trigger(scene.commands, perspectives, session.layout.show);
    trigger(scene.commands, arrangements, session.layout.arrangement);
    showSizes(scene, session.layout);
    scene.workspace.filterBar().setExpression(QString::fromStdString(session.filter));
    scene.workspace.filterBar().apply();
    if (const auto filter = Filter::compile(session.filter, scene.capture.registry()); !filter)
        problems << SessionController::tr("Display filter, “%1”: %2")
                        .arg(QString::fromStdString(session.filter), translated(filter.error().message));
    return problems;
}

NotedRows notedRows(const SessionScene &scene)
{
    NotedRows noted;
    for (int row = scene.marks.next(-1); row >= 0; row = scene.marks.next(row))
        noted.marked.push_back(std::size_t(row));
    for (int row = scene.ignored.next(-1); row >= 0; row = scene.ignored.next(row))
        noted.ignored.push_back(std::size_t(row));
    noted.shifts = scene.amender.shifts();
    if (!scene.selection.isEmpty())
        noted.selected = std::size_t(scene.selection.row());
    return noted;
}

void describePackets(const PacketStore &store, const NotedRows &noted, SavedSession &session)
{
    const PacketPlaces places(store, session.captures);
    session.marks = places.marks(noted.marked);
    session.ignored = places.marks(noted.ignored);
    const auto interfaces = places.interfaces();
    for (const auto &[interface, shift] : noted.shifts)
        session.shifts.push_back({interfaces[interface].first, interfaces[interface].second, shift});
    std::vector<std::size_t> rows;
    const auto comments = store.comments().all();
    for (const auto &[row, text] : comments)
        rows.push_back(row);
    const auto packets = places.packets(rows);
    std::size_t i = 0;
    for (const auto &[row, text] : comments)
        session.comments.push_back({packets[i++], std::string(text)});
    if (noted.selected)
        session.selected = places.packets({&*noted.selected, 1}).front();
}

QStringList showPackets(const SessionScene &scene, const SavedSession &session, const PacketPlaces &places)
{
    QStringList problems;
    std::uint64_t missing = 0;
    const std::vector<std::size_t> marked = places.rows(session.marks, missing);
    scene.marks.mark({marked.begin(), marked.end()});
    if (missing > 0)
        problems << SessionController::tr("Packets that were marked and are not there any more: %1.").arg(missing);
    std::uint64_t gone = 0;
    const std::vector<std::size_t> ignored = places.rows(session.ignored, gone);
    scene.ignored.mark({ignored.begin(), ignored.end()});
    if (gone > 0)
        problems << SessionController::tr("Packets that were ignored and are not there any more: %1.").arg(gone);
    Amender::Shifts shifts;
    const auto interfaces = places.interfaces();
    for (const SavedShift &saved : session.shifts)
        for (std::uint32_t place = 0; place < interfaces.size(); ++place)
            if (interfaces[place] == std::pair(saved.capture, saved.interface))
                shifts[place] = saved.shift;
    scene.amender.setShifts(std::move(shifts));
    std::vector<SavedPacket> wanted{session.selected};
    for (const SavedComment &comment : session.comments)
        wanted.push_back(comment.packet);
    const auto rows = places.rows(wanted);
    for (std::size_t i = 0; i < session.comments.size(); ++i) {
        const SavedComment &comment = session.comments[i];
        const QString text = QString::fromStdString(comment.text);
        if (rows[i + 1])
            scene.capture.setComment({int(*rows[i + 1])}, text);
        else if (places.present()[comment.packet.capture])
            problems << SessionController::tr("There is no packet %1 in %2, on which the session has the comment “%3”.")
                            .arg(comment.packet.number)
                            .arg(QString::fromStdString(session.captures[comment.packet.capture].name), text);
    }
    if (rows.front())
        scene.workspace.list().awaitPacket(int(*rows.front()));
    return problems;
}

SavedSnapshot savedSnapshot(const LoadedSnapshot &loaded, bool embedded, const QDir &folder)
{
    const Snapshot &snapshot = *loaded.snapshot;
    SavedSnapshot saved{.name = snapshot.name, .time = snapshot.time, .chosen = loaded.chosen, .bundled = loaded.bundled,
                        .path = loaded.path.toStdString(), .relative = {}, .embedded = embedded || loaded.path.isEmpty(), .file = loaded.path.toStdString()};
    if (!loaded.path.isEmpty())
        saved.relative = folder.relativeFilePath(loaded.path).toStdString();
    if (!saved.embedded)
        return saved;
    saved.texts = textsOf(snapshot);
    for (const Error &problem : snapshot.report.problems)
        saved.problems.push_back(problem.message.english());
    return saved;
}

std::optional<LoadedSnapshot> loadedSnapshot(const SavedSnapshot &saved, QString *problem, const SnapshotWatch &watch)
{
    LoadedSnapshot loaded{nullptr, QString::fromStdString(saved.path.string()), saved.chosen, saved.bundled};
    if (saved.embedded) {
        loaded.snapshot = std::make_shared<const Snapshot>(readSnapshotTexts(saved.name, saved.time, saved.texts, saved.path, saved.problems, watch));
        return loaded;
    }
    if (saved.file.empty())
        return std::nullopt; // the reader of the session has said so
    auto snapshot = readSnapshot(saved.file, watch);
    if (!snapshot) {
        *problem = translated(snapshot.error().message);
        return std::nullopt;
    }
    loaded.snapshot = std::make_shared<const Snapshot>(std::move(*snapshot));
    loaded.path = QString::fromStdString(saved.file.string());
    return loaded;
}

} // namespace vethscope
