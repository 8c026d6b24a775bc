#pragma once

#include <QObject>

class QAction;
class QTableView;

namespace vethscope {

/// Keeps the end of the list in sight while a live capture grows, as long as its switch is on. Scrolling away turns the
/// switch off, scrolling back to the end turns it on.
class AutoScroll : public QObject
{
    Q_OBJECT

public:
    AutoScroll(QTableView &view, QAction &wanted, QObject *parent = nullptr);

    void setLive(bool live);

private:
    void scroll();

    QTableView &m_view;
    QAction &m_wanted;
    bool m_live = false;
};

} // namespace vethscope
