#pragma once

#include <QSortFilterProxyModel>
#include <QWidget>

namespace vethscope {
struct Evidence;
}

class QCheckBox;
class QLabel;
class QTreeView;

namespace vethscope {

class ImportReportModel;
class Snapshots;

/// The import report: what was read, and above all what was not.
class ImportReportPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ImportReportPanel(const Snapshots &snapshots, QWidget *parent = nullptr);

    QTreeView &tree() { return *m_tree; }

signals:
    /// A row was chosen that stands in host output.
    void evidenceRequested(const Evidence &evidence);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void adoptRows();
    void copy() const;
    void retranslate();

    const Snapshots &m_snapshots;
    ImportReportModel *m_model;
    QSortFilterProxyModel *m_shown;
    QLabel *m_summary;
    QCheckBox *m_remarkable;
    QTreeView *m_tree;
};

} // namespace vethscope
