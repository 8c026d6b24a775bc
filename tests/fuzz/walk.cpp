#include "tests/fuzz/walk.h"

#include "core/capture/capturereader.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <deque>

namespace vethscope::fuzz {
namespace {

struct Walk {
    std::deque<Interface> interfaces;
    std::vector<Record> records;
    std::string problem;

    Result<std::unique_ptr<CaptureReader>> start(Bytes file)
    {
        return makeReader(file, Sentence::verbatim("file"), [this](Interface interface) {
            interfaces.push_back(std::move(interface));
            return static_cast<std::uint32_t>(interfaces.size() - 1);
        });
    }

    void take(CaptureReader &reader)
    {
        while (const auto record = reader.next())
            records.push_back(*record);
    }

    void end(const CaptureReader &reader)
    {
        if (reader.problem())
            problem = reader.problem()->message.english();
    }
};

bool sameRecord(const Record &left, const Record &right)
{
    return left.offset == right.offset && left.time == right.time && left.source == right.source;
}

void readFrames(const Walk &walk, const CaptureReader &reader, Bytes file)
{
    for (const Record &record : walk.records) {
        promise(record.source < walk.interfaces.size(), "a record names an interface that was told of");
        Frame frame;
        reader.read(record, walk.interfaces[record.source], frame);
        promise(frame.bytes.empty() || (frame.bytes.data() >= file.data() && frame.bytes.data() + frame.bytes.size() <= file.data() + file.size()),
                "a frame lies within the file");
    }
}

} // namespace

void walk(Bytes file)
{
    Walk whole;
    const auto reader = whole.start(file);
    if (!reader)
        return;
    whole.take(**reader);
    whole.end(**reader);
    readFrames(whole, **reader, file);

    Walk growing;
    const std::size_t step = std::max<std::size_t>(file.size() / 7, 1);
    std::size_t size = std::min(captureHeaderSize, file.size());
    const auto follower = growing.start(file.first(size));
    if (!follower)
        broken("what is a capture file when it is whole is one from its first bytes on");
    for (; size < file.size(); size = std::min(size + step, file.size())) {
        growing.take(**follower);
        if (!(*follower)->wantsMore())
            break;
        (*follower)->extend(file.first(std::min(size + step, file.size())));
    }
    growing.take(**follower);
    growing.end(**follower);
    promise(std::ranges::equal(whole.records, growing.records, sameRecord), "a growing file has the records of the whole one");
    promise(whole.problem == growing.problem, "a growing file ends as the whole one does");
}

} // namespace vethscope::fuzz
