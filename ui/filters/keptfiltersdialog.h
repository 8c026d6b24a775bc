#pragma once

#include "ui/filters/keptfilters.h"

#include <QDialog>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace vethscope {

/// All kept filters of a kind in their order: new ones, others away, and those of Wireshark's files. What is no filter any more is shown with the reason.
class KeptFiltersDialog : public QDialog
{
    Q_OBJECT

public:
    KeptFiltersDialog(KeptFilters::Kind kind, const std::vector<KeptFilter> &filters, const Registry &registry, QWidget *parent = nullptr);

    const std::vector<KeptFilter> &filters() const { return m_filters; }
    /// Adds those of a file of Wireshark's, `dfilters` or `dfilter_buttons`, and says what became of it.
    void importFile(const QString &path);

private:
    void fill(int current);
    void add();
    void edit(int row);
    void remove(int row);
    void move(int from, int to);
    void takeCheck(QTreeWidgetItem *item);
    void import();
    void showCurrent();

    KeptFilters::Kind m_kind;
    const Registry &m_registry;
    std::vector<KeptFilter> m_filters;
    QTreeWidget *m_list;
    QLabel *m_sentence;
};

} // namespace vethscope
