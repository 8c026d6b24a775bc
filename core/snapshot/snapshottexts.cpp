#include "core/snapshot/snapshottexts.h"

#include "core/snapshot/plaintext.h"
#include "core/snapshot/watchedimport.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace vethscope {
namespace {

std::string wholeText(const SourceText &source)
{
    std::string text;
    for (std::size_t line = 1; line <= source.size(); ++line)
        text.append(source.given(line)).push_back('\n');
    return text;
}

} // namespace

std::vector<SnapshotText> textsOf(const Snapshot &snapshot)
{
    std::vector<SnapshotText> texts;
    std::unordered_set<std::string> taken; // one text may have several forms: a machine's lines of it, lines put together
    const auto add = [&](const std::shared_ptr<const SourceText> &source) {
        if (source && taken.insert(source->name()).second)
            texts.push_back({source->name(), wholeText(*source)});
    };
    for (const ImportedCommand &command : snapshot.report.commands)
        add(command.source);
    for (const ProseLines &prose : snapshot.report.prose)
        add(prose.source);
    return texts;
}

Snapshot readSnapshotTexts(std::string name, std::int64_t time, const std::vector<SnapshotText> &texts, const std::filesystem::path &outside,
                           const std::vector<std::string> &problems, const SnapshotWatch &watch)
{
    Snapshot snapshot{.name = std::move(name), .time = time, .facts = {}, .report = {}};
    WatchedImport importing(snapshot, watch);
    std::vector<PlacedText> placed;
    for (const SnapshotText &one : texts) {
        if (auto plain = plainText(one.text, one.name))
            placed.push_back({one.name, std::move(*plain)});
        else
            snapshot.report.problems.push_back(plain.error());
    }
    const Origins origins(placed, outside);
    for (PlacedText &one : placed) {
        importing.read(one.path.generic_string(), std::exchange(one.text, {}), outside.empty() ? Origin{} : origins.of(one.path));
        if (!importing.endFile())
            break;
    }
    for (const std::string &problem : problems) {
        const Sentence told = Sentence::verbatim(problem);
        if (std::ranges::find(snapshot.report.problems, told, &Error::message) == snapshot.report.problems.end())
            snapshot.report.problems.push_back({told});
    }
    return snapshot;
}

} // namespace vethscope
