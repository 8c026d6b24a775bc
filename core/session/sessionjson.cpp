#include "core/session/sessionjson.h"

#include "core/session/savedcolumns.h"
#include "core/session/sessionfields.h"
#include "core/session/sessionparts.h"

#include <algorithm>
#include <cmath>
#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace vethscope {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view versionKey = "vethscope_session";
constexpr auto arrangements = std::to_array<std::string_view>({"browse", "compare", "topology"});
constexpr auto perspectives = std::to_array<std::string_view>({"both", "underlay", "overlay"});

struct Size {
    std::string_view name;
    std::uint64_t SavedSizes::*share;
};
constexpr auto sizes = std::to_array<Size>({{"list", &SavedSizes::list}, {"compareList", &SavedSizes::compareList}, {"details", &SavedSizes::details}});

Json captureJson(const SavedCapture &capture, std::size_t place)
{
    Json json{{"name", capture.name}, {"path", capture.path.string()}, {"relative", capture.relative.string()},
              {"size", capture.size}, {"fingerprint", capture.fingerprint}};
    if (capture.embedded)
        json["part"] = capturePart(place, capture.name);
    return json;
}

Json snapshotJson(const SavedSnapshot &snapshot, std::size_t place)
{
    Json json{{"name", snapshot.name}, {"time", snapshot.time}, {"chosen", snapshot.chosen}, {"bundled", snapshot.bundled},
              {"path", snapshot.path.string()}, {"relative", snapshot.relative.string()}};
    if (!snapshot.embedded)
        return json;
    json["texts"] = Json::array();
    for (std::size_t i = 0; i < snapshot.texts.size(); ++i)
        json["texts"].push_back({{"name", snapshot.texts[i].name}, {"part", textPart(place, i, snapshot.texts[i].name)}});
    json["problems"] = snapshot.problems;
    return json;
}

template <typename List, typename Make>
Json listOf(const List &list, Make make)
{
    Json json = Json::array();
    for (const auto &one : list)
        json.push_back(make(one));
    return json;
}

Json layoutJson(const SavedLayout &layout)
{
    Json shares = Json::object();
    for (const Size &size : sizes)
        if (const std::uint64_t share = layout.sizes.*size.share; share > 0)
            shares[std::string(size.name)] = share;
    return {{"arrangement", layout.arrangement}, {"show", layout.show}, {"hidden", layout.hidden}, {"sizes", shares},
            {"columns", columnsJson(layout.columns)}};
}

// The names of a session's members; another one is told of.
constexpr auto members = std::to_array<std::string_view>({versionKey, "captures", "snapshots", "names", "physicalNames", "transportNames", "filter", "recentFilters", "decodeAs", "marks",
                                                          "ignored", "shifts", "givenNames", "comments", "layout", "selected"});

// Of a capture or a host snapshot, where it was and where it is from the session's folder.
void checkPlaces(const SessionFields &fields, auto &entry)
{
    if (!entry.path.empty() && !entry.path.is_absolute()) {
        fields.complain(Sentence::of("the path {} is not absolute and was left out", entry.path.string()));
        entry.path.clear();
    }
    if (entry.relative.is_absolute()) {
        fields.complain(Sentence::of("the relative path {} is absolute and was left out", entry.relative.string()));
        entry.relative.clear();
    }
}

constexpr double gainUnits = 1e15; // of a clock's gain: whole numbers are the same in every program

Json marksJson(const SavedMarks &marks)
{
    return Json{{"capture", marks.capture}, {"first", marks.first}, {"last", marks.last}};
}

Json shiftJson(const SavedShift &one)
{
    return Json{{"capture", one.capture}, {"interface", one.interface + 1}, {"from", one.shift.from}, {"to", one.shift.to}, {"gain", std::llround(one.shift.gain * gainUnits)}};
}

void readCapture(const SessionFields &fields, DescribedSession &described)
{
    SavedCapture capture{.name = fields.text("name"), .path = fields.text("path"), .relative = fields.text("relative"), .size = fields.count("size"),
                         .fingerprint = fields.text("fingerprint")};
    std::string part = fields.text("part");
    checkPlaces(fields, capture);
    if (!part.empty() && !staysBelow(part)) {
        fields.complain(Sentence::of("the part {} leads out of the archive and was not read", part));
        part.clear();
    }
    if (!isFileName(capture.name)) {
        fields.complain(Sentence::of("\"{}\" is no name of a file", capture.name));
        capture.name = fmt::format("capture-{}", described.session.captures.size() + 1);
    }
    capture.embedded = !part.empty();
    described.session.captures.push_back(std::move(capture));
    described.captureParts.push_back(std::move(part));
}

void readSnapshot(const SessionFields &fields, DescribedSession &described)
{
    SavedSnapshot snapshot{.name = fields.text("name"), .time = fields.number("time"), .chosen = fields.flag("chosen", true),
                           .bundled = fields.flag("bundled", false), .path = fields.text("path"), .relative = fields.text("relative"),
                           .embedded = fields.has("texts"), .problems = fields.texts("problems")};
    checkPlaces(fields, snapshot);
    std::vector<std::string> parts;
    for (const SessionFields &text : fields.records("texts")) {
        std::string name = text.text("name"), part = text.text("part");
        const bool own = name == snapshot.name; // "pasted text", whatever else it may say
        if (!(own || staysBelow(name)) || !staysBelow(part)) {
            text.complain(Sentence::of("the text {} in the part {} leads out of its place and was not read", name, part));
            continue;
        }
        snapshot.texts.push_back({std::move(name), {}});
        parts.push_back(std::move(part));
    }
    described.session.snapshots.push_back(std::move(snapshot));
    described.textParts.push_back(std::move(parts));
}

// Nothing when it speaks of no capture of this session, or of no packet.
std::optional<SavedPacket> packetIn(const SessionFields &fields, std::string_view member, const SavedSession &session)
{
    const SavedPacket packet{fields.count("capture"), fields.count(member)};
    if (packet.number == 0 || packet.capture >= session.captures.size()) {
        fields.complain(Sentence::of("there is no packet {} of a capture {}, of {} captures counted from 0; it was left out", packet.number,
                                     packet.capture, session.captures.size()));
        return std::nullopt;
    }
    return packet;
}

void readMarks(const SessionFields &fields, std::string_view name, const SavedSession &session, std::vector<SavedMarks> &marks)
{
    for (const SessionFields &one : fields.records(name))
        if (const auto first = packetIn(one, "first", session), last = packetIn(one, "last", session); first && last)
            marks.push_back({first->capture, first->number, last->number});
}

void readLayout(const SessionFields &fields, SavedLayout &layout)
{
    layout.arrangement = fields.oneOf("arrangement", arrangements);
    layout.show = fields.oneOf("show", perspectives);
    layout.hidden = fields.texts("hidden");
    if (const auto shares = fields.record("sizes"))
        for (const Size &size : sizes)
            layout.sizes.*size.share = shares->countWithin(size.name, 1, SavedSizes::largest);
    layout.columns = columnsIn(fields);
}

} // namespace

std::string sessionJson(const SavedSession &session)
{
    Json captures = Json::array(), snapshots = Json::array();
    for (std::size_t i = 0; i < session.captures.size(); ++i)
        captures.push_back(captureJson(session.captures[i], i));
    for (std::size_t i = 0; i < session.snapshots.size(); ++i)
        snapshots.push_back(snapshotJson(session.snapshots[i], i));
    Json json{
        {versionKey, SavedSession::version},
        {"captures", captures},
        {"snapshots", snapshots},
        {"names", session.names},
        {"filter", session.filter},
        {"recentFilters", session.recentFilters},
        {"decodeAs", session.decodeAs},
        {"marks", listOf(session.marks, marksJson)},
        {"comments", listOf(session.comments, [](const SavedComment &comment) {
             return Json{{"capture", comment.packet.capture}, {"number", comment.packet.number}, {"text", comment.text}};
         })},
        {"layout", layoutJson(session.layout)},
    };
    if (session.physicalNames)
        json["physicalNames"] = *session.physicalNames;
    if (session.transportNames)
        json["transportNames"] = *session.transportNames;
    if (!session.ignored.empty())
        json["ignored"] = listOf(session.ignored, marksJson);
    if (!session.shifts.empty())
        json["shifts"] = listOf(session.shifts, shiftJson);
    if (!session.givenNames.empty())
        json["givenNames"] = listOf(session.givenNames, [](const SavedName &one) { return Json{{"address", one.address.text()}, {"name", one.name}}; });
    if (session.selected.number > 0)
        json["selected"] = Json{{"capture", session.selected.capture}, {"number", session.selected.number}};
    // A name of a file may be no UTF-8; a session that cannot be read for it would be worse.
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

Result<DescribedSession> readSessionJson(std::string_view text)
{
    const JsonText json = readJson(text);
    if (json.values.empty() || !json.values.front().object())
        return std::unexpected(Error{json.error.empty() ? Sentence::of("session.json is no JSON object")
                                                        : Sentence::of("session.json is no JSON object: {}", json.error)});
    DescribedSession described;
    if (!json.error.empty())
        described.problems.push_back({Sentence::of("session.json line {}: {}; what stands before it was read", json.lines + 1, json.error)});
    const SessionFields fields(json.values.front(), described.problems);
    SavedSession &session = described.session;
    if (const auto version = fields.count(versionKey); version == 0)
        fields.complain(Sentence::of("it does not say of which version it is; it was read as version {}", SavedSession::version));
    else if (version > SavedSession::version)
        fields.complain(
            Sentence::of("it is of version {}, this program knows version {}: what is new in it was left out", version, SavedSession::version));
    for (const std::string &name : fields.othersThan(members))
        fields.complain(Sentence::of("the member {} is not known and was left out", name));

    for (const SessionFields &capture : fields.records("captures"))
        readCapture(capture, described);
    for (const SessionFields &snapshot : fields.records("snapshots"))
        readSnapshot(snapshot, described);
    session.names = fields.flag("names", true);
    if (fields.has("physicalNames"))
        session.physicalNames = fields.flag("physicalNames", true);
    if (fields.has("transportNames"))
        session.transportNames = fields.flag("transportNames", false);
    session.filter = fields.text("filter");
    session.recentFilters = fields.texts("recentFilters");
    session.decodeAs = fields.texts("decodeAs");
    readMarks(fields, "marks", session, session.marks);
    readMarks(fields, "ignored", session, session.ignored);
    for (const SessionFields &shift : fields.records("shifts"))
        if (const auto of = packetIn(shift, "interface", session))
            session.shifts.push_back({of->capture, std::size_t(of->number - 1), {shift.number("from"), shift.number("to"), static_cast<double>(shift.number("gain")) / gainUnits}});
    for (const SessionFields &one : fields.records("givenNames")) {
        if (const auto address = IpAddress::parse(one.text("address")))
            session.givenNames.push_back({*address, one.text("name")});
        else
            one.complain(Sentence::of("\"{}\" is no IP address; its name {} was left out", one.text("address"), one.text("name")));
    }
    for (const SessionFields &comment : fields.records("comments"))
        if (const auto packet = packetIn(comment, "number", session))
            session.comments.push_back({*packet, comment.text("text")});
    if (const auto layout = fields.record("layout"))
        readLayout(*layout, session.layout);
    if (const auto selected = fields.record("selected"))
        session.selected = packetIn(*selected, "number", session).value_or(SavedPacket{});
    return described;
}

} // namespace vethscope
