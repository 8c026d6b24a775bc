#pragma once

#include "core/statistics/frametotals.h"
#include "ui/shared/worker.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace vethscope {

class Marks;
class OpenCapture;
class PacketListModel;

/// How many packets and bytes the open capture has, and those of them that are displayed and marked: counted on a worker while somebody
/// looks, and again when that changes.
class PropertiesTotals : public QObject
{
    Q_OBJECT

public:
    struct Totals {
        CaptureTotals captured;
        FrameTotals displayed, marked;
    };

    PropertiesTotals(const OpenCapture &capture, const PacketListModel &list, const Marks &marks, QObject *parent = nullptr);
    ~PropertiesTotals() override;

    void setActive(bool active);
    bool isBusy() const { return m_busy || m_timer.isActive(); }
    /// Null while nothing is counted.
    const Totals *totals() const { return m_totals ? &*m_totals : nullptr; }

signals:
    void counted();

private:
    struct Stop;

    void letGo();
    void wake();
    void count();

    const OpenCapture &m_capture;
    const PacketListModel &m_list;
    const Marks &m_marks;
    std::optional<Totals> m_totals;
    bool m_active = false;
    bool m_busy = false;
    bool m_isOutdated = false; // something has changed since it began
    quint64 m_generation = 0;
    QTimer m_timer;
    std::unique_ptr<Stop> m_stop;
    Worker m_worker;
};

} // namespace vethscope
