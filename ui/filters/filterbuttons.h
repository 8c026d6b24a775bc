#pragma once

#include "ui/filters/keptfilters.h"

#include <QToolBar>

class QMenu;
class QToolButton;

namespace vethscope {

class FilterKeeper;

/// The user's filter buttons beside the display filter: a click applies one. `A // B` is the button B in the menu A. Those for which there is no room are
/// behind an arrow; of what is no filter any more the button says why.
class FilterButtons : public QToolBar
{
    Q_OBJECT

public:
    explicit FilterButtons(FilterKeeper &keeper, QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;

signals:
    void chosen(const QString &expression);

protected:
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void build();
    QAction *actionFor(const KeptFilter &filter, const QString &title, QWidget *parent);
    void showMenuOf(const KeptFilter &filter, const QPoint &position);

    FilterKeeper &m_keeper;
    QToolButton *m_more = nullptr;
};

} // namespace vethscope
