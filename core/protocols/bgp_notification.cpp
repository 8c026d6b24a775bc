#include "core/protocols/bgp_fields.h"
#include "core/protocols/bgp_messages.h"

// NOTIFICATION is the last message of a session: why it ends. RFC 4271, section 4.5; RFC 4486 and 9003 for Cease.

namespace vethscope {
namespace {

constexpr auto &fields = bgpVaryingFields;

enum Code : std::uint8_t {
    HeaderError = 1,
    OpenError = 2,
    UpdateError = 3,
    HoldTimerExpired = 4,
    StateError = 5,
    Cease = 6,
    CapabilityError = 7,
};

constexpr std::uint8_t badPeerAs = 2;
constexpr std::uint8_t administrativeShutdown = 2;
constexpr std::uint8_t administrativeReset = 4;

const Field &subcodeField(std::uint8_t code)
{
    switch (code) {
    case HeaderError: return named(fields, "notify.minor_error");
    case OpenError: return named(fields, "notify.minor_error_open");
    case UpdateError: return named(fields, "notify.minor_error_update");
    case HoldTimerExpired: return named(fields, "notify.minor_error_expired");
    case StateError: return named(fields, "notify.minor_error_state");
    case Cease: return named(fields, "notify.minor_error_cease");
    case CapabilityError: return named(fields, "notify.minor_error_capability");
    default: return named(fields, "notify.minor_error_unknown");
    }
}

// RFC 9003: why the operator closed the session, in the operator's words. Empty when there are none.
std::string_view addShutdownText(Details &details, BgpPart &data)
{
    const std::size_t length = data.byte();
    if (length + 1 > data.left())
        return {};
    details.add(named(fields, "notify.communication_length"), data.message, data.take(1));
    const std::string_view text = asText(data.bytes(0, length));
    details.add(named(fields, "notify.communication"), data.message, data.take(length));
    return text;
}

std::string_view gistOf(Details &details, std::uint8_t code, std::uint8_t subcode)
{
    const std::string_view word = nameOf(bgpErrorNames, code);
    if (word.empty())
        return details.format("error {}/{}", code, subcode);
    const std::string_view finer = nameOf(subcodeField(code).names, subcode);
    if (!finer.empty())
        return details.format("{}, {} ({}/{})", word, finer, code, subcode);
    return subcode == 0 ? details.format("{} ({}/0)", word, code) : details.format("{}, subcode {} ({}/{})", word, subcode, code, subcode);
}

} // namespace

std::string_view addBgpNotification(Details &details, BgpPart body)
{
    if (!body.has(2)) {
        noteBgpLie(details, body, 2, Sentence::of("a NOTIFICATION has at least {} bytes behind its header, this one {}", 2, body.left()));
        if (body.has(1))
            details.add(named(fields, "notify.major_error"), body.message, body.take(1));
        return {};
    }
    const std::uint8_t code = body.byte();
    const std::uint8_t subcode = body.byte(1);
    details.add(named(fields, "notify.major_error"), body.message, body.take(1));
    details.add(subcodeField(code), body.message, body.take(1));
    const std::string_view gist = gistOf(details, code, subcode);
    if (body.done())
        return gist;
    if (code == OpenError && subcode == badPeerAs && (body.left() == 2 || body.left() == 4)) {
        details.add(named(fields, "notify.error_open.bad_peer_as"), body.message, body.take(body.left()));
        return gist;
    }
    if (code == Cease && (subcode == administrativeShutdown || subcode == administrativeReset))
        if (const std::string_view text = addShutdownText(details, body); !text.empty())
            return details.format("{} \"{}\"", gist, text);
    if (!body.done())
        details.add(named(fields, "notify.minor_data"), body.message, body.rest());
    return gist;
}

} // namespace vethscope
