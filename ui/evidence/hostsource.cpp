#include "ui/evidence/hostsource.h"

#include "ui/shared/snapshots.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace vethscope {
namespace {

// Collects one snapshot's.
class Collector
{
public:
    explicit Collector(QString snapshot) : m_snapshot(std::move(snapshot)) {}

    void add(const ImportReport &report)
    {
        for (const ImportedCommand &command : report.commands)
            add(command.source, {command.line, QString::fromStdString(command.pod.empty() ? command.node : command.pod), QString::fromStdString(command.command)});
        for (const ProseLines &prose : report.prose)
            add(prose.source, {std::uint32_t(prose.lines.first), {}, {}});
        for (const Evidence &line : report.lost)
            add(line.source, {line.line, {}, {}});
    }

    std::vector<HostSource> sources()
    {
        for (HostSource &source : m_sources)
            std::ranges::stable_sort(source.parts, {}, &HostSource::Part::line);
        return std::move(m_sources);
    }

private:
    void add(const std::shared_ptr<const SourceText> &text, HostSource::Part part)
    {
        if (!text)
            return;
        const auto [place, isNew] = m_places.try_emplace(text->name(), m_sources.size());
        if (isNew)
            m_sources.push_back({text, m_snapshot});
        m_sources[place->second].parts.push_back(std::move(part));
    }

    QString m_snapshot;
    std::vector<HostSource> m_sources;
    std::map<std::string, std::size_t> m_places; // by name: a text may be there with lines put together
};

} // namespace

const HostSource::Part *HostSource::partAt(std::uint32_t line) const
{
    const auto behind = std::ranges::upper_bound(parts, line, {}, &Part::line);
    return behind == parts.begin() ? nullptr : &*std::prev(behind);
}

bool HostSource::has(const Evidence &evidence) const
{
    if (!evidence.source || evidence.source->size() != text->size() || evidence.source->name() != text->name())
        return false;
    const bool isOneOf = evidence.line > 0 && evidence.line <= text->size();
    return evidence.source == text || (isOneOf && evidence.source->given(evidence.line).data() == text->given(evidence.line).data());
}

std::vector<HostSource> hostSourcesOf(const std::vector<LoadedSnapshot> &snapshots)
{
    std::vector<HostSource> all;
    for (const LoadedSnapshot &one : snapshots) {
        Collector collector(QString::fromStdString(one.snapshot->name));
        collector.add(one.snapshot->report);
        std::vector<HostSource> sources = collector.sources();
        all.insert(all.end(), std::make_move_iterator(sources.begin()), std::make_move_iterator(sources.end()));
    }
    return all;
}

} // namespace vethscope
