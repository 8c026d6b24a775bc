#include "core/capture/capturereader.h"

#include "core/capture/pcapngreader.h"
#include "core/capture/pcapreader.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace vethscope {

Result<std::unique_ptr<CaptureReader>> makeReader(Bytes file, const Sentence &name, CaptureReader::AddInterface addInterface)
{
    if (PcapReader::recognises(file))
        return PcapReader::make(file, name, std::move(addInterface));
    if (PcapngReader::recognises(file))
        return PcapngReader::make(file, name, std::move(addInterface));
    std::string first;
    for (std::byte byte : file.first(std::min<std::size_t>(file.size(), 4)))
        first += fmt::format("{}{:02x}", first.empty() ? "" : " ", std::to_integer<unsigned>(byte));
    return std::unexpected(Error{Sentence::of("{} is not a capture file: it begins with {}, which is neither pcap nor pcapng", name, first)});
}

} // namespace vethscope
