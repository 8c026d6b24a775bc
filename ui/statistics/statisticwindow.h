#pragma once

#include "ui/statistics/countingwindow.h"

class QCheckBox;

namespace vethscope {

class CountOptions;

/// A window of something that is counted over the packets of the open capture, all of them or those that the display filter lets through.
/// The table goes to the clipboard.
class StatisticWindow : public CountingWindow
{
    Q_OBJECT

public:
    QCheckBox &limit() const;
    /// The whole table, as it is sorted.
    virtual QString csv() const = 0;

protected:
    /// `options`: more than the usual ones.
    StatisticWindow(const WindowKind &kind, const WindowContext &context, QSize size, PacketCounter::MakePass make, CountOptions *options = nullptr);

    CountOptions &options() const { return *m_options; }

    /// There are other counts.
    virtual void showCounts() = 0;
    /// Whether there is something that can be copied.
    virtual bool canCopy() const { return hasRows(); }

    void showPage() override;
    /// Selects a packet and shows it in the main window.
    void openPacket(int packet);

private:
    CountOptions *m_options;
};

} // namespace vethscope
