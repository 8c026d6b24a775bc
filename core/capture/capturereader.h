#pragma once

#include "core/bytes/bytes.h"
#include "core/bytes/result.h"
#include "core/capture/interface.h"
#include "core/dissect/frame.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace vethscope {

/// Where one packet stands in its file, and when it was seen.
struct Record {
    std::uint64_t offset = 0;  // of its record header or block, in bytes
    std::int64_t time = 0;     // nanoseconds since 1970-01-01 UTC
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

    /// Fills in what the record says of the frame: bytes, lengths, comment.
    virtual void read(const Record &record, const Interface &interface, Frame &frame) const = 0;

    /// Asks the processor for the record at `offset` and the headers in it, which will be read soon.
    void expect(std::uint64_t offset) const
    {
        constexpr std::uint64_t headers = 4 * cacheLine; // the record's own, the tunnel's, those inside
        for (std::uint64_t at = 0; at < headers; at += cacheLine)
            __builtin_prefetch(m_base + offset + at);
    }

    /// How far next() has come, in bytes.
    virtual std::uint64_t position() const = 0;

    /// Why the walk ended before the end of the file: a sentence with the byte offset.
    const std::optional<Error> &problem() const { return m_problem; }

    /// Whether the walk ended only because bytes are missing that may still come.
    bool wantsMore() const { return !m_problem || m_cutShort; }

    /// How many bytes the walk knows of.
    std::size_t size() const { return m_file.size(); }

    /// More bytes have come behind those that were there; the walk may go on.
    void extend(Bytes file)
    {
        m_file = file;
        if (m_cutShort)
            m_problem.reset();
        m_cutShort = false;
    }

protected:
    explicit CaptureReader(Bytes file) : m_file(file), m_base(file.data()) { }

    /// The walk cannot go on: the bytes it needs are not there, or are not what they should be.
    void cutShort(std::string message)
    {
        m_problem = Error{std::move(message)};
        m_cutShort = true;
    }
    void damaged(std::string message) { m_problem = Error{std::move(message)}; }

    /// A walk from record to record waits for memory at each of them: asks for what comes next while this one is looked at.
    void lookAhead(std::uint64_t position)
    {
        constexpr std::uint64_t distance = 2048;
        for (; m_askedFor < position + distance && m_askedFor < m_file.size(); m_askedFor += cacheLine)
            __builtin_prefetch(m_base + m_askedFor);
    }

    /// Bytes of a record that was walked over before: the same at any time and on any thread.
    Bytes walked(std::uint64_t offset, std::size_t size) const { return {m_base + offset, size}; }

    Bytes m_file; // as far as it is there; only the walking thread looks at it

private:
    static constexpr std::uint64_t cacheLine = 64; // bytes

    const std::byte *m_base;
    std::uint64_t m_askedFor = 0;
    std::optional<Error> m_problem;
    bool m_cutShort = false;
};

/// Enough bytes for makeReader() to tell what they are, whatever follows.
constexpr std::size_t captureHeaderSize = 28;

/// The reader for bytes that begin with the magic number of pcap or pcapng; an error that quotes the
/// first bytes otherwise. `name` stands in messages.
Result<std::unique_ptr<CaptureReader>> makeReader(Bytes file, const std::string &name,
                                                  CaptureReader::AddInterface addInterface);

} // namespace vethscope
