#include "core/session/sessionreader.h"

#include "core/sentence/systemwords.h"
#include "core/session/fingerprint.h"
#include "core/session/sessionarchive.h"
#include "core/session/sessionjson.h"
#include "core/session/sessionparts.h"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <map>
#include <optional>
#include <utility>

namespace vethscope {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t mostNamed = 3; // of parts that are missing
constexpr std::uint64_t roomLeftFree = std::uint64_t{256} << 20; // others on the disk need room, too

// Where a part's bytes go.
struct Place {
    std::size_t owner = 0;             // capture or snapshot
    std::optional<std::size_t> text{}; // of a snapshot
    bool found = false;
};

class Reader
{
public:
    Reader(const fs::path &path, const SessionProgress &progress, const SessionLimits &limits)
        : m_path(path), m_progress(progress), m_limits(limits), m_archive(path, limits, m_read.problems)
    {
    }

    Result<ReadSession> read()
    {
        auto description = readDescription();
        if (!description)
            return std::unexpected(description.error());
        auto described = readSessionJson(*description);
        if (!described)
            return std::unexpected(Error{Sentence::of("{}: {}", m_path.filename().string(), described.error().message)});
        std::ranges::move(described->problems, std::back_inserter(m_read.problems));
        m_read.session = std::move(described->session);
        if (const auto failed = readParts(*described))
            return std::unexpected(*failed);
        find(*described);
        if (m_stopped)
            return std::unexpected(Error{});
        return std::move(m_read);
    }

private:
    void complain(Sentence message) { m_read.problems.push_back({std::move(message)}); }

    bool stop()
    {
        m_stopped = m_stopped || (m_progress && !m_progress(std::min(m_done, m_total), m_total));
        return m_stopped;
    }

    Result<std::string> readDescription()
    {
        std::string text;
        bool found = false;
        const auto failed = m_archive.walk([&](const std::string &part) -> SessionArchive::Take {
            if (part != sessionpart::description)
                return {};
            found = true;
            return [&](std::string_view piece) {
                text += piece;
                return text.size() <= m_limits.bytesOfDescription;
            };
        }, [this] { return stop(); });
        if (m_stopped)
            return std::unexpected(Error{});
        if (failed)
            return std::unexpected(*failed);
        const std::string shown = m_path.filename().string();
        if (!found)
            return std::unexpected(Error{Sentence::of("{} is no session: it has no part {}", shown, sessionpart::description)});
        if (text.size() > m_limits.bytesOfDescription)
            return std::unexpected(
                Error{Sentence::of("{}: the part {} is larger than {} bytes", shown, sessionpart::description, m_limits.bytesOfDescription)});
        return text;
    }

    std::optional<Error> readParts(const DescribedSession &described)
    {
        collectPlaces(described);
        bool anyLeftOver = false;
        const auto failed = m_archive.walk([&](const std::string &part) -> SessionArchive::Take {
            const auto place = m_places.find(part);
            if (place == m_places.end()) {
                if (part != sessionpart::description && part != sessionpart::readme && !std::exchange(anyLeftOver, true))
                    complain(Sentence::of("{}: session.json does not speak of the part {}; it and others like it were not read",
                                          m_path.filename().string(), part));
                return {};
            }
            place->second.found = true;
            return place->second.text ? textTaker(part, place->second) : captureTaker(part, place->second.owner);
        }, [this] { return stop(); });
        m_output.close();
        if (failed)
            return failed;
        tellMissing();
        return std::nullopt;
    }

    // Of a file that was cut they may be many.
    void tellMissing()
    {
        std::vector<std::string_view> missing;
        for (const auto &[part, place] : m_places)
            if (!place.found && !m_stopped)
                missing.push_back(part);
        for (std::size_t i = 0; i < std::min(missing.size(), mostNamed); ++i)
            complain(Sentence::of("{}: the part {} is missing", m_path.filename().string(), missing[i]));
        if (missing.size() > mostNamed)
            complain(Sentence::of("{}: {} more of its {} parts are missing", m_path.filename().string(), missing.size() - mostNamed,
                                  m_places.size()));
    }

    void collectPlaces(const DescribedSession &described)
    {
        const auto add = [this](const std::string &part, Place place) {
            if (!m_places.emplace(part, place).second)
                complain(Sentence::of("session.json speaks twice of the part {}; it was taken once", part));
        };
        for (std::size_t i = 0; i < described.captureParts.size(); ++i) {
            if (!described.captureParts[i].empty())
                add(described.captureParts[i], {.owner = i});
            m_total += m_read.session.captures[i].embedded ? std::min(m_read.session.captures[i].size, m_limits.bytesOfCaptures) : 0;
        }
        for (std::size_t i = 0; i < described.textParts.size(); ++i)
            for (std::size_t k = 0; k < described.textParts[i].size(); ++k)
                add(described.textParts[i][k], {.owner = i, .text = k});
    }

    SessionArchive::Take textTaker(const std::string &part, const Place &place)
    {
        std::string &text = m_read.session.snapshots[place.owner].texts[*place.text].text;
        return [this, part, &text](std::string_view piece) {
            if (text.size() + piece.size() > m_limits.bytesOfText || m_texts + piece.size() > m_limits.bytesOfTexts) {
                const bool itself = text.size() + piece.size() > m_limits.bytesOfText;
                complain(itself ? Sentence::of("{}: the part {} is larger than {} bytes and was cut there", m_path.filename().string(), part,
                                               m_limits.bytesOfText)
                                : Sentence::of("{} holds more than {} bytes of texts; the part {} was cut there", m_path.filename().string(),
                                               m_limits.bytesOfTexts, part));
                return false;
            }
            text += piece;
            m_texts += piece.size();
            return true;
        };
    }

    // Under the capture's own name, which tells where it was captured, in a folder for it alone.
    SessionArchive::Take captureTaker(const std::string &part, std::size_t index)
    {
        SavedCapture &capture = m_read.session.captures[index];
        if (!m_read.folder) {
            auto folder = PrivateFolder::make();
            if (!folder) {
                complain(Sentence::of("the part {} cannot be unpacked: {}", part, folder.error().message));
                return {};
            }
            m_read.folder = std::make_shared<const PrivateFolder>(std::move(*folder));
        }
        const fs::path own = m_read.folder->path() / std::to_string(index + 1);
        std::error_code error;
        fs::create_directory(own, error);
        const fs::path file = own / capture.name;
        m_output.close();
        m_output.clear();
        m_output.open(file, std::ios::binary | std::ios::trunc);
        if (error || !m_output) {
            complain(Sentence::of("the part {} cannot be unpacked to {}: {}", part, file.string(), error ? systemWords(error) : systemWords(errno)));
            return {};
        }
        capture.file = file;
        return [this, part, &capture](std::string_view piece) {
            std::error_code unknown;
            const fs::space_info disk = fs::space(m_read.folder->path(), unknown);
            const bool room = unknown || disk.available > roomLeftFree + piece.size();
            if (!room || m_captures + piece.size() > m_limits.bytesOfCaptures) {
                complain(room ? Sentence::of("{} holds more than {} bytes of captures; the part {} was cut there", m_path.filename().string(),
                                             m_limits.bytesOfCaptures, part)
                              : Sentence::of("there is no room in {} for the part {}, {} bytes of which were unpacked",
                                             m_read.folder->path().parent_path().string(), part, m_captures));
                return false;
            }
            m_output.write(piece.data(), static_cast<std::streamsize>(piece.size()));
            m_captures += piece.size();
            m_done += piece.size();
            if (!m_output)
                complain(Sentence::of("the part {} cannot be unpacked to {}: {}", part, capture.file.string(), systemWords(errno)));
            return bool(m_output);
        };
    }

    // Whatever is not in the archive is somewhere else, or nowhere.
    void find(const DescribedSession &described)
    {
        for (std::size_t i = 0; i < m_read.session.captures.size() && !stop(); ++i)
            if (described.captureParts[i].empty())
                findCapture(m_read.session.captures[i]);
            else
                checkUnpacked(m_read.session.captures[i]);
        for (SavedSnapshot &snapshot : m_read.session.snapshots)
            if (!snapshot.embedded)
                findSnapshot(snapshot);
    }

    void checkUnpacked(const SavedCapture &capture)
    {
        std::error_code error;
        const std::uint64_t size = capture.file.empty() ? 0 : fs::file_size(capture.file, error);
        if (!capture.file.empty() && !error && size != capture.size)
            complain(Sentence::of("of the capture {} only {} of {} bytes are there", capture.name, size, capture.size));
    }

    std::vector<fs::path> candidates(const fs::path &relative, const fs::path &path) const
    {
        std::vector<fs::path> found;
        if (!relative.empty())
            found.push_back((fs::absolute(m_path).parent_path() / relative).lexically_normal());
        if (!path.empty() && std::ranges::find(found, path) == found.end())
            found.push_back(path);
        return found;
    }

    // There are two at most.
    static Sentence listOf(const std::vector<fs::path> &paths)
    {
        if (paths.size() < 2)
            return Sentence::verbatim(paths.front().string());
        return Sentence::of("{} nor at {}", paths[0].string(), paths[1].string());
    }

    // Pipes and devices are no captures of a session: they would have somebody wait, or never end.
    void findCapture(SavedCapture &capture)
    {
        const auto places = candidates(capture.relative, capture.path);
        fs::path other;
        for (const fs::path &place : places) {
            std::error_code error;
            if (!fs::is_regular_file(place, error))
                continue;
            if (capture.fingerprint.empty() || fingerprintOf(place) == capture.fingerprint) {
                capture.file = place;
                return;
            }
            if (other.empty())
                other = place;
        }
        if (other.empty()) {
            complain(places.empty() ? Sentence::of("session.json does not say where the capture {} is", capture.name)
                                    : Sentence::of("the capture {} is not at {}", capture.name, listOf(places)));
            return;
        }
        capture.file = other;
        std::error_code error;
        const std::uint64_t size = fs::file_size(other, error);
        complain(size != capture.size
                     ? Sentence::of("{} is not what it was when the session was saved: {} bytes instead of {}", other.string(), size, capture.size)
                     : Sentence::of("{} is not what it was when the session was saved: as long, {} bytes, but others", other.string(), size));
    }

    void findSnapshot(SavedSnapshot &snapshot)
    {
        const auto places = candidates(snapshot.relative, snapshot.path);
        for (const fs::path &place : places) {
            std::error_code error;
            const fs::file_status status = fs::status(place, error);
            if (error || !(fs::is_regular_file(status) || fs::is_directory(status)))
                continue;
            snapshot.file = place;
            return;
        }
        complain(places.empty() ? Sentence::of("session.json does not say where the host snapshot {} is", snapshot.name)
                                : Sentence::of("the host snapshot {} is not at {}", snapshot.name, listOf(places)));
    }

    const fs::path m_path;
    const SessionProgress &m_progress;
    const SessionLimits m_limits;
    ReadSession m_read;
    SessionArchive m_archive;
    std::map<std::string, Place> m_places;
    std::ofstream m_output;
    std::uint64_t m_texts = 0, m_captures = 0; // bytes unpacked
    std::uint64_t m_done = 0, m_total = 0;     // of captures
    bool m_stopped = false;
};

} // namespace

bool isSession(const fs::path &path)
{
    std::string extension = path.extension().string();
    std::ranges::transform(extension, extension.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (extension == ".vethscope")
        return true;
    // The first part of those that we write stands behind the 30 bytes of its header.
    std::error_code error;
    std::string head(30 + sessionpart::description.size(), '\0');
    if (!fs::is_regular_file(path, error)) // a pipe's bytes are not for us
        return false;
    std::ifstream file(path, std::ios::binary);
    return file.read(head.data(), static_cast<std::streamsize>(head.size())) && head.starts_with("PK\x03\x04")
        && head.ends_with(sessionpart::description);
}

Result<ReadSession> readSession(const fs::path &path, const SessionProgress &progress, const SessionLimits &limits)
{
    std::error_code error;
    if (!fs::is_regular_file(path, error))
        return std::unexpected(
            Error{Sentence::of("{} cannot be opened: {}", path.string(), error ? systemWords(error) : Sentence::of("it is not a file"))});
    return Reader(path, progress, limits).read();
}

} // namespace vethscope
