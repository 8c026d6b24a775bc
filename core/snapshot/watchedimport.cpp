#include "core/snapshot/watchedimport.h"

#include "core/snapshot/importer.h"

namespace vethscope {

void WatchedImport::read(const std::string &name, std::string text, const Origin &origin)
{
    Imported imported = importText(name, std::move(text), origin, m_unnamed, [this](std::uint32_t line, std::uint32_t lines) { return ask({m_files, line, lines}); });
    append(m_snapshot.facts, std::move(imported.facts));
    append(m_snapshot.report, std::move(imported.report));
}

bool WatchedImport::endFile()
{
    ++m_files;
    return m_wanted && ask({m_files});
}

bool WatchedImport::ask(const SnapshotProgress &progress)
{
    m_wanted = !m_watch || m_watch(progress);
    return m_wanted;
}

} // namespace vethscope
