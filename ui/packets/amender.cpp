#include "ui/packets/amender.h"

#include "ui/shared/marks.h"
#include "ui/shared/opencapture.h"

#include <memory>
#include <utility>

namespace vethscope {

Amender::Amender(OpenCapture &capture, const Marks &ignored, QObject *parent) : QObject(parent), m_capture(capture), m_ignored(ignored)
{
    connect(&ignored, &Marks::changed, this, &Amender::applySoon);
    connect(&capture, &OpenCapture::aboutToChange, this, [this] {
        if (!std::exchange(m_shifts, {}).empty())
            emit shiftsChanged();
    });
}

void Amender::setShifts(Shifts shifts)
{
    if (shifts == m_shifts)
        return;
    m_shifts = std::move(shifts);
    emit shiftsChanged();
    applySoon();
}

void Amender::shift(std::optional<std::uint32_t> interface, const TimeShift &shift)
{
    Shifts shifts = m_shifts;
    for (std::uint32_t place = 0; m_capture.isOpen() && place < m_capture.store().interfaceCount(); ++place)
        if (!interface || *interface == place)
            shifts[place] = shift;
    setShifts(std::move(shifts));
}

void Amender::undoShifts(std::optional<std::uint32_t> interface)
{
    Shifts shifts = m_shifts;
    interface ? void(shifts.erase(*interface)) : shifts.clear();
    setShifts(std::move(shifts));
}

// When a capture is let go of, its marks go while others still read it.
void Amender::applySoon()
{
    if (!std::exchange(m_isWaiting, true))
        QMetaObject::invokeMethod(this, &Amender::apply, Qt::QueuedConnection);
}

void Amender::apply()
{
    m_isWaiting = false;
    std::unique_ptr<Amendments> amendments;
    if (m_ignored.count() > 0 || !m_shifts.empty()) {
        amendments = std::make_unique<Amendments>();
        amendments->setIgnored(m_ignored.bits());
        amendments->setShifts(m_shifts);
    }
    m_capture.setAmendments(std::move(amendments));
}

} // namespace vethscope
