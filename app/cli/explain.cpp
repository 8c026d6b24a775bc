#include "app/cli/explainwriter.h"
#include "app/cli/framewanted.h"
#include "app/cli/reading.h"
#include "core/capture/capturepoint.h"

#include <algorithm>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>

#include <fmt/format.h>

// explain: why each address of a captured frame is there, with the line that says so, and what should be there.

namespace vethscope::cli {
namespace {

struct Options {
    std::vector<std::string> captures, snapshots;
    std::string frame;
    std::string format = "text";
};

std::vector<const Facts *> factsOf(const HostSnapshots &hosts)
{
    std::vector<const Facts *> facts;
    for (const Snapshot &snapshot : hosts.snapshots)
        facts.push_back(&snapshot.facts);
    return facts;
}

// How the routes came about, as far as captures show it: the frame's own, and further ones that are there for it.
std::vector<explain::Announcement> announcementsOf(const std::vector<std::string> &captures, const CaptureArgument &own, const PacketStore &ownStore,
                                                   const Dissector &dissector, ExitCode &code)
{
    std::vector<explain::Announcement> all;
    const auto add = [&](std::vector<explain::Announcement> found) { all.insert(all.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end())); };
    for (const std::string &text : captures) {
        const std::filesystem::path file = captureArgument(text).file;
        if (file == own.file) {
            add(explain::announcementsIn(ownStore, dissector, file.string()));
            continue;
        }
        const auto other = PacketStore::open(std::vector{file});
        if (!other) {
            complain(other.error().message.english());
            code = PartlyRead;
            continue;
        }
        (*other)->waitUntilFinished();
        add(explain::announcementsIn(**other, dissector, file.string()));
    }
    return all;
}

int explainFrame(const Options &options, const Reading &reading, const CaptureArgument &capture, std::uint32_t number)
{
    const std::vector<std::filesystem::path> files{capture.file};
    const auto store = PacketStore::open(files);
    if (!store)
        return fail(Unreadable, store.error().message.english());
    ExitCode code = complainOf(**store, reading.hosts.complete ? Done : PartlyRead);
    if (code == Unreadable)
        return code;
    if (number > (*store)->size())
        return fail(WrongUsage, noSuchFrame(capture.file, number, (*store)->size()));
    const Dissector dissector = reading.dissector();
    const Frame frame = (*store)->frame(number - 1);
    const Dissection packet = dissector.dissect(frame);
    const explain::ShownFrame shown = explain::shownFrame(frame, packet);
    const explain::Explainer explainer(reading.cluster, factsOf(reading.hosts), announcementsOf(options.captures, capture, **store, dissector, code));
    explain::CommonMacs macs(**store, dissector);
    const explain::Point point = explain::pointOf(explainer.places(), macs, number - 1, capture.point, shown.ifindex);
    const explain::FrameExplanation explanation = explainer.explain(shown, point);
    if (options.format == "json")
        writeExplanationJson(explanation, number, reading.hosts.texts(), std::cout);
    else
        writeExplanationText(explanation, number, std::cout);
    return written(code);
}

int run(const Options &options)
{
    if (options.snapshots.empty())
        return fail(WrongUsage, "explain needs a snapshot: --snapshot SNAPSHOT");
    const auto wanted = frameWanted(options.frame);
    if (!wanted)
        return fail(WrongUsage, fmt::format("--frame {}: not [FILE:]N with N from 1 on", options.frame));
    const auto capture = captureWanted(options.captures, wanted->file);
    if (!capture)
        return fail(WrongUsage, fmt::format("--frame {}: {}", options.frame, capture.error()));
    ReadingOptions read;
    read.snapshots = options.snapshots;
    const auto reading = readingOf(read);
    return reading ? explainFrame(options, *reading, *capture, wanted->number) : reading.error();
}

std::function<int()> declare(Command &command)
{
    auto options = std::make_shared<Options>();
    declareCaptures(command, options->captures, "Capture files; the frame is in the first, unless --frame names another");
    command.option("--frame", options->frame, "The frame to explain: its number in its file").required().called("[FILE:]N");
    declareSnapshots(command, options->snapshots);
    command.option("--format", options->format, "text for reading, json for scripts").among({"json", "text"});
    return [options] { return run(*options); };
}

} // namespace

constinit const Verb verbs::explain{"explain", "Tell why each address of a frame is there, by which line, and what should be there", declare};

} // namespace vethscope::cli
