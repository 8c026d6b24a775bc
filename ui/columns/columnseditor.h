#pragma once

#include "core/columns/columnspec.h"

#include <QWidget>

class QListWidget;
class QPushButton;

namespace vethscope {

class Registry;

/// All columns of the packet list: which are shown, in which order; new ones, and sets that are ready.
class ColumnsEditor : public QWidget
{
    Q_OBJECT

public:
    ColumnsEditor(const std::vector<ColumnSpec> &columns, const Registry &registry, QWidget *parent = nullptr);

    std::vector<ColumnSpec> columns() const;

private:
    void fill(std::vector<ColumnSpec> columns, int current);
    void keepChecks();
    void moveBy(int step);
    void add();
    void edit();
    void remove();
    void enableButtons();
    QPushButton *addButton(class QBoxLayout &column, const QString &text, void (ColumnsEditor::*act)());

    const Registry &m_registry;
    std::vector<ColumnSpec> m_columns;
    QListWidget *m_list;
    QPushButton *m_edit = nullptr, *m_remove = nullptr, *m_up = nullptr, *m_down = nullptr;
};

} // namespace vethscope
