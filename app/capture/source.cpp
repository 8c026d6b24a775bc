#include "app/capture/source.h"

#include "app/capture/filtercheck.h"
#include "app/capture/linktype.h"

#include <array>
#include <filesystem>

namespace vethscope::capture {
namespace {

using Reason = Failure::Reason;

// The one command that lets this program capture for everybody who may start it.
std::string remedy()
{
    std::error_code error;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", error);
    return "sudo setcap cap_net_raw,cap_net_admin=eip '" + (error ? std::string("vethscope-capture") : self.string()) + '\'';
}

Failure whyNotOpened(const std::string &name, int status, const std::string &detail)
{
    switch (status) {
    case PCAP_ERROR_PERM_DENIED:
    case PCAP_ERROR_PROMISC_PERM_DENIED:
        return {Reason::NotPermitted, name + ": capturing is not permitted; this command grants it: " + remedy()};
    case PCAP_ERROR_NO_SUCH_DEVICE:
        return {Reason::NoInterface, name + ": there is no such interface; -D lists those there are"};
    case PCAP_ERROR_IFACE_NOT_UP:
        return {Reason::NoInterface, name + ": the interface is down"};
    default: {
        const std::string what = pcap_statustostr(status);
        return {Reason::NoInterface, name + ": " + (detail.empty() ? what : detail)};
    }
    }
}

Result<void, Failure> setFilter(Source &source, const std::string &filter)
{
    pcap_t *handle = source.handle.get();
    const std::string &name = source.choice.name;
    std::array<char, PCAP_ERRBUF_SIZE> reason{};
    bpf_u_int32 network = 0;
    bpf_u_int32 mask = 0;
    if (pcap_lookupnet(name.c_str(), &network, &mask, reason.data()) != 0)
        mask = PCAP_NETMASK_UNKNOWN; // only `ip broadcast` needs it
    bpf_program program{};
    if (pcap_compile(handle, &program, filter.c_str(), 1, mask) != 0)
        return std::unexpected(explainFilterError(filter, pcap_datalink(handle), pcap_geterr(handle)));
    const bool set = pcap_setfilter(handle, &program) == 0;
    pcap_freecode(&program);
    if (!set)
        return std::unexpected(Failure{Reason::NoInterface, name + ": the capture filter cannot be set: " + pcap_geterr(handle)});
    return {};
}

} // namespace

Source::Counts Source::counts() const
{
    pcap_stat counts{};
    if (pcap_stats(handle.get(), &counts) != 0)
        return {};
    return {true, counts.ps_recv, std::uint64_t{counts.ps_drop} + counts.ps_ifdrop};
}

std::uint32_t Source::linkType() const
{
    constexpr std::uint32_t rawIp = 101; // the one whose number in files is another than in libpcap
    const int type = pcap_datalink(handle.get());
    return type == DLT_RAW ? rawIp : static_cast<std::uint32_t>(type);
}

Result<Source, Failure> openSource(const InterfaceChoice &choice, const Options &options)
{
    const std::string &name = choice.name;
    std::array<char, PCAP_ERRBUF_SIZE> reason{};
    Source source;
    source.choice = choice;
    source.handle.reset(pcap_create(name.c_str(), reason.data()));
    pcap_t *handle = source.handle.get();
    if (!handle)
        return std::unexpected(Failure{Reason::NoInterface, name + ": " + reason.data()});
    pcap_set_snaplen(handle, options.snapLength);
    pcap_set_promisc(handle, options.promiscuous && name != "any");
    pcap_set_buffer_size(handle, options.bufferMebibytes * (1 << 20));
    pcap_set_timeout(handle, gatherMilliseconds); // not immediate: a ring of whole blocks loses far less in a burst
    pcap_set_tstamp_precision(handle, PCAP_TSTAMP_PRECISION_NANO);
    if (const int status = pcap_activate(handle); status < 0)
        return std::unexpected(whyNotOpened(name, status, pcap_geterr(handle)));
    source.nanoseconds = pcap_get_tstamp_precision(handle) == PCAP_TSTAMP_PRECISION_NANO;
    // On "any", the newer cooked header names the interface that each packet was seen on.
    if (name == "any")
        pcap_set_datalink(handle, DLT_LINUX_SLL2);
    if (const auto set = setFilter(source, options.filter); !set)
        return std::unexpected(set.error());
    if (pcap_setnonblock(handle, 1, reason.data()) != 0)
        return std::unexpected(Failure{Reason::NoInterface, name + ": " + reason.data()});
    return source;
}

} // namespace vethscope::capture
