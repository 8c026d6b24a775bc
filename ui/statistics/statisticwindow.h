#pragma once

#include "ui/statistics/packetcounter.h"
#include "ui/windows/companionwindow.h"

class QCheckBox;
class QLabel;
class QStackedWidget;

namespace vethscope {

class CountOptions;
class CountStatus;
class StatisticView;

/// A window of something that is counted over the packets of the open capture: while it is open a pass counts, all packets or those
/// that the display filter lets through. A row leads to its packet, makes filters, and goes to the clipboard.
class StatisticWindow : public CompanionWindow
{
    Q_OBJECT

public:
    QCheckBox &limit() const;
    const PacketCounter &counter() const { return m_counter; }
    bool isBusy() const override { return m_counter.isCounting(); }
    /// The whole table, as it is sorted.
    virtual QString csv() const = 0;

protected:
    /// `options`: more than the usual ones.
    StatisticWindow(const WindowKind &kind, const WindowContext &context, QSize size, PacketCounter::MakePass make, CountOptions *options = nullptr);

    /// What is seen while there are rows.
    void setContent(QWidget &content);
    /// It is the content, or a part of it: its rows lead to packets, make filters and are copied.
    void serve(StatisticView &view);
    CountOptions &options() const { return *m_options; }

    /// There are other counts.
    virtual void showCounts() = 0;
    virtual bool hasRows() const = 0;
    /// Why there are none though all is counted.
    virtual QString whyNothing() const = 0;
    /// Whether there is something that can be copied.
    virtual bool canCopy() const { return hasRows(); }

    /// Shows the rows, or says why there are none.
    void showPage();
    /// Selects a packet. The list keeps its place when the filter hides it; details and bytes show it all the same.
    void jump(int packet);
    /// And shows it in the main window.
    void openPacket(int packet);
    void startCountingAnew() { m_counter.countAnew(); }
    void copy(const QString &text) const;

    void retranslate() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void showMenu(StatisticView &view, const QPoint &place);

    PacketCounter m_counter;
    CountOptions *m_options;
    QLabel *m_message;
    QStackedWidget *m_pages;
    QWidget *m_content = nullptr;
    CountStatus *m_status;
};

} // namespace vethscope
