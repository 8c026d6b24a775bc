#pragma once

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace vethscope {

class OpenCapture;
class PacketListModel;
class PacketCounter;

/// The line below what was counted: how many packets are counted, and of which; while that takes long, how far it is. Its button stops the
/// counting, and starts it again.
class CountStatus : public QWidget
{
    Q_OBJECT

public:
    CountStatus(PacketCounter &counter, const OpenCapture &capture, const PacketListModel &list, QWidget *parent);

    /// The packet that a row has led to though the list does not display it; -1 for none. Another filter makes it none.
    void setHiddenPacket(int packet);
    /// Says it again, as it is now.
    void refresh();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showProgress();
    QStringList parts() const;

    PacketCounter &m_counter;
    const OpenCapture &m_capture;
    const PacketListModel &m_list;
    QLabel *m_left;
    QLabel *m_activity;
    QProgressBar *m_progress;
    QToolButton *m_cancel;
    QElapsedTimer m_counting;
    int m_hidden = -1;
};

} // namespace vethscope
