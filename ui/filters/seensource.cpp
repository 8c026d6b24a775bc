#include "ui/filters/seensource.h"

#include "core/names/nametable.h"
#include "ui/filters/proposals.h"
#include "ui/shared/opencapture.h"

namespace vethscope {

SeenSource::SeenSource(const OpenCapture &capture, Proposals &proposals, QObject *parent) : QObject(parent), m_capture(capture)
{
    const auto forget = [this] { m_known.clear(); };
    connect(&capture, &OpenCapture::changed, this, forget);
    connect(&capture, &OpenCapture::reread, this, forget);
    connect(&capture, &OpenCapture::commentsChanged, this, forget);
    proposals.seen = [this](const std::string &field) { return m_capture.isOpen() ? seenOf(field) : SeenValues(); };
    proposals.nameOf = [this](Bytes address) {
        const Name *const name = m_capture.names().find(address);
        return name ? QString::fromStdString(name->text()) : QString();
    };
}

const SeenValues &SeenSource::seenOf(const std::string &field)
{
    if (const std::size_t packets = m_capture.store().settled(); packets != m_packets) {
        m_known.clear();
        m_packets = packets;
    }
    const auto known = m_known.find(field);
    return known != m_known.end() ? known->second : m_known.emplace(field, seenValues(m_capture.store(), m_capture.dissector(), field)).first->second;
}

} // namespace vethscope
