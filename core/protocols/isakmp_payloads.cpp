#include "core/protocols/isakmp_fields.h"

// What an IKE message says: one payload names the type of the next. RFC 7296, section 3.2 and on; version 1 RFC 2408.

namespace vethscope {
namespace {

constexpr auto &fields = isakmpVaryingFields;

// Each payload's header is of this size, and within it the type of the next one.
constexpr std::size_t payloadHeader = 4;

enum Type : std::uint8_t {
    SecurityAssociation1 = 1,
    Proposal = 2,
    Transform = 3,
    KeyExchange1 = 4,
    Identification1 = 5,
    Certificate1 = 6,
    CertificateRequest1 = 7,
    Hash1 = 8,
    Signature1 = 9,
    Nonce1 = 10,
    Notification1 = 11,
    Delete1 = 12,
    Vendor1 = 13,
    NatDetection = 20,
    SecurityAssociation = 33,
    KeyExchange = 34,
    IdentificationInitiator = 35,
    IdentificationResponder = 36,
    Certificate = 37,
    CertificateRequest = 38,
    Nonce = 40,
    Notify = 41,
    Delete = 42,
    Vendor = 43,
    Encrypted = 46,
};

void addSpi(FieldCursor &payload, std::uint64_t size)
{
    if (size > 0)
        payload.add(named(fields, "spi"), size);
}

void addAttributes(FieldCursor payload, unsigned version)
{
    const bool old = version == 1;
    while (payload.left() >= 4) {
        const std::size_t at = payload.at();
        const bool short_ = payload.peek(1) >> 7 != 0;
        Details &details = payload.details();
        details.add(old ? named(fields, "ike.attr.format") : named(fields, "ike2.attr.format"), payload.bytes(), bits(at * 8, 1));
        const std::uint64_t type = payload.peek(2) & 0x7fff;
        details.add(old ? named(fields, "ike.attr.type") : named(fields, "ike2.attr.type"), payload.bytes(), bits(at * 8 + 1, 15));
        payload.skip(2);
        std::size_t size = 2;
        if (!short_)
            size = payload.number(old ? named(fields, "ike.attr.length") : named(fields, "ike2.attr.length"), 2);
        if (type == 14 && !old && size == 2)
            details.add(named(fields, "ike2.attr.key_length"), octets(payload.at(), 2), payload.peek(2));
        payload.add(old ? named(fields, "ike.attr.value") : named(fields, "ike2.attr.value"), size);
    }
}

void addTransform(FieldCursor payload, unsigned version)
{
    if (version == 1) {
        payload.add(named(fields, "trans.number"), 1);
        payload.add(named(fields, "trans.id"), 1);
        payload.add(named(fields, "reserved"), 2);
        return addAttributes(payload, version);
    }
    const std::uint64_t type = payload.number(named(fields, "tf.type"), 1);
    payload.add(named(fields, "reserved"), 1);
    const Field *identifiers[] = {&named(fields, "tf.id"),       &named(fields, "tf.id.encr"), &named(fields, "tf.id.prf"),
                                  &named(fields, "tf.id.integ"), &named(fields, "tf.id.dh"),   &named(fields, "tf.id.esn")};
    payload.add(*identifiers[type < std::size(identifiers) ? type : 0], 2);
    addAttributes(payload, version);
}

void addProposal(FieldCursor payload, unsigned version)
{
    payload.add(named(fields, "prop.number"), 1);
    payload.add(named(fields, "prop.protoid"), 1);
    const std::uint64_t size = payload.number(named(fields, "spisize"), 1);
    payload.add(named(fields, "prop.transforms"), 1);
    addSpi(payload, size);
    addIsakmpPayloads(payload, Transform, version);
}

void addSecurityAssociation1(FieldCursor payload)
{
    payload.add(named(fields, "sa.doi"), 4);
    payload.skip(4); // the situation
    addIsakmpPayloads(payload, Proposal, 1);
}

void addIdentification(FieldCursor payload, unsigned version)
{
    payload.add(named(fields, "id.type"), 1);
    if (version == 1) {
        payload.add(named(fields, "id.protoid"), 1);
        payload.add(named(fields, "id.port"), 2);
    }
}

void addNotification(FieldCursor payload, unsigned version)
{
    if (version == 1)
        payload.add(named(fields, "notify.doi"), 4);
    payload.add(named(fields, "notify.protoid"), 1);
    const std::uint64_t size = payload.number(named(fields, "spisize"), 1);
    payload.add(named(fields, "notify.msgtype"), 2);
    addSpi(payload, size);
    payload.rest(named(fields, "notify.data"));
}

void addDelete(FieldCursor payload, unsigned version)
{
    if (version == 1)
        payload.add(named(fields, "delete.doi"), 4);
    payload.add(named(fields, "delete.protoid"), 1);
    const std::uint64_t size = payload.number(named(fields, "spisize"), 1);
    std::uint64_t count = payload.number(named(fields, "spinum"), 2);
    for (; size > 0 && count > 0 && payload; --count)
        payload.add(named(fields, "delete.spi"), size);
}

void addContents(FieldCursor payload, std::uint8_t type, unsigned version)
{
    switch (type) {
    case SecurityAssociation1: return addSecurityAssociation1(payload);
    case SecurityAssociation: return addIsakmpPayloads(payload, Proposal, version);
    case Proposal: return addProposal(payload, version);
    case Transform: return addTransform(payload, version);
    case KeyExchange1: return payload.rest(named(fields, "key_exchange.data"));
    case KeyExchange:
        payload.add(named(fields, "key_exchange.dh_group"), 2);
        payload.add(named(fields, "reserved"), 2);
        return payload.rest(named(fields, "key_exchange.data"));
    case Identification1:
    case IdentificationInitiator:
    case IdentificationResponder: return addIdentification(payload, version);
    case Certificate1:
    case Certificate: payload.add(named(fields, "cert.encoding"), 1); return;
    case CertificateRequest1:
    case CertificateRequest: payload.add(named(fields, "certreq.type"), 1); return;
    case Hash1: return payload.rest(named(fields, "hash"));
    case Signature1: return payload.rest(named(fields, "sig"));
    case Nonce1:
    case Nonce: return payload.rest(named(fields, "nonce"));
    case Notification1:
    case Notify: return addNotification(payload, version);
    case Delete1:
    case Delete: return addDelete(payload, version);
    case Vendor1:
    case Vendor: return payload.rest(named(fields, "vid_bytes"));
    case NatDetection: return payload.rest(named(fields, "ike.nat_hash"));
    case Encrypted:
        if (payload)
            payload.add(named(fields, "enc.data"), payload.left());
        return;
    default: return;
    }
}

} // namespace

void addIsakmpPayloads(FieldCursor message, std::uint8_t first, unsigned version)
{
    Details &details = message.details();
    for (std::uint8_t type = first; type != 0 && message.left() >= payloadHeader;) {
        const std::size_t at = message.at();
        const std::size_t size = message.peek(payloadHeader) & 0xffff;
        if (size < payloadHeader || size > message.left())
            details.note(Severity::Error, Sentence::of("a payload at byte {} says {} bytes, which its message does not have", at, size),
                         octets(at, message.left()));
        details.add(named(fields, "typepayload"), octets(at, std::min(std::max(size, payloadHeader), message.left())), type);
        const auto below = details.below();
        const auto next = static_cast<std::uint8_t>(message.number(named(fields, "nextpayload"), 1));
        if (version == 1 || type == Proposal || type == Transform) {
            message.add(named(fields, "reserved"), 1);
        } else {
            details.add(named(fields, "criticalpayload"), message.bytes(), bits(message.at() * 8, 1));
            details.add(named(fields, "reserved7"), message.bytes(), bits(message.at() * 8 + 1, 7));
            message.skip(1);
        }
        message.add(named(fields, "payloadlength"), 2);
        if (size < payloadHeader)
            return;
        addContents(message.within(size - payloadHeader), type, version);
        type = type == Encrypted ? std::uint8_t{0} : next; // its next payload is inside
    }
}

} // namespace vethscope
