#include "core/snapshot/iplinksjson.h"

#include "core/snapshot/iplinkheading.h"
#include "core/snapshot/linkwords.h"

namespace vethscope {
namespace {

TunnelFact tunnelFrom(const JsonRecord &data)
{
    TunnelFact tunnel;
    tunnel.vni = data.number("id");
    tunnel.port = data.number<std::uint16_t>("port");
    const auto end = [&](std::string_view name) {
        // "any" is what iproute2 prints for none.
        const std::string text = data.text(name);
        return text.empty() || text == "any" ? std::nullopt : IpAddress::parse(text);
    };
    tunnel.local = end("local") ? end("local") : end("local6");
    tunnel.remote = end("remote") ? end("remote") : end("remote6") ? end("remote6") : end("group");
    tunnel.device = data.text("link");
    if (const std::string ttl = data.word("ttl"); ttl != "0") // in JSON, 0 stands for none
        tunnel.timeToLive = ttl;
    tunnel.learning = data.boolean("learning").value_or(true);
    tunnel.detailed = true;
    return tunnel;
}

void readKind(const JsonRecord &info, const std::string &type, LinkFact &link)
{
    const std::string kind = info.text("info_kind");
    const JsonRecord data = info.record("info_data");
    if (const auto known = kindNamed(kind))
        link.kind = kind == "tun" && data.text("type") == "tap" ? LinkKind::Tap : *known;
    if (type == "ipip")
        link.kind = LinkKind::Ipip;
    if (kind == "vxlan" || kind == "geneve" || kind == "ipip" || link.kind == LinkKind::Gre)
        link.tunnel = tunnelFrom(data);
    link.bondPort |= info.text("info_slave_kind") == "bond";
    link.hairpin = info.record("info_slave_data").boolean("hairpin").value_or(false);
}

void readAddresses(const JsonRecord &record, const std::string &name)
{
    for (const JsonRecord &info : record.records("addr_info")) {
        const auto local = info.address("local");
        const auto length = info.number("prefixlen");
        if (local && length && *length <= static_cast<std::uint32_t>(local->width()))
            record.reading().host().addresses.push_back({name, {*local, static_cast<int>(*length)}, info.text("scope"), info.evidence()});
        else
            info.complain(Sentence::of("an address without \"local\" and a \"prefixlen\" that fits it"));
    }
}

} // namespace

void readIpLinkRecord(const JsonRecord &record)
{
    LinkFact link;
    link.name = record.text("ifname");
    if (link.name.empty())
        return record.complain(Sentence::of("an interface without \"ifname\""));
    const std::string type = record.text("link_type");
    link.ifindex = record.number("ifindex");
    link.peerIfindex = record.number("link_index");
    link.peerName = record.text("link");
    link.mtu = record.number("mtu");
    link.master = record.text("master");
    link.netnsId = record.number<std::int32_t>("link_netnsid");
    link.netns = record.text("link_netns");
    const std::vector<std::string> flags = record.texts("flags");
    if (record.has("operstate") || !flags.empty())
        link.state = linkState(record.text("operstate"), Words(flags.begin(), flags.end()));
    link.hardware = type;
    readLinkFlags(Words(flags.begin(), flags.end()), link);
    if (type == "loopback")
        link.kind = LinkKind::Loopback;
    // Tunnels have an IP address for their hardware address.
    if (type == "ether" || type == "loopback" || type.empty())
        link.mac = record.mac("address");
    if (type == "ipip") {
        link.kind = LinkKind::Ipip;
        const auto local = record.address("address"), remote = record.address("broadcast");
        if ((local && !local->isAny()) || (remote && !remote->isAny())) {
            link.tunnel.emplace();
            link.tunnel->local = local && !local->isAny() ? local : std::nullopt;
            link.tunnel->remote = remote && !remote->isAny() ? remote : std::nullopt;
        }
    }
    if (record.has("linkinfo"))
        readKind(record.record("linkinfo"), type, link);
    else if (type == "ether" && record.has("num_tx_queues")) // -d, and no driver says what it is
        link.kind = LinkKind::Physical;
    link.evidence = record.evidence();
    if (link.tunnel && record.record("linkinfo").record("info_data").boolean("external").value_or(false))
        record.reading().host().settings.push_back({link.name + " external", "on", link.evidence});
    record.reading().host().links.push_back(std::move(link));
    readAddresses(record, record.text("ifname"));
}

} // namespace vethscope
