#include "ui/coremessages.h"

#include <QtGlobal>

#include <array>

namespace vethscope {
namespace {

constexpr auto messages = std::to_array<const char *>({
    QT_TRANSLATE_NOOP("Message", "a BGP attribute longer than its message: {} bytes, where {} are left"),
    QT_TRANSLATE_NOOP("Message", "a capability says {} bytes, but {} are left for it"),
    QT_TRANSLATE_NOOP("Message", "a chunk at byte {} says {} bytes, which its packet does not have"),
    QT_TRANSLATE_NOOP("Message", "a flow specification says {} bytes, but {} are left for it"),
    QT_TRANSLATE_NOOP("Message", "a flow specification's component of type {} cannot be read to its end at byte {}"),
    QT_TRANSLATE_NOOP("Message", "a hold time of {} s is not allowed: 0 or at least 3"),
    QT_TRANSLATE_NOOP("Message", "a jumbo payload of {} bytes, which IPv6's own length field can say"),
    QT_TRANSLATE_NOOP("Message", "a list of {} bytes is announced, but {} are left in the message"),
    QT_TRANSLATE_NOOP("Message", "a management address says {} bytes, its entry has {}"),
    QT_TRANSLATE_NOOP("Message", "a next hop of {} bytes is no address of its family"),
    QT_TRANSLATE_NOOP("Message", "a part of the secure path says {} bytes, but {} are left for it"),
    QT_TRANSLATE_NOOP("Message", "a payload at byte {} says {} bytes, which its message does not have"),
    QT_TRANSLATE_NOOP("Message", "a prefix length of {} bits at byte {} is none that an address of its kind has"),
    QT_TRANSLATE_NOOP("Message", "a route target of {} bits at byte {} has none of 0 or 32 to 96"),
    QT_TRANSLATE_NOOP("Message", "a suboption at byte {} says {} bytes, which its option does not have"),
    QT_TRANSLATE_NOOP("Message", "a tag at byte {} says a length that its packet does not have"),
    QT_TRANSLATE_NOOP("Message", "an element of the prefix SID says {} bytes, but {} are left for it"),
    QT_TRANSLATE_NOOP("Message", "an entry says {} bytes, only {} are here"),
    QT_TRANSLATE_NOOP("Message", "an EVPN route of type {} has {} bytes, which is not a length of its kind"),
    QT_TRANSLATE_NOOP("Message", "an EVPN route says {} bytes, but {} are left for it"),
    QT_TRANSLATE_NOOP("Message", "an option at byte {} has {} bytes, which its kind does not"),
    QT_TRANSLATE_NOOP("Message", "an option at byte {} says a length that its header does not have"),
    QT_TRANSLATE_NOOP("Message", "an option at byte {} says {} bytes and so ends behind its header"),
    QT_TRANSLATE_NOOP("Message", "an option at byte {} says {} bytes, which its header does not have"),
    QT_TRANSLATE_NOOP("Message", "an option at byte {} says {} bytes, which its message does not have"),
    QT_TRANSLATE_NOOP("Message", "an optional parameter says {} bytes, but {} are left for it"),
    QT_TRANSLATE_NOOP("Message", "attribute {} has {} bytes, which is not a length of its kind"),
    QT_TRANSLATE_NOOP("Message", "BGP version {}, where every router speaks 4"),
    QT_TRANSLATE_NOOP("Message", "capability {} has {} bytes, which is not a length of its kind"),
    QT_TRANSLATE_NOOP("Message", "checksum is wrong; where the sender captured it, this is checksum offload"),
    QT_TRANSLATE_NOOP("Message", "Ethernet segment type {} is not known"),
    QT_TRANSLATE_NOOP("Message", "filters of {} bytes are announced, but {} are left for them"),
    QT_TRANSLATE_NOOP("Message", "header length field says {} bytes, but a header has at least {}"),
    QT_TRANSLATE_NOOP("Message", "length field says {} bytes, but a header has at least {}"),
    QT_TRANSLATE_NOOP("Message", "length field says {} bytes, but a message has at least {}"),
    QT_TRANSLATE_NOOP("Message", "length field says {} bytes, but the header alone has {}"),
    QT_TRANSLATE_NOOP("Message", "length field says {} bytes, only {} are here"),
    QT_TRANSLATE_NOOP("Message", "link type {} is not known here"),
    QT_TRANSLATE_NOOP("Message", "more than {} entries in one header; the rest is not shown"),
    QT_TRANSLATE_NOOP("Message", "more than {} headers lie inside one another; the rest is not decoded"),
    QT_TRANSLATE_NOOP("Message", "needs {} bytes, but the frame has only {}"),
    QT_TRANSLATE_NOOP("Message", "needs {} bytes, but the header around it leaves only {}"),
    QT_TRANSLATE_NOOP("Message", "needs {} bytes, only {} were captured"),
    QT_TRANSLATE_NOOP("Message", "no record begins at byte {}: the rest of one from an earlier segment, or one cut by the end of this segment"),
    QT_TRANSLATE_NOOP("Message", "of {} sampled frames, the first that can be read is shown"),
    QT_TRANSLATE_NOOP("Message", "optional parameters of {} bytes are announced, but {} are left for them"),
    QT_TRANSLATE_NOOP("Message", "question {} cannot be read at byte {} of the message"),
    QT_TRANSLATE_NOOP("Message", "resource record {} cannot be read at byte {} of the message"),
    QT_TRANSLATE_NOOP("Message", "routing type 0 is deprecated: nodes must not follow it"),
    QT_TRANSLATE_NOOP("Message", "the AS path is none, neither with numbers of two bytes nor with numbers of four"),
    QT_TRANSLATE_NOOP("Message", "the first entry has type {}, where the standard wants the chassis ({})"),
    QT_TRANSLATE_NOOP("Message", "the labels of a route of {} bits at byte {} leave no address"),
    QT_TRANSLATE_NOOP("Message", "the last {} bytes of a list, from byte {} on, are too few for another entry"),
    QT_TRANSLATE_NOOP("Message", "the next protocol is {}, but the bit that makes it valid is clear"),
    QT_TRANSLATE_NOOP("Message", "the options have no end option"),
    QT_TRANSLATE_NOOP("Message", "the reliability of a line is always 0xffff"),
    QT_TRANSLATE_NOOP("Message", "the route at byte {} says a prefix of {} bits, which does not fit"),
    QT_TRANSLATE_NOOP("Message", "the search list cannot be read at byte {} of the message"),
    QT_TRANSLATE_NOOP("Message", "the VNI flag is clear, so receivers drop this packet"),
    QT_TRANSLATE_NOOP("Message", "the {} bytes behind this message begin without a marker, so a length is wrong"),
    QT_TRANSLATE_NOOP("Message", "total length field says 0, as in front of segmentation offload: it takes all that is there"),
    QT_TRANSLATE_NOOP("Message", "total length field says {} bytes, but the header alone has {}"),
    QT_TRANSLATE_NOOP("Message", "UDP port {} is not Geneve's (6081): told by the content or by Decode As"),
    QT_TRANSLATE_NOOP("Message", "UDP port {} is not one of VXLAN's (4789, 8472): told by the content or by Decode As"),
    QT_TRANSLATE_NOOP("Message", "UDP port {} is not that of flannel's UDP backend (8285): told by the content or by Decode As"),
    QT_TRANSLATE_NOOP("Message", "UDP port {} is not VXLAN-GPE's (4790): told by the content or by Decode As"),
    QT_TRANSLATE_NOOP("Message", "UDP port {} is that of flannel's UDP backend, but what follows is no IP packet"),
    QT_TRANSLATE_NOOP("Message", "UDP port {} is VXLAN's, but what follows is no VXLAN header"),
    QT_TRANSLATE_NOOP("Message", "version 3 length says {} bytes; {} are here"),
    QT_TRANSLATE_NOOP("Message", "version field says {}, but there are only 2 and 3"),
    QT_TRANSLATE_NOOP("Message", "version field says {}, not {}"),
    QT_TRANSLATE_NOOP("Message", "version {} and type {}, where RFC 2516 has 1 and 1"),
    QT_TRANSLATE_NOOP("Message", "version {} is not known"),
    QT_TRANSLATE_NOOP("Message", "what follows was put together from {} pieces, {} bytes"),
    QT_TRANSLATE_NOOP("Message", "what it carries is a piece; the frame that brings the last one shows the whole"),
    QT_TRANSLATE_NOOP("Message", "{} addresses are announced but not there"),
    QT_TRANSLATE_NOOP("Message", "{} group records are announced but not there"),
    QT_TRANSLATE_NOOP("Message", "{} link states are announced but not there"),
    QT_TRANSLATE_NOOP("Message", "{} more multicast records are announced than the message has bytes for"),
    QT_TRANSLATE_NOOP("Message", "{} of the message's {} bytes are here; the rest is in the next segment"),
    QT_TRANSLATE_NOOP("Message", "{} segments are left, but the header holds only {}"),
});

} // namespace

std::span<const char *const> coreMessages()
{
    return messages;
}

} // namespace vethscope
