#pragma once

#include "core/bytes/appendonly.h"
#include "core/bytes/result.h"
#include "core/capture/capturereader.h"
#include "core/capture/continuations.h"
#include "core/capture/interface.h"
#include "core/capture/followedfile.h"
#include "core/capture/owncomments.h"
#include "core/dissect/facts.h"
#include "core/dissect/frame.h"

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <stop_token>
#include <thread>
#include <vector>

namespace vethscope {

class Amendments;

/// The packets of one or several capture files, in the order of time as mergecap would write them.
/// Owns all bytes. Opening maps the files and starts a worker that builds the index; frames may be
/// read from any thread as soon as size() counts them. Sixteen bytes a packet beyond the mapped files.
class PacketStore
{
public:
    /// Opens every file that can be read; fails with the first error only when none can.
    /// The others' errors are among problems().
    /// A path `-` is standard input; pipes and packed files are read while they arrive.
    static Result<std::unique_ptr<PacketStore>> open(std::span<const std::filesystem::path> paths);

    /// Follows a capture file that another program is writing, until ended() is called.
    static Result<std::unique_ptr<PacketStore>> follow(const std::filesystem::path &path);
    void ended();

    PacketStore(const PacketStore &) = delete;
    PacketStore &operator=(const PacketStore &) = delete;
    /// Stops the worker first.
    ~PacketStore();

    /// How many packets are in the index so far.
    std::size_t size() const { return m_index.size(); }

    /// The frame in row `row`, counted from 0; its number counts from 1.
    Frame frame(std::size_t row) const;
    /// The same as its file has it, whatever is put together.
    Frame ownFrame(std::size_t row) const;

    /// Asks the processor for the bytes of a row that will be read soon: a walk over all rows would wait for memory otherwise.
    void expect(std::size_t row) const;

    /// The user's comments on packets, each in place of the first one that the file has.
    OwnComments &comments() { return m_comments; }
    const OwnComments &comments() const { return m_comments; }

    /// What the file, or the user, says of the packet in that row beside its bytes.
    PacketRemarks remarks(std::size_t row) const;

    /// Lets what is read from now on be as the user has amended it; null when it is as the files have it. Nobody may read the store meanwhile.
    void setAmendments(const Amendments *amendments) { m_amendments.store(amendments, std::memory_order_release); }

    /// Nanoseconds since 1970-01-01 UTC, from the index alone.
    std::int64_t time(std::size_t row) const { return m_amendments.load(std::memory_order_acquire) ? amended(m_index[row].time, m_index[row].source()) : m_index[row].time; }
    /// The same as its file has it.
    std::int64_t ownTime(std::size_t row) const { return m_index[row].time; }
    /// What becomes of a time that a file tells beside its packets, of an interface by its place: a shift of the clock is one of all that the clock showed.
    std::int64_t amended(std::int64_t time, std::uint32_t interface) const;

    /// Lets every frame read from now on go through what puts payloads together; null when it goes.
    void setContinuations(const Continuations *continuations) { m_continuations.store(continuations, std::memory_order_release); }
    /// How many frames are as they will stay: all in the index, or those whose payloads are put together.
    std::size_t settled() const;
    /// Whether settled() has come to its end; asked before it, a false answer never hides frames.
    bool allSettled() const;

    /// What is known of the frames beside their bytes: every frame points to it.
    FrameFacts &facts() { return m_facts; }
    const FrameFacts &facts() const { return m_facts; }

    /// Whether it follows a capture that is being recorded: there may be more at any time.
    bool isFollowing() const { return m_followed != nullptr; }

    const Interface &interfaceOf(std::size_t row) const { return m_interfaces[m_index[row].source()]; }
    /// Its place in the list of interfaces.
    std::uint32_t interfacePlace(std::size_t row) const { return m_index[row].source(); }
    std::size_t interfaceCount() const { return m_interfaces.size(); }
    const Interface &interface(std::size_t index) const { return m_interfaces[index]; }

    const std::vector<std::filesystem::path> &paths() const { return m_paths; }

    bool finished() const { return m_finished.load(std::memory_order_acquire); }
    void waitUntilFinished();

    struct Progress {
        std::uint64_t done = 0;  // bytes walked
        std::uint64_t total = 0; // bytes of all files
    };
    Progress progress() const;

    /// Whether, now that it is finished, nothing turned out to be a capture file.
    bool unreadable() const { return m_unreadable.load(std::memory_order_acquire); }

    /// What could not be read, a sentence each; complete once finished() is true.
    std::vector<Error> problems() const;

    /// What the files said so far beside their packets and interfaces; oddities are among problems().
    FileNotes notes() const;
    /// Packets that the capturing programs saw go by without keeping them, as far as the files tell.
    std::uint64_t dropped() const;

    /// Private memory of the index in bytes; the mapped files are not counted.
    std::size_t memory() const { return m_index.memory(); }

private:
    friend class RowWalk;
    struct Entry {
        std::uint64_t place; // 40 bits of offset (files up to 1 TiB), 24 bits of interface
        std::int64_t time;

        std::uint64_t offset() const { return place >> 24; }
        std::uint32_t source() const { return static_cast<std::uint32_t>(place & 0xffffff); }
    };
    struct OpenFile {
        std::unique_ptr<CaptureInput> input;
        std::filesystem::path path;
        std::unique_ptr<CaptureReader> reader; // made once the first bytes are there
        bool ended = false;
        bool lost = false;                     // it shrank while it was walked over
    };

    PacketStore() = default;
    void amend(Frame &frame, std::size_t row) const;
    void add(std::unique_ptr<CaptureInput> input, const std::filesystem::path &path);
    Result<void> makeReaderFor(OpenFile &file);
    void start();
    void buildIndex(const std::stop_token &stop);
    std::optional<Record> nextOf(OpenFile &file, const std::stop_token &stop);
    void publish();
    void dropWhatIsLost();
    void gatherNotes();
    std::uint64_t walked() const;
    void report(Error problem);

    std::vector<std::filesystem::path> m_paths;
    std::vector<OpenFile> m_files;
    AppendOnly<Interface, 64> m_interfaces;
    AppendOnly<Entry> m_index;
    std::atomic<std::uint64_t> m_done = 0;
    std::atomic<bool> m_finished = false;
    std::atomic<bool> m_unreadable = false;
    FollowedFile *m_followed = nullptr;
    std::atomic<const Continuations *> m_continuations = nullptr;
    std::atomic<const Amendments *> m_amendments = nullptr;
    OwnComments m_comments;
    mutable std::mutex m_problemsMutex;
    std::vector<Error> m_problems;
    FileNotes m_notes;
    FrameFacts m_facts;
    std::jthread m_worker; // last, so that it ends before what it uses
};

} // namespace vethscope
