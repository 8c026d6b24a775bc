#include "core/protocols/tls_fields.h"

// The messages by which client and server agree on keys. RFC 8446, section 4; TLS 1.2 RFC 5246, section 7.4;
// elliptic curves RFC 8422; session tickets RFC 5077.

namespace vethscope {
namespace {

constexpr auto &fields = tlsVaryingFields;

enum Type : std::uint8_t {
    HelloRequest = 0,
    ClientHello = 1,
    ServerHello = 2,
    NewSessionTicket = 4,
    HelloRetryRequest = 6,
    Certificate = 11,
    ServerKeyExchange = 12,
    CertificateRequest = 13,
    CertificateVerify = 15,
    ClientKeyExchange = 16,
};

constexpr std::size_t messageHeader = 4;
constexpr std::size_t largestMessage = 1u << 17; // a chain of certificates may be long; what is longer is encrypted
constexpr std::uint16_t tls12 = 0x0303;

void addSession(FieldCursor &message)
{
    const std::size_t size = message.number(named(fields, "handshake.session_id_length"), 1);
    if (size > 0)
        message.add(named(fields, "handshake.session_id"), size);
}

void addClientHello(FieldCursor message, TlsState &state)
{
    message.add(named(fields, "handshake.version"), 2);
    message.add(named(fields, "handshake.random"), 32);
    addSession(message);
    const std::size_t suites = message.number(named(fields, "handshake.cipher_suites_length"), 2);
    for (FieldCursor list = message.within(suites); list;)
        list.add(named(fields, "handshake.ciphersuite"), 2);
    const std::size_t methods = message.number(named(fields, "handshake.comp_methods_length"), 1);
    for (FieldCursor list = message.within(methods); list;)
        list.add(named(fields, "handshake.comp_method"), 1);
    addTlsExtensions(message, ClientHello, state);
}

// Up to draft 21, TLS 1.3 left out the session and the compression, and said its draft in the version.
void addServerHello(FieldCursor message, TlsState &state)
{
    const std::uint64_t version = message.number(named(fields, "handshake.version"), 2);
    const bool draft = version >> 8 == 0x7f;
    message.add(named(fields, "handshake.random"), 32);
    if (!draft)
        addSession(message);
    message.add(named(fields, "handshake.ciphersuite"), 2);
    if (!draft)
        message.add(named(fields, "handshake.comp_method"), 1);
    addTlsExtensions(message, ServerHello, state);
    state.version13 = state.version13 || draft;
}

void addTicket(FieldCursor message)
{
    message.add(named(fields, "handshake.session_ticket_lifetime_hint"), 4);
    const std::size_t size = message.number(named(fields, "handshake.session_ticket_length"), 2);
    message.add(named(fields, "handshake.session_ticket"), size);
}

void addCertificates(FieldCursor message)
{
    const std::size_t size = message.number(named(fields, "handshake.certificates_length"), 3);
    for (FieldCursor list = message.within(size); list;) {
        const std::size_t one = list.number(named(fields, "handshake.certificate_length"), 3);
        list.add(named(fields, "handshake.certificate"), one);
    }
}

void addSignature(FieldCursor &message, const TlsState &state, const Field &length, const Field &signature)
{
    if (!message)
        return;
    if (state.version >= tls12)
        addTlsSignatureScheme(message);
    const std::size_t size = message.number(length, 2);
    message.add(signature, size);
}

// Which key exchange it is was said in the server hello, which may be in another packet: the first bytes
// of a named curve (RFC 8422, section 5.4) and of a large prime do not look like each other.
void addServerKeyExchange(FieldCursor message, const TlsState &state)
{
    constexpr std::uint64_t namedCurve = 3;
    if (message.peek(1) == namedCurve) {
        message.add(named(fields, "handshake.server_curve_type"), 1);
        message.add(named(fields, "handshake.server_named_curve"), 2);
        const std::size_t size = message.number(named(fields, "handshake.server_point_len"), 1);
        message.add(named(fields, "handshake.server_point"), size);
    } else if (const std::uint64_t prime = message.peek(2); prime >= 64 && prime <= 2048 && prime < message.left()) {
        std::size_t size = message.number(named(fields, "handshake.p_len"), 2);
        message.add(named(fields, "handshake.p"), size);
        size = message.number(named(fields, "handshake.g_len"), 2);
        message.add(named(fields, "handshake.g"), size);
        size = message.number(named(fields, "handshake.ys_len"), 2);
        message.add(named(fields, "handshake.ys"), size);
    } else {
        return;
    }
    addSignature(message, state, named(fields, "handshake.sig_len"), named(fields, "handshake.sig"));
}

void addCertificateRequest(FieldCursor message, const TlsState &state)
{
    const std::size_t types = message.number(named(fields, "handshake.cert_types_count"), 1);
    for (FieldCursor list = message.within(types); list;)
        list.add(named(fields, "handshake.cert_type"), 1);
    if (state.version >= tls12) {
        const std::size_t schemes = message.number(named(fields, "handshake.sig_hash_alg_len"), 2);
        for (FieldCursor list = message.within(schemes); list;)
            addTlsSignatureScheme(list);
    }
    const std::size_t names = message.number(named(fields, "handshake.dnames_len"), 2);
    for (FieldCursor list = message.within(names); list;)
        list.skip(list.number(named(fields, "handshake.dname_len"), 2));
}

// A point on a curve has one length byte, a secret encrypted with RSA has two: only the first is unmistakable.
void addClientKeyExchange(FieldCursor message)
{
    if (message.peek(1) + 1 != message.left())
        return;
    const std::size_t size = message.number(named(fields, "handshake.client_point_len"), 1);
    message.add(named(fields, "handshake.client_point"), size);
}

void addBody(FieldCursor message, std::uint8_t type, TlsState &state)
{
    switch (type) {
    case ClientHello: return addClientHello(message, state);
    case ServerHello: return addServerHello(message, state);
    case HelloRetryRequest:
        message.add(named(fields, "handshake.version"), 2);
        return addTlsExtensions(message, HelloRetryRequest, state);
    case NewSessionTicket: return addTicket(message);
    case Certificate: return addCertificates(message);
    case ServerKeyExchange: return addServerKeyExchange(message, state);
    case CertificateRequest: return addCertificateRequest(message, state);
    case CertificateVerify:
        return addSignature(message, state, named(fields, "handshake.client_cert_vrfy.sig_len"),
                            named(fields, "handshake.client_cert_vrfy.sig"));
    case ClientKeyExchange: return addClientKeyExchange(message);
    default: return;
    }
}

} // namespace

void addTlsHandshake(FieldCursor record, TlsState &state)
{
    Details &details = record.details();
    while (record) {
        const auto type = static_cast<std::uint8_t>(record.peek(1));
        const std::string_view name = nameOf(tlsHandshakeTypes, type);
        const std::size_t size = record.left() >= messageHeader ? record.peek(messageHeader) & 0xffffff : largestMessage;
        // A nonce that counts from zero begins encrypted messages, and looks like the shortest of all messages.
        const bool plausible = type != HelloRequest || record.left() == messageHeader;
        const bool readable = !state.encrypted && !name.empty() && size < largestMessage && plausible;
        details.add(named(fields, "handshake"), octets(record.at(), record.left()), std::uint64_t{0});
        details.items.back().label = readable ? details.format("Handshake Protocol: {}", name)
                                              : std::string_view("Handshake Protocol: encrypted, or the rest of a message");
        if (!readable)
            return;
        const auto below = details.below();
        record.add(named(fields, "handshake.type"), 1);
        record.add(named(fields, "handshake.length"), 3);
        addBody(record.within(size), type, state);
    }
}

} // namespace vethscope
