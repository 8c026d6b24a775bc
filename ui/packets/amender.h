#pragma once

#include "core/capture/amendments.h"

#include <QObject>

#include <map>
#include <optional>
#include <string>

namespace vethscope {

class Marks;
class OpenCapture;

/// What the user says of the open capture's packets against their files: which are ignored, and how clocks of capture points are set right. The capture is read
/// anew when something changes.
class Amender : public QObject
{
    Q_OBJECT

public:
    using Shifts = std::map<std::uint32_t, TimeShift>; // by the interface's place in the store

    Amender(OpenCapture &capture, const Marks &ignored, QObject *parent = nullptr);

    const Shifts &shifts() const { return m_shifts; }
    /// In place of all that there were.
    void setShifts(Shifts shifts);
    /// Of one interface; nothing: of all.
    void shift(std::optional<std::uint32_t> interface, const TimeShift &shift);
    void undoShifts(std::optional<std::uint32_t> interface);
    /// Whether a change is still to be shown.
    bool isWaiting() const { return m_isWaiting; }

signals:
    void shiftsChanged();

private:
    void applySoon();
    void apply();

    OpenCapture &m_capture;
    const Marks &m_ignored;
    Shifts m_shifts;
    bool m_isWaiting = false;
};

} // namespace vethscope
