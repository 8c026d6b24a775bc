#include "ui/coremessages.h"

#include <QtGlobal>

#include <array>

namespace vethscope {
namespace {

constexpr auto messages = std::to_array<const char *>({
    QT_TRANSLATE_NOOP("Message", "{} more multicast records are announced than the message has bytes for"),
    QT_TRANSLATE_NOOP("Message", "an option at byte {} says a length that its header does not have"),
    QT_TRANSLATE_NOOP("Message", "an option at byte {} says {} bytes, which its header does not have"),
    QT_TRANSLATE_NOOP("Message", "an option at byte {} says {} bytes, which its message does not have"),
    QT_TRANSLATE_NOOP("Message", "checksum is wrong; where the sender captured it, this is checksum offload"),
    QT_TRANSLATE_NOOP("Message", "header length field says {} bytes, but a header has at least {}"),
    QT_TRANSLATE_NOOP("Message", "length field says {} bytes, but the header alone has {}"),
    QT_TRANSLATE_NOOP("Message", "more than {} headers lie inside one another; the rest is not decoded"),
    QT_TRANSLATE_NOOP("Message", "needs {} bytes, but the frame has only {}"),
    QT_TRANSLATE_NOOP("Message", "needs {} bytes, but the header around it leaves only {}"),
    QT_TRANSLATE_NOOP("Message", "needs {} bytes, only {} were captured"),
    QT_TRANSLATE_NOOP("Message", "question {} cannot be read at byte {} of the message"),
    QT_TRANSLATE_NOOP("Message", "resource record {} cannot be read at byte {} of the message"),
    QT_TRANSLATE_NOOP("Message", "the VNI flag is clear, so receivers drop this packet"),
    QT_TRANSLATE_NOOP("Message", "total length field says {} bytes, but the header alone has {}"),
    QT_TRANSLATE_NOOP("Message", "version field says {}, not {}"),
});

} // namespace

std::span<const char *const> coreMessages()
{
    return messages;
}

} // namespace vethscope
