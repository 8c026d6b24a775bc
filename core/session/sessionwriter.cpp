#include "core/session/sessionwriter.h"

#include "core/capture/newfile.h"
#include "core/sentence/systemwords.h"
#include "core/session/sessionjson.h"
#include "core/session/sessionparts.h"

#include <cerrno>
#include <cstring>
#include <ctime>
#include <fstream>
#include <memory>

#include <archive.h>
#include <archive_entry.h>

namespace vethscope {
namespace {

constexpr std::size_t copiedAtOnce = 1 << 18;

constexpr std::string_view readme =
    "A session of Vethscope: what somebody was looking at when it was saved. Open it with\n"
    "\n"
    "    vethscope FILE.vethscope\n"
    "\n"
    "or with File > Open. It is a zip archive, and each of its parts can be read without Vethscope:\n"
    "\n"
    "    session.json   which captures and host snapshots; the filter, marks, comments and the layout\n"
    "    snapshots/     the texts of the host snapshots; session.json has their real names\n"
    "    captures/      the captures, if they were embedded (pcap, pcapng); else session.json tells where they were\n"
    "\n"
    "It may hold addresses, names, paths and traffic of the network that it was made in: think before you pass it on.\n";

struct Free {
    void operator()(archive *handle) const { archive_write_free(handle); }
    void operator()(archive_entry *entry) const { archive_entry_free(entry); }
};

class Writer
{
public:
    Writer(NewFile &file, const SessionProgress &progress, std::uint64_t total) : m_file(file), m_progress(progress), m_total(total)
    {
        archive_write_set_format_zip(m_archive.get());
        archive_write_set_bytes_per_block(m_archive.get(), 0);
        archive_write_open(m_archive.get(), this, nullptr, &Writer::take, nullptr);
    }

    bool writeText(const std::string &part, std::string_view text)
    {
        return begin(part, text.size()) && write(text.data(), text.size());
    }

    bool writeCapture(const std::string &part, const std::filesystem::path &path)
    {
        std::error_code error;
        const std::uint64_t size = std::filesystem::is_regular_file(path, error) ? std::filesystem::file_size(path, error) : 0;
        std::ifstream input(path, std::ios::binary);
        if (error || !input)
            return fail(Sentence::of("{} cannot be read: {}", path.string(), error ? systemWords(error) : systemWords(errno)));
        if (!begin(part, size))
            return false;
        std::string piece(copiedAtOnce, '\0');
        for (std::uint64_t left = size; left > 0;) {
            input.read(piece.data(), static_cast<std::streamsize>(std::min<std::uint64_t>(left, copiedAtOnce)));
            const auto count = static_cast<std::size_t>(input.gcount());
            if (count == 0)
                return fail(Sentence::of("{} became shorter while it was embedded: {} of {} bytes were there", path.string(), size - left, size));
            if (!write(piece.data(), count))
                return false;
            left -= count;
        }
        return true;
    }

    /// Writes the list of parts, behind them.
    bool finish() { return archive_write_close(m_archive.get()) == ARCHIVE_OK || fail({}); }
    Error problem() const { return {m_problem}; }

private:
    static la_ssize_t take(archive *, void *self, const void *bytes, std::size_t size)
    {
        auto *writer = static_cast<Writer *>(self);
        return writer->m_file.write(Bytes(static_cast<const std::byte *>(bytes), size)) ? static_cast<la_ssize_t>(size) : -1;
    }

    bool begin(const std::string &part, std::uint64_t size)
    {
        const std::unique_ptr<archive_entry, Free> entry(archive_entry_new());
        archive_entry_set_pathname(entry.get(), part.c_str());
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0644);
        archive_entry_set_mtime(entry.get(), std::time(nullptr), 0);
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(size));
        return archive_write_header(m_archive.get(), entry.get()) == ARCHIVE_OK || fail({});
    }

    bool write(const char *bytes, std::size_t size)
    {
        while (size > 0) {
            const la_ssize_t count = archive_write_data(m_archive.get(), bytes, size);
            if (count <= 0)
                return fail({});
            bytes += count;
            size -= static_cast<std::size_t>(count);
            m_done += static_cast<std::uint64_t>(count);
        }
        if (m_progress && !m_progress(m_done, m_total)) {
            m_problem = {};
            return false;
        }
        return true;
    }

    // The first reason is the true one; without one, the file's or the archive's.
    bool fail(Sentence message)
    {
        if (message.empty()) {
            const char *text = archive_error_string(m_archive.get());
            message = m_file.problem().message;
            if (text)
                message = Sentence::of("{} ({})", std::move(message), std::string_view(text));
        }
        m_problem = std::move(message);
        return false;
    }

    NewFile &m_file;
    const SessionProgress &m_progress;
    std::uint64_t m_total;
    std::uint64_t m_done = 0;
    Sentence m_problem;
    std::unique_ptr<archive, Free> m_archive{archive_write_new()}; // last: it hands on what is left when it goes
};

std::uint64_t sizeOf(const SavedSession &session)
{
    std::uint64_t size = 0;
    for (const SavedCapture &capture : session.captures)
        size += capture.embedded ? capture.size : 0;
    for (const SavedSnapshot &snapshot : session.snapshots)
        for (const SnapshotText &text : snapshot.texts)
            size += snapshot.embedded ? text.text.size() : 0;
    return size;
}

bool writeParts(Writer &writer, const SavedSession &session)
{
    if (!writer.writeText(std::string(sessionpart::description), sessionJson(session)) || !writer.writeText(std::string(sessionpart::readme), readme))
        return false;
    for (std::size_t i = 0; i < session.snapshots.size(); ++i) {
        const SavedSnapshot &snapshot = session.snapshots[i];
        for (std::size_t k = 0; snapshot.embedded && k < snapshot.texts.size(); ++k)
            if (!writer.writeText(textPart(i, k, snapshot.texts[k].name), snapshot.texts[k].text))
                return false;
    }
    for (std::size_t i = 0; i < session.captures.size(); ++i)
        if (session.captures[i].embedded && !writer.writeCapture(capturePart(i, session.captures[i].name), session.captures[i].file))
            return false;
    return writer.finish();
}

} // namespace

Result<void> writeSession(const SavedSession &session, const std::filesystem::path &path, const SessionProgress &progress)
{
    auto file = NewFile::create(path);
    if (!file)
        return std::unexpected(file.error());
    {
        Writer writer(*file, progress, sizeOf(session));
        if (!writeParts(writer, session))
            return std::unexpected(writer.problem());
    }
    return file->commit();
}

} // namespace vethscope
