#pragma once

#include "core/bytes/bytes.h"
#include "core/bytes/result.h"
#include "core/capture/filenotes.h"
#include "core/capture/interface.h"
#include "core/capture/packetremarks.h"
#include "core/dissect/frame.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>
#include <utility>

namespace vethscope {

/// Times are kept within this of 1970 (146 years), so that the difference of any two is a number too.
constexpr std::int64_t farthestTime = (std::int64_t{1} << 62) - 1;

/// No link has frames this long; a larger number is damage. Wireshark draws the line at 256 KiB for
/// Ethernet, but USB and loopback captures hold more.
constexpr std::uint32_t longestFrame = 128u << 20;

/// Where one packet stands in its file, and when it was seen.
struct Record {
    std::uint64_t offset = 0;  // of its record header or block, in bytes
    std::int64_t time = 0;     // nanoseconds since 1970-01-01 UTC, no farther than farthestTime
    std::uint32_t source = 0;  // place of its interface in the capture's list
};

/// Walks the records of one capture file's bytes, and reads the frame of a record again later.
/// One thread walks; frames may be read from any thread at the same time.
class CaptureReader
{
public:
    /// Adds an interface to the capture's list and tells its place there.
    using AddInterface = std::function<std::uint32_t(Interface)>;

    virtual ~CaptureReader() = default;

    /// The next record, or nothing at the end of the file or at damage; then problem() says which.
    virtual std::optional<Record> next() = 0;

    /// Fills in what the record says of the frame: bytes, lengths, comment. No bytes when the record is no
    /// longer what it was, because another program has written over the file.
    virtual void read(const Record &record, const Interface &interface, Frame &frame) const = 0;

    /// Asks the processor for the record at `offset` and the headers in it, which will be read soon.
    void expect(std::uint64_t offset) const
    {
        constexpr std::uint64_t headers = 4 * cacheLine; // the record's own, the tunnel's, those inside
        for (std::uint64_t at = 0; at < headers; at += cacheLine)
            __builtin_prefetch(m_base + offset + at);
    }

    virtual PacketRemarks remarks(const Record &, const Interface &) const { return {}; }

    /// How far next() has come, in bytes.
    virtual std::uint64_t position() const = 0;

    /// Why the walk ended before the end of the file: a sentence with the byte offset.
    const std::optional<Error> &problem() const { return m_problem; }

    /// What the walk found beside packets since this was asked last. Only for the walking thread.
    FileNotes takeNotes() { return std::exchange(m_notes, {}); }

    /// Whether the walk ended only because bytes are missing that may still come.
    bool wantsMore() const { return !m_problem || m_cutShort; }

    /// How many bytes the walk knows of.
    std::size_t size() const { return m_file.size(); }

    /// More bytes have come behind those that were there; the walk may go on.
    void extend(Bytes file)
    {
        m_file = file;
        m_known.store(file.size(), std::memory_order_release);
        if (m_cutShort)
            m_problem.reset();
        m_cutShort = false;
    }

protected:
    explicit CaptureReader(Bytes file) : m_file(file), m_base(file.data()), m_known(file.size()) { }

    /// The walk cannot go on: the bytes it needs are not there, or are not what they should be.
    void cutShort(Sentence message)
    {
        m_problem = Error{std::move(message)};
        m_cutShort = true;
    }
    void damaged(Sentence message) { m_problem = Error{std::move(message)}; }

    /// A walk from record to record waits for memory at each of them: asks for what comes next while this one is looked at.
    void lookAhead(std::uint64_t position)
    {
        constexpr std::uint64_t distance = 2048;
        for (; m_askedFor < position + distance && m_askedFor < m_file.size(); m_askedFor += cacheLine)
            __builtin_prefetch(m_base + m_askedFor);
    }

    /// Bytes of a record that was walked over before, on any thread. Never beyond the file, whatever size
    /// a record has by now.
    Bytes walked(std::uint64_t offset, std::size_t size) const
    {
        const std::size_t known = m_known.load(std::memory_order_acquire);
        return {m_base + offset, std::min<std::size_t>(size, known - std::min<std::size_t>(offset, known))};
    }

    Bytes m_file; // as far as it is there; only the walking thread looks at it
    FileNotes m_notes;

private:
    static constexpr std::uint64_t cacheLine = 64; // bytes

    const std::byte *m_base;
    std::uint64_t m_askedFor = 0;
    std::atomic<std::size_t> m_known;
    std::optional<Error> m_problem;
    bool m_cutShort = false;
};

/// Enough bytes for makeReader() to tell what they are, whatever follows.
constexpr std::size_t captureHeaderSize = 28;

/// The reader for bytes that begin with the magic number of pcap or pcapng; an error that quotes the
/// first bytes otherwise. `name` stands in messages.
Result<std::unique_ptr<CaptureReader>> makeReader(Bytes file, const Sentence &name, CaptureReader::AddInterface addInterface);

} // namespace vethscope
