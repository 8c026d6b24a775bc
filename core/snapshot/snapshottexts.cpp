#include "core/snapshot/snapshottexts.h"

#include "core/snapshot/plaintext.h"
#include "core/snapshot/watchedimport.h"

#include <algorithm>
#include <unordered_set>

namespace vethscope {
namespace {

std::string wholeText(const SourceText &source)
{
    std::string text;
    for (std::size_t line = 1; line <= source.size(); ++line)
        text.append(source.line(line)).push_back('\n');
    return text;
}

} // namespace

std::vector<SnapshotText> textsOf(const Snapshot &snapshot)
{
    std::vector<SnapshotText> texts;
    std::unordered_set<const SourceText *> taken;
    const auto add = [&](const std::shared_ptr<const SourceText> &source) {
        if (source && taken.insert(source.get()).second)
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
    for (const SnapshotText &one : texts) {
        const auto plain = plainText(one.text, one.name);
        if (!plain) {
            snapshot.report.problems.push_back(plain.error());
            continue;
        }
        importing.read(one.name, *plain, outside.empty() ? Origin{} : originOf(one.name, outside));
        if (!importing.endFile())
            break;
    }
    for (const std::string &problem : problems)
        if (std::ranges::find(snapshot.report.problems, problem, &Error::message) == snapshot.report.problems.end())
            snapshot.report.problems.push_back({problem});
    return snapshot;
}

} // namespace vethscope
