#pragma once

#include "core/protocols/field_cursor.h"

#include <array>

namespace vethscope {

/// IANA: next payloads of ISAKMP (RFC 2408, section 3.1) and IKEv2 (RFC 7296, section 3.2).
inline constexpr auto isakmpPayloads = std::to_array<ValueName>({
    {0, "NONE / No Next Payload"}, {1, "Security Association"}, {2, "Proposal"}, {3, "Transform"}, {4, "Key Exchange"},
    {5, "Identification"}, {6, "Certificate"}, {7, "Certificate Request"}, {8, "Hash"}, {9, "Signature"},
    {10, "Nonce"}, {11, "Notification"}, {12, "Delete"}, {13, "Vendor ID"}, {20, "NAT-D (RFC 3947)"},
    {21, "NAT-OA (RFC 3947)"}, {33, "Security Association"}, {34, "Key Exchange"}, {35, "Identification - Initiator"},
    {36, "Identification - Responder"}, {37, "Certificate"}, {38, "Certificate Request"}, {39, "Authentication"},
    {40, "Nonce"}, {41, "Notify"}, {42, "Delete"}, {43, "Vendor ID"}, {44, "Traffic Selector - Initiator"},
    {45, "Traffic Selector - Responder"}, {46, "Encrypted and Authenticated"}, {47, "Configuration"},
    {48, "Extensible Authentication"}, {53, "Encrypted and Authenticated Fragment"},
});

inline constexpr auto isakmpProtocols = std::to_array<ValueName>({{1, "IKE"}, {2, "AH"}, {3, "ESP"}, {4, "IPCOMP"}});

inline constexpr auto isakmpTransforms = std::to_array<ValueName>({
    {1, "Encryption Algorithm (ENCR)"}, {2, "Pseudo-random Function (PRF)"}, {3, "Integrity Algorithm (INTEG)"},
    {4, "Diffie-Hellman Group (D-H)"}, {5, "Extended Sequence Numbers (ESN)"},
});

inline constexpr auto isakmpNotifications = std::to_array<ValueName>({
    {7, "INVALID_SYNTAX"}, {14, "NO_PROPOSAL_CHOSEN"}, {17, "INVALID_KE_PAYLOAD"}, {24, "AUTHENTICATION_FAILED"},
    {38, "TS_UNACCEPTABLE"}, {16384, "INITIAL_CONTACT"}, {16388, "NAT_DETECTION_SOURCE_IP"},
    {16389, "NAT_DETECTION_DESTINATION_IP"}, {16390, "COOKIE"}, {16393, "REKEY_SA"}, {16404, "MULTIPLE_AUTH_SUPPORTED"},
    {16406, "REDIRECT_SUPPORTED"}, {16430, "IKEV2_FRAGMENTATION_SUPPORTED"}, {16431, "SIGNATURE_HASH_ALGORITHMS"},
});

/// The rows of IKE behind its header.
inline constexpr auto isakmpVaryingFields = std::to_array<Field>({
    varying("typepayload",      "Payload",            Show::Decimal, isakmpPayloads),
    varying("nextpayload",      "Next payload",       Show::Decimal, isakmpPayloads),
    varying("criticalpayload",  "Critical Bit",       Show::Flag),
    varying("reserved7",        "Reserved",           Show::Hexadecimal),
    varying("reserved",         "Reserved",           Show::Raw),
    varying("payloadlength",    "Payload length",     Show::Decimal),
    varying("sa.doi",           "Domain of interpretation", Show::Decimal),
    varying("prop.number",      "Proposal number",    Show::Decimal),
    varying("prop.protoid",     "Protocol ID",        Show::Decimal, isakmpProtocols),
    varying("spisize",          "SPI Size",           Show::Decimal),
    varying("prop.transforms",  "Proposal transforms", Show::Decimal),
    varying("spi",              "SPI",                Show::Raw),
    varying("trans.number",     "Transform number",   Show::Decimal),
    varying("trans.id",         "Transform ID",       Show::Decimal),
    varying("tf.type",          "Transform Type",     Show::Decimal, isakmpTransforms),
    varying("tf.id.encr",       "Transform ID (ENCR)", Show::Decimal),
    varying("tf.id.prf",        "Transform ID (PRF)", Show::Decimal),
    varying("tf.id.integ",      "Transform ID (INTEG)", Show::Decimal),
    varying("tf.id.dh",         "Transform ID (D-H)", Show::Decimal),
    varying("tf.id.esn",        "Transform ID (ESN)", Show::Decimal),
    varying("tf.id",            "Transform ID",       Show::Decimal),
    varying("ike2.attr.format", "Format",             Show::Flag),
    varying("ike2.attr.type",   "Type",               Show::Decimal),
    varying("ike2.attr.length", "Length",             Show::Decimal),
    varying("ike2.attr.value",  "Value",              Show::Raw),
    varying("ike2.attr.key_length", "Key Length",     Show::Decimal),
    varying("ike.attr.format",  "Format",             Show::Flag),
    varying("ike.attr.type",    "Type",               Show::Decimal),
    varying("ike.attr.length",  "Length",             Show::Decimal),
    varying("ike.attr.value",   "Value",              Show::Raw),
    varying("key_exchange.dh_group", "DH Group #",    Show::Decimal),
    varying("key_exchange.data", "Key Exchange Data", Show::Raw),
    varying("nonce",            "Nonce DATA",         Show::Raw),
    varying("hash",             "Hash DATA",          Show::Raw),
    varying("sig",              "Signature DATA",     Show::Raw),
    varying("vid_bytes",        "Vendor ID",          Show::Raw),
    varying("ike.nat_hash",     "HASH of the address and port", Show::Raw),
    varying("id.type",          "ID type",            Show::Decimal),
    varying("id.protoid",       "Protocol ID",        Show::Decimal),
    varying("id.port",          "Port",               Show::Decimal),
    varying("cert.encoding",    "Certificate Encoding", Show::Decimal),
    varying("certreq.type",     "Certificate Type",   Show::Decimal),
    varying("notify.doi",       "Domain of interpretation", Show::Decimal),
    varying("notify.protoid",   "Protocol ID",        Show::Decimal, isakmpProtocols),
    varying("notify.msgtype",   "Notify Message Type", Show::Decimal, isakmpNotifications),
    varying("notify.data",      "Notification DATA",  Show::Raw),
    varying("delete.doi",       "Domain of interpretation", Show::Decimal),
    varying("delete.protoid",   "Protocol ID",        Show::Decimal, isakmpProtocols),
    varying("spinum",           "Number of SPIs",     Show::Decimal),
    varying("delete.spi",       "Delete SPI",         Show::Raw),
    varying("enc.data",         "Encrypted Data",     Show::Nothing),
});

/// Adds the payloads of a message, of which the first has that type. Version 1 or 2.
void addIsakmpPayloads(FieldCursor message, std::uint8_t first, unsigned version);

} // namespace vethscope
