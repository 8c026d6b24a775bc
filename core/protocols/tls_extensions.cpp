#include "core/protocols/tls_fields.h"

// What a client offers and a server chooses. RFC 8446, section 4.2; server name and status RFC 6066; ALPN RFC 7301.

namespace vethscope {
namespace {

constexpr auto &fields = tlsVaryingFields;

enum Handshake : std::uint8_t { ClientHello = 1, ServerHello = 2, HelloRetryRequest = 6 };

enum Extension : std::uint16_t {
    ServerName = 0,
    MaximumFragment = 1,
    StatusRequest = 5,
    SupportedGroups = 10,
    PointFormats = 11,
    SignatureAlgorithms = 13,
    Heartbeat = 15,
    Alpn = 16,
    SignedCertificateTimestamp = 18,
    Padding = 21,
    EncryptThenMac = 22,
    ExtendedMasterSecret = 23,
    CompressCertificate = 27,
    RecordSizeLimit = 28,
    KeyShareOfDrafts = 40,
    PreSharedKey = 41,
    SupportedVersions = 43,
    Cookie = 44,
    KeyExchangeModes = 45,
    PostHandshake = 49,
    SignatureAlgorithmsCertificate = 50,
    KeyShare = 51,
    NextProtocol = 13172,
    ApplicationSettings = 17513,
    Renegotiation = 65281,
};

void addList(FieldCursor list, const Field &field, std::size_t size)
{
    while (list)
        list.add(field, size);
}

void addStrings(FieldCursor list, const Field &length, const Field &text)
{
    while (list) {
        const std::size_t size = list.number(length, 1);
        list.add(text, size);
    }
}

void addServerNames(FieldCursor data)
{
    if (!data)
        return; // a server that heeded the name answers with an empty list
    FieldCursor list = data.within(2 + data.peek(2));
    list.add(named(fields, "handshake.extensions_server_name_list_len"), 2);
    while (list) {
        list.add(named(fields, "handshake.extensions_server_name_type"), 1);
        const std::size_t size = list.number(named(fields, "handshake.extensions_server_name_len"), 2);
        list.add(named(fields, "handshake.extensions_server_name"), size);
    }
}

void addStatusRequest(FieldCursor data)
{
    if (!data)
        return;
    data.add(named(fields, "handshake.extensions_status_request_type"), 1);
    data.skip(data.number(named(fields, "handshake.extensions_status_request_responder_ids_len"), 2));
    data.skip(data.number(named(fields, "handshake.extensions_status_request_exts_len"), 2));
}

void addSignatureAlgorithms(FieldCursor data)
{
    FieldCursor list = data.within(2 + data.peek(2));
    list.add(named(fields, "handshake.sig_hash_alg_len"), 2);
    while (list)
        addTlsSignatureScheme(list);
}

void addPreSharedKey(FieldCursor data, std::uint8_t handshake)
{
    if (handshake != ClientHello) {
        data.add(named(fields, "handshake.extensions.psk.identity.selected"), 2);
        return;
    }
    FieldCursor identities = data.within(2 + data.peek(2));
    identities.add(named(fields, "handshake.extensions.psk.identities.length"), 2);
    while (identities) {
        const std::size_t size = identities.number(named(fields, "handshake.extensions.psk.identity.identity_length"), 2);
        identities.add(named(fields, "handshake.extensions.psk.identity.identity"), size);
        identities.add(named(fields, "handshake.extensions.psk.identity.obfuscated_ticket_age"), 4);
    }
    data.add(named(fields, "handshake.extensions.psk.binders_len"), 2);
}

void addKeyShareEntry(FieldCursor &entry)
{
    entry.add(named(fields, "handshake.extensions_key_share_group"), 2);
    const std::size_t size = entry.number(named(fields, "handshake.extensions_key_share_key_exchange_length"), 2);
    entry.add(named(fields, "handshake.extensions_key_share_key_exchange"), size);
}

void addKeyShare(FieldCursor data, std::uint8_t handshake)
{
    if (handshake == ClientHello) {
        FieldCursor list = data.within(2 + data.peek(2));
        list.add(named(fields, "handshake.extensions_key_share_client_length"), 2);
        while (list)
            addKeyShareEntry(list);
    } else if (data.left() == 2) { // a server that asks for another group
        data.add(named(fields, "handshake.extensions_key_share_selected_group"), 2);
    } else {
        addKeyShareEntry(data);
    }
}

void addSupportedVersions(FieldCursor data, std::uint8_t handshake, TlsState &state)
{
    if (handshake == ClientHello) {
        FieldCursor list = data.within(1 + data.peek(1));
        list.add(named(fields, "handshake.extensions.supported_versions_len"), 1);
        addList(list, named(fields, "handshake.extensions.supported_version"), 2);
    } else {
        const std::uint64_t version = data.number(named(fields, "handshake.extensions.supported_version"), 2);
        state.version13 = version == 0x0304 || version >> 8 == 0x7f;
    }
}

void addData(FieldCursor data, std::uint16_t type, std::uint8_t handshake, TlsState &state)
{
    switch (type) {
    case ServerName: return addServerNames(data);
    case MaximumFragment: data.add(named(fields, "handshake.max_fragment_length"), 1); return;
    case StatusRequest: return addStatusRequest(data);
    case SupportedGroups:
        data.add(named(fields, "handshake.extensions_supported_groups_length"), 2);
        return addList(data, named(fields, "handshake.extensions_supported_group"), 2);
    case PointFormats:
        data.add(named(fields, "handshake.extensions_ec_point_formats_length"), 1);
        return addList(data, named(fields, "handshake.extensions_ec_point_format"), 1);
    case SignatureAlgorithms:
    case SignatureAlgorithmsCertificate: return addSignatureAlgorithms(data);
    case Heartbeat: data.add(named(fields, "handshake.extension.heartbeat.mode"), 1); return;
    case Alpn:
        data.add(named(fields, "handshake.extensions_alpn_len"), 2);
        return addStrings(data, named(fields, "handshake.extensions_alpn_str_len"), named(fields, "handshake.extensions_alpn_str"));
    case NextProtocol:
        return addStrings(data, named(fields, "handshake.extensions_npn_str_len"), named(fields, "handshake.extensions_npn"));
    case ApplicationSettings:
        data.add(named(fields, "handshake.extensions_alps_len"), 2);
        return addStrings(data, named(fields, "handshake.extensions_alps_alpn_str_len"), named(fields, "handshake.extensions_alps_alpn_str"));
    case Padding: return data.rest(named(fields, "handshake.extensions_padding_data"));
    case CompressCertificate:
        data.add(named(fields, "compress_certificate.algorithms_length"), 1);
        return addList(data, named(fields, "compress_certificate.algorithm"), 2);
    case RecordSizeLimit: data.add(named(fields, "record_size_limit"), 2); return;
    case PreSharedKey: return addPreSharedKey(data, handshake);
    case SupportedVersions: return addSupportedVersions(data, handshake, state);
    case Cookie: {
        const std::size_t size = data.number(named(fields, "handshake.extensions.cookie_len"), 2);
        data.add(named(fields, "handshake.extensions.cookie"), size);
        return;
    }
    case KeyExchangeModes:
        data.add(named(fields, "extension.psk_ke_modes_length"), 1);
        return addList(data, named(fields, "extension.psk_ke_mode"), 1);
    case KeyShareOfDrafts:
    case KeyShare: return addKeyShare(data, handshake);
    case Renegotiation: {
        const std::size_t size = data.number(named(fields, "handshake.extensions_reneg_info_len"), 1);
        if (size > 0)
            data.add(named(fields, "handshake.extensions_reneg_info"), size);
        return;
    }
    case SignedCertificateTimestamp:
    case EncryptThenMac:
    case ExtendedMasterSecret:
    case PostHandshake:
        return; // what they say, they say by being there
    default:
        data.add(named(fields, "handshake.extension.data"), data.left());
    }
}

} // namespace

void addTlsSignatureScheme(FieldCursor &cursor)
{
    if (cursor.left() < 2)
        return cursor.skip(2);
    Details &details = cursor.details();
    const std::size_t at = cursor.at();
    cursor.add(named(fields, "handshake.sig_hash_alg"), 2);
    const auto below = details.below();
    details.add(named(fields, "handshake.sig_hash_hash"), cursor.bytes(), octets(at, 1));
    details.add(named(fields, "handshake.sig_hash_sig"), cursor.bytes(), octets(at + 1, 1));
}

void addTlsExtensions(FieldCursor message, std::uint8_t handshakeType, TlsState &state)
{
    if (!message)
        return;
    const std::size_t length = message.number(named(fields, "handshake.extensions_length"), 2);
    for (FieldCursor list = message.within(length); list;) {
        Details &details = list.details();
        const auto type = static_cast<std::uint16_t>(list.peek(2));
        const std::string_view name = nameOf(tlsExtensions, type);
        details.text(name.empty() ? details.format("Extension: {}", type) : details.format("Extension: {}", name),
                     octets(list.at(), list.left()));
        const auto below = details.below();
        list.add(named(fields, "handshake.extension.type"), 2);
        const std::size_t size = list.number(named(fields, "handshake.extension.len"), 2);
        addData(list.within(size), type, handshakeType, state);
    }
}

} // namespace vethscope
