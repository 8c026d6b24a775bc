#pragma once

#include "core/dissect/details.h"
#include "core/protocols/field_cursor.h"
#include "core/protocols/tls_names.h"

#include <array>

namespace vethscope {

/// The rows of TLS; all of them vary, since a segment may hold several records.
inline constexpr auto tlsVaryingFields = std::to_array<Field>({
    varying("record",                          "Record Layer",               Show::Nothing),
    varying("record.content_type",             "Content Type",               Show::Decimal, tlsContentTypes),
    varying("record.opaque_type",              "Opaque Type",                Show::Decimal, tlsContentTypes),
    varying("record.version",                  "Version",                    Show::Hexadecimal, tlsVersions),
    varying("record.length",                   "Length",                     Show::Decimal),
    varying("change_cipher_spec",              "Change Cipher Spec Message", Show::Nothing),
    varying("alert_message",                   "Alert Message",              Show::Nothing),
    varying("alert_message.level",             "Level",                      Show::Decimal, tlsAlertLevels),
    varying("alert_message.desc",              "Description",                Show::Decimal, tlsAlerts),
    varying("app_data",                        "Encrypted Application Data", Show::Raw),
    varying("handshake",                       "Handshake Protocol",         Show::Nothing),
    varying("handshake.type",                  "Handshake Type",             Show::Decimal, tlsHandshakeTypes),
    varying("handshake.length",                "Length",                     Show::Decimal),
    varying("handshake.version",               "Version",                    Show::Hexadecimal, tlsVersions),
    varying("handshake.random",                "Random",                     Show::Raw),
    varying("handshake.session_id_length",     "Session ID Length",          Show::Decimal),
    varying("handshake.session_id",            "Session ID",                 Show::Raw),
    varying("handshake.cipher_suites_length",  "Cipher Suites Length",       Show::Decimal),
    varying("handshake.ciphersuite",           "Cipher Suite",               Show::Hexadecimal, tlsCipherSuites),
    varying("handshake.comp_methods_length",   "Compression Methods Length", Show::Decimal),
    varying("handshake.comp_method",           "Compression Method",         Show::Decimal),
    varying("handshake.cipher_spec_len",       "Cipher Spec Length",         Show::Decimal),
    varying("handshake.challenge_length",      "Challenge Length",           Show::Decimal),
    varying("handshake.cipherspec",            "Cipher Spec",                Show::Hexadecimal),
    varying("handshake.session_ticket_lifetime_hint", "Session Ticket Lifetime Hint", Show::Decimal),
    varying("handshake.session_ticket_length", "Session Ticket Length",      Show::Decimal),
    varying("handshake.session_ticket",        "Session Ticket",             Show::Raw),
    varying("handshake.certificates_length",   "Certificates Length",        Show::Decimal),
    varying("handshake.certificate_length",    "Certificate Length",         Show::Decimal),
    varying("handshake.certificate",           "Certificate",                Show::Raw),
    varying("handshake.server_curve_type",     "Curve Type",                 Show::Hexadecimal),
    varying("handshake.server_named_curve",    "Named Curve",                Show::Hexadecimal, tlsGroups),
    varying("handshake.server_point_len",      "Pubkey Length",              Show::Decimal),
    varying("handshake.server_point",          "Pubkey",                     Show::Raw),
    varying("handshake.client_point_len",      "Pubkey Length",              Show::Decimal),
    varying("handshake.client_point",          "Pubkey",                     Show::Raw),
    varying("handshake.p_len",                 "p Length",                   Show::Decimal),
    varying("handshake.p",                     "p",                          Show::Raw),
    varying("handshake.g_len",                 "g Length",                   Show::Decimal),
    varying("handshake.g",                     "g",                          Show::Raw),
    varying("handshake.ys_len",                "Pubkey Length",              Show::Decimal),
    varying("handshake.ys",                    "Pubkey",                     Show::Raw),
    varying("handshake.sig_len",               "Signature Length",           Show::Decimal),
    varying("handshake.sig",                   "Signature",                  Show::Raw),
    varying("handshake.client_cert_vrfy.sig_len", "Signature length",        Show::Decimal),
    varying("handshake.client_cert_vrfy.sig",  "Signature",                  Show::Raw),
    varying("handshake.cert_types_count",      "Certificate types count",    Show::Decimal),
    varying("handshake.cert_type",             "Certificate type",           Show::Decimal),
    varying("handshake.dnames_len",            "Distinguished Names Length", Show::Decimal),
    varying("handshake.dname_len",             "Distinguished Name Length",  Show::Decimal),
    varying("handshake.sig_hash_alg_len",      "Signature Hash Algorithms Length", Show::Decimal),
    varying("handshake.sig_hash_alg",          "Signature Algorithm",        Show::Hexadecimal, tlsSignatureSchemes),
    varying("handshake.sig_hash_hash",         "Signature Hash Algorithm Hash", Show::Decimal, tlsHashes),
    varying("handshake.sig_hash_sig",          "Signature Hash Algorithm Signature", Show::Decimal, tlsSignatures),
    varying("handshake.extensions_length",     "Extensions Length",          Show::Decimal),
    varying("handshake.extension.type",        "Type",                       Show::Decimal, tlsExtensions),
    varying("handshake.extension.len",         "Length",                     Show::Decimal),
    varying("handshake.extension.data",        "Data",                       Show::Raw),
    varying("handshake.extensions_server_name_list_len", "Server Name list length", Show::Decimal),
    varying("handshake.extensions_server_name_type", "Server Name Type",     Show::Decimal),
    varying("handshake.extensions_server_name_len", "Server Name length",    Show::Decimal),
    varying("handshake.extensions_server_name", "Server Name",               Show::Text),
    varying("handshake.max_fragment_length",   "Maximum Fragment Length",    Show::Decimal),
    varying("handshake.extensions_status_request_type", "Certificate Status Type", Show::Decimal),
    varying("handshake.extensions_status_request_responder_ids_len", "Responder ID list Length", Show::Decimal),
    varying("handshake.extensions_status_request_exts_len", "Request Extensions Length", Show::Decimal),
    varying("handshake.extensions_supported_groups_length", "Supported Groups List Length", Show::Decimal),
    varying("handshake.extensions_supported_group", "Supported Group",       Show::Hexadecimal, tlsGroups),
    varying("handshake.extensions_ec_point_formats_length", "EC point formats Length", Show::Decimal),
    varying("handshake.extensions_ec_point_format", "EC point format",       Show::Decimal),
    varying("handshake.extension.heartbeat.mode", "Mode",                    Show::Decimal),
    varying("handshake.extensions_alpn_len",   "ALPN Extension Length",      Show::Decimal),
    varying("handshake.extensions_alpn_str_len", "ALPN string length",       Show::Decimal),
    varying("handshake.extensions_alpn_str",   "ALPN Next Protocol",         Show::Text),
    varying("handshake.extensions_npn_str_len", "Protocol string length",    Show::Decimal),
    varying("handshake.extensions_npn",        "Next Protocol",              Show::Text),
    varying("handshake.extensions_alps_len",   "ALPS Extension Length",      Show::Decimal),
    varying("handshake.extensions_alps_alpn_str_len", "Supported ALPN Length", Show::Decimal),
    varying("handshake.extensions_alps_alpn_str", "Supported ALPN",          Show::Text),
    varying("handshake.extensions_padding_data", "Padding Data",             Show::Raw),
    varying("compress_certificate.algorithms_length", "Algorithms Length",   Show::Decimal),
    varying("compress_certificate.algorithm",  "Algorithm",                  Show::Decimal),
    varying("record_size_limit",               "Record Size Limit",          Show::Decimal),
    varying("handshake.extensions.psk.identities.length", "Identities Length", Show::Decimal),
    varying("handshake.extensions.psk.identity.identity_length", "Identity Length", Show::Decimal),
    varying("handshake.extensions.psk.identity.identity", "Identity",        Show::Raw),
    varying("handshake.extensions.psk.identity.obfuscated_ticket_age", "Obfuscated Ticket Age", Show::Decimal),
    varying("handshake.extensions.psk.binders_len", "PSK Binders length",    Show::Decimal),
    varying("handshake.extensions.psk.identity.selected", "Selected Identity", Show::Decimal),
    varying("handshake.extensions.supported_versions_len", "Supported Versions length", Show::Decimal),
    varying("handshake.extensions.supported_version", "Supported Version",   Show::Hexadecimal, tlsVersions),
    varying("handshake.extensions.cookie_len", "Cookie length",              Show::Decimal),
    varying("handshake.extensions.cookie",     "Cookie",                     Show::Raw),
    varying("extension.psk_ke_modes_length",   "PSK Key Exchange Modes Length", Show::Decimal),
    varying("extension.psk_ke_mode",           "PSK Key Exchange Mode",      Show::Decimal),
    varying("handshake.extensions_key_share_client_length", "Client Key Share Length", Show::Decimal),
    varying("handshake.extensions_key_share_group", "Group",                 Show::Decimal, tlsGroups),
    varying("handshake.extensions_key_share_key_exchange_length", "Key Exchange Length", Show::Decimal),
    varying("handshake.extensions_key_share_key_exchange", "Key Exchange",   Show::Raw),
    varying("handshake.extensions_key_share_selected_group", "Selected Group", Show::Decimal, tlsGroups),
    varying("handshake.extensions_reneg_info_len", "Renegotiation info extension length", Show::Decimal),
    varying("handshake.extensions_reneg_info", "Renegotiation info",         Show::Raw),
});

/// What one record tells about the next ones of its segment.
struct TlsState {
    bool encrypted = false;     // a change of cipher spec has been seen
    bool version13 = false;     // a server hello has chosen TLS 1.3
    std::uint16_t version = 0;  // of the record
};

/// Adds the handshake messages of one record.
void addTlsHandshake(FieldCursor record, TlsState &state);

/// Adds the extensions of a hello; tells whether the server chose TLS 1.3 in them.
void addTlsExtensions(FieldCursor extensions, std::uint8_t handshakeType, TlsState &state);

/// Whether a segment begins with a hello in the form of SSL 2.0, and its rows.
bool isOldTlsHello(Bytes bytes);
void addOldTlsHello(FieldCursor &segment);

/// Adds a signature scheme, and the hash and signature that TLS 1.2 saw in it.
void addTlsSignatureScheme(FieldCursor &cursor);

} // namespace vethscope
