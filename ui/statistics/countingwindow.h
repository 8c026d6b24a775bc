#pragma once

#include "ui/statistics/packetcounter.h"
#include "ui/windows/companionwindow.h"

class QBoxLayout;
class QLabel;
class QStackedWidget;

namespace vethscope {

class CountStatus;

/// A window of something that a pass puts together from the packets of the open capture, while the window is open: that, or why there is
/// nothing, and below it how far the pass is.
class CountingWindow : public CompanionWindow
{
    Q_OBJECT

public:
    const PacketCounter &counter() const { return m_counter; }
    bool isBusy() const override { return m_counter.isCounting(); }

protected:
    CountingWindow(const WindowKind &kind, const WindowContext &context, QSize size, PacketCounter::MakePass make);

    /// From top to bottom: what is seen, and the line below it.
    QBoxLayout &column() const { return *m_column; }
    /// What is seen while there are rows.
    void setContent(QWidget &content);
    PacketCounter &counting() { return m_counter; }

    virtual bool hasRows() const = 0;
    /// Why there are none though the pass is through.
    virtual QString whyNothing() const = 0;
    /// What goes on while it is not.
    virtual QString activity() const;

    /// Shows the rows, or says why there are none.
    virtual void showPage();
    /// Selects a packet. The list keeps its place when the filter hides it; details and bytes show it all the same.
    void jump(int packet);
    static void copy(const QString &text);

    void retranslate() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    PacketCounter m_counter;
    QBoxLayout *m_column;
    QLabel *m_message;
    QStackedWidget *m_pages;
    QWidget *m_content = nullptr;
    CountStatus *m_status;
};

} // namespace vethscope
