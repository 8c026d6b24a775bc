#pragma once

#include "ui/shared/filteruse.h"

#include <QTableView>

#include <memory>

namespace vethscope {

class FlowModel;
struct FollowedJourneys;

/// Loss and delay from point to point of every flow. A row that is selected selects the flow's first packet; its menu makes a filter of it.
class FlowTable : public QTableView
{
    Q_OBJECT

public:
    explicit FlowTable(QWidget *parent = nullptr);

    void setFlows(std::shared_ptr<const FollowedJourneys> all);
    FlowModel &rows() const { return *m_model; }
    /// Of the current row; empty where there is none.
    QString currentFilter() const;

signals:
    void rowChosen(int row);
    /// The selected packet is to be seen: Return, or a double click.
    void opened();
    void filterRequested(const QString &filter, FilterUse use, FilterStep step);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void updateColumns();

    FlowModel *m_model;
    bool m_isFilling = false;
};

} // namespace vethscope
