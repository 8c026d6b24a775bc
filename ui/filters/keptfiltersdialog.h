#pragma once

#include "ui/filters/keptfilters.h"

#include <QDialog>

class QBoxLayout;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace vethscope {

/// All kept filters of a kind in their order: new ones, others away, and those of Wireshark's files. What is no filter any more is shown with the reason.
class KeptFiltersDialog : public QDialog
{
    Q_OBJECT

public:
    KeptFiltersDialog(KeptFilters::Kind kind, const std::vector<KeptFilter> &filters, const Registry &registry, QWidget *parent = nullptr);

    std::vector<KeptFilter> filters() const;
    /// Adds those of a file of Wireshark's, `dfilters` or `dfilter_buttons`, and says what became of it.
    void importFile(const QString &path);

private:
    QPushButton *addButton(QBoxLayout &column, const QString &text, void (KeptFiltersDialog::*act)());
    void fill(std::vector<KeptFilter> filters, int current);
    void moveBy(int step);
    void add();
    void edit();
    void remove();
    void import();
    void showCurrent();

    KeptFilters::Kind m_kind;
    const Registry &m_registry;
    std::vector<KeptFilter> m_filters;
    QTreeWidget *m_list;
    QLabel *m_sentence;
    QPushButton *m_edit = nullptr, *m_remove = nullptr, *m_up = nullptr, *m_down = nullptr;
};

} // namespace vethscope
