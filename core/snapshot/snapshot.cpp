#include "core/snapshot/snapshot.h"

#include "core/snapshot/hosttime.h"
#include "core/snapshot/importer.h"
#include "core/snapshot/origin.h"
#include "core/snapshot/plaintext.h"
#include "core/snapshot/snapshotfiles.h"
#include "core/snapshot/watchedimport.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace vethscope {
namespace {

namespace fs = std::filesystem;

std::int64_t changedAt(const fs::path &path)
{
    std::error_code error;
    const auto time = fs::last_write_time(path, error);
    if (error)
        return 0;
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::file_clock::to_sys(time).time_since_epoch()).count();
}

// pcap in both byte orders and resolutions, pcapng.
bool isCapture(std::string_view bytes)
{
    using namespace std::string_view_literals;
    constexpr auto marks = std::to_array<std::string_view>({"\xd4\xc3\xb2\xa1"sv, "\xa1\xb2\xc3\xd4"sv, "\x4d\x3c\xb2\xa1"sv, "\xa1\xb2\x3c\x4d"sv, "\x0a\x0d\x0d\x0a"sv});
    return std::ranges::any_of(marks, [&](std::string_view mark) { return bytes.starts_with(mark); });
}

// What the first host that was asked said of the time.
std::int64_t toldTime(const Facts &facts)
{
    for (const HostFacts &host : facts.hosts)
        for (const SettingFact &setting : host.settings)
            if (setting.name == "date")
                return hostTime(setting.value).value_or(0);
    return 0;
}

} // namespace

bool ImportReport::complete() const
{
    return problems.empty() && std::ranges::all_of(commands, [](const ImportedCommand &command) {
        return command.parser.empty() || command.notUnderstood.empty();
    });
}

Result<Snapshot> readSnapshot(const fs::path &path, const SnapshotWatch &watch, const SnapshotLimits &limits)
{
    Snapshot snapshot;
    const fs::path plain = path.has_filename() ? path : path.parent_path(); // `folder/`
    snapshot.name = plain.filename().string();
    snapshot.time = changedAt(plain);
    std::vector<Error> problems;
    Error lastError;
    std::vector<PlacedText> texts; // whose a file is, its place among the others tells
    WatchedImport importing(snapshot, watch);
    SnapshotFiles files(limits, problems, [&](SnapshotFile file) {
        const std::string name = file.path.generic_string();
        if (isCapture(file.bytes)) {
            problems.push_back({Sentence::of("{} is a capture, which is opened as one", name)});
        } else if (auto text = plainText(std::move(file.bytes), name)) {
            texts.push_back({std::move(file.path), std::move(*text)});
            return texts.size() % 256 != 0 || importing.wanted();
        } else {
            snapshot.report.skipped.push_back({name, Sentence::of("a binary file")});
            lastError = text.error();
        }
        return importing.endFile();
    });
    if (const auto failed = files.read(plain))
        return std::unexpected(*failed);
    if (texts.empty() && !problems.empty())
        return std::unexpected(problems.front());
    if (texts.empty())
        return std::unexpected(lastError.message.empty() ? Error{Sentence::of("{} holds no file", snapshot.name)} : lastError);
    const Origins origins(texts, plain);
    for (PlacedText &text : texts) {
        importing.read(text.path.generic_string(), std::exchange(text.text, {}), origins.of(text.path));
        if (!importing.endFile())
            break;
    }
    append(snapshot.report, {.problems = std::move(problems)});
    if (const std::int64_t time = toldTime(snapshot.facts))
        snapshot.time = time;
    return snapshot;
}

Snapshot readPastedSnapshot(std::string text, std::string name, const SnapshotWatch &watch)
{
    Snapshot snapshot{.name = std::move(name), .time = 0, .facts = {}, .report = {}};
    auto plain = plainText(std::move(text), snapshot.name);
    if (!plain) {
        snapshot.report.problems.push_back(plain.error());
        return snapshot;
    }
    WatchedImport(snapshot, watch).read(snapshot.name, *std::move(plain), {});
    snapshot.time = toldTime(snapshot.facts);
    return snapshot;
}

} // namespace vethscope
