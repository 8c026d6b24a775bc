#pragma once

#include <QWidget>

#include <optional>

class QLabel;
class QProgressBar;
class QToolButton;

namespace vethscope {

class OpenCapture;
class PacketListModel;
class ScopeBullet;
class Selection;

/// The bottom line: what is selected or under the pointer, how many packets there are and are
/// displayed, and how far indexing and filtering have come.
class StatusPanel : public QWidget
{
    Q_OBJECT

public:
    StatusPanel(const OpenCapture &capture, const PacketListModel &model, const Selection &selection,
                QWidget *parent = nullptr);

    /// A sentence that stands in front of everything else while it is true; empty for none.
    void setProblem(const QString &problem);
    /// A sentence that stands in the place of the file's name while it is true; empty for none.
    void setDoubt(const QString &doubt);

    /// How many packets are marked.
    void setMarked(int count);
    /// How many packets are ignored.
    void setIgnored(int count);
    /// How many packets a live capture could not keep; nothing when none was made.
    void setDropped(std::optional<quint64> dropped);
    /// Stands at the left end.
    void addBullet(QWidget &bullet);
    /// Stands at the right end.
    void addBadge(QWidget &badge);

signals:
    void filterCancelled();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showNode(int node);
    void showSelection();
    void showCounts();
    void showLeft();

    const OpenCapture &m_capture;
    const PacketListModel &m_model;
    const Selection &m_selection;
    ScopeBullet *m_bullet;
    QLabel *m_left;
    QLabel *m_counts;
    QLabel *m_activity;
    QProgressBar *m_progress;
    QToolButton *m_cancel;
    int m_marked = 0;
    int m_ignored = 0;
    std::optional<quint64> m_dropped;
    QString m_field;
    QString m_problem;
    QString m_doubt;
};

} // namespace vethscope
