#include "app/cli/dumpwriter.h"
#include "core/capture/packetexport.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include <fmt/format.h>

// dump -w: the packets that the filter lets through, as a capture file.

namespace vethscope::cli {
namespace {

class PcapngDump final : public DumpWriter
{
public:
    PcapngDump(std::string name, std::FILE *file, const PacketStore &store)
        : m_name(std::move(name)), m_file(file), m_store(store), m_export(store, [this](Bytes block) { return keep(block); })
    {
    }
    ~PcapngDump() override
    {
        if (m_file && m_file != stdout)
            std::fclose(m_file);
    }

    void begin(TextBuffer &) override
    {
        m_export.begin();
        std::fflush(m_file);
    }
    void write(const PacketRow &row, FilterScratch &, TextBuffer &) override { m_export.write(row.frame.number - 1); }
    void end(TextBuffer &) override
    {
        m_export.end();
        if (std::fflush(m_file) != 0)
            fail();
    }
    std::optional<Error> problem() const override { return m_problem; }

private:
    bool keep(Bytes block)
    {
        if (m_problem)
            return false;
        const bool kept = std::fwrite(block.data(), 1, block.size(), m_file) == block.size()
            && (m_store.finished() || std::fflush(m_file) == 0); // of a live pipe, each packet at once
        if (!kept)
            fail();
        return kept;
    }
    void fail()
    {
        if (!m_problem)
            m_problem = Error{Sentence::verbatim(fmt::format("-w {}: {}", m_name, std::strerror(errno)))};
    }

    std::string m_name;
    std::FILE *m_file;
    const PacketStore &m_store;
    PacketExport m_export;
    std::optional<Error> m_problem;
};

} // namespace

bool isRead(const std::string &path, const PacketStore &store)
{
    std::error_code error;
    for (const std::filesystem::path &read : store.paths())
        if (std::filesystem::is_regular_file(read, error) && std::filesystem::equivalent(read, path, error))
            return true;
    return false;
}

Result<std::unique_ptr<DumpWriter>> makePcapngWriter(const std::string &path, const PacketStore &store)
{
    if (path == "-")
        return std::make_unique<PcapngDump>("-", stdout, store);
    std::FILE *file = std::fopen(path.c_str(), "wb");
    if (!file)
        return std::unexpected(Error{Sentence::verbatim(fmt::format("-w {}: {}", path, std::strerror(errno)))});
    return std::make_unique<PcapngDump>(path, file, store);
}

} // namespace vethscope::cli
