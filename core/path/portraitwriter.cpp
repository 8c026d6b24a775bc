#include "core/path/portraitwriter.h"

#include <algorithm>

namespace vethscope::path {
namespace {

template <typename Mark>
std::optional<std::size_t> placeOf(const std::vector<Mark> &marks, const Mark &mark)
{
    const auto found = std::ranges::find(marks, mark);
    return found == marks.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - marks.begin()));
}

} // namespace

// Its own namespace is of every pod the same place.
PortraitWriter::PortraitWriter(Portrait &portrait, const PodMarks &pod, const Place &space, std::string_view kind) : m_portrait(portrait), m_pod(pod), m_space(space)
{
    m_portrait.text += '\n';
    *this << kind << space.node;
    this->pod(space.pod);
}

PortraitWriter &PortraitWriter::operator<<(const IpAddress &address)
{
    const auto own = placeOf(m_pod.addresses, address);
    return *this << std::string_view(own ? "<ip " + std::to_string(*own) + ">" : address.text());
}

PortraitWriter &PortraitWriter::operator<<(const IpPrefix &prefix)
{
    return *this << prefix.address << prefix.length;
}

PortraitWriter &PortraitWriter::operator<<(const MacAddress &mac)
{
    const auto own = placeOf(m_pod.macs, mac);
    return *this << std::string_view(own ? "<mac " + std::to_string(*own) + ">" : mac.text());
}

PortraitWriter &PortraitWriter::operator<<(std::string_view words)
{
    m_portrait.text += words;
    m_portrait.text += '|';
    return *this;
}

PortraitWriter &PortraitWriter::device(std::string_view name)
{
    const bool isVeth = !m_space.isPod() && m_space.node == m_pod.node && !m_pod.veth.empty() && name == m_pod.veth;
    return *this << (isVeth ? std::string_view("<veth>") : name);
}

PortraitWriter &PortraitWriter::pod(std::string_view fullName)
{
    return *this << (fullName == m_pod.name ? std::string_view("<pod>") : fullName);
}

// Also that there is none: lines stand one for one.
PortraitWriter &PortraitWriter::line(const Evidence &evidence)
{
    m_portrait.lines.push_back(evidence);
    return *this << std::string_view(evidence.source ? "line" : "no line");
}

PortraitWriter &PortraitWriter::lines(const EvidenceList &evidence)
{
    for (const Evidence &one : evidence)
        line(one);
    return *this;
}

} // namespace vethscope::path
