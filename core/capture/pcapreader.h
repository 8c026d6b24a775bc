#pragma once

#include "core/capture/capturereader.h"

namespace vethscope {

/// The classic format of libpcap (draft-ietf-opsawg-pcap): both byte orders, micro- and nanoseconds,
/// and the "modified" variant whose record headers have eight bytes more.
class PcapReader final : public CaptureReader
{
public:
    static bool recognises(Bytes file);
    static Result<std::unique_ptr<CaptureReader>> make(Bytes file, const Sentence &name, AddInterface addInterface);

    std::optional<Record> next() override;
    void read(const Record &record, const Interface &interface, Frame &frame) const override;
    std::uint64_t position() const override { return m_position; }

private:
    struct Format {
        bool bigEndian;
        bool nanoseconds;
        std::size_t recordHeader;
    };

    PcapReader(Bytes file, const Sentence &name, Format format, std::uint32_t source);
    static std::optional<Format> formatOf(Bytes file);

    Sentence m_name;
    Format m_format;
    std::uint32_t m_source;
    std::uint64_t m_position;
    std::uint64_t m_count = 0;
};

} // namespace vethscope
