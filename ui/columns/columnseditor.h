#pragma once

#include "core/columns/columnspec.h"

#include <QWidget>

class QListWidget;

namespace vethscope {

class Registry;

/// All columns of the packet list: which are shown, in which order; new ones, and sets that are ready.
class ColumnsEditor : public QWidget
{
    Q_OBJECT

public:
    ColumnsEditor(const std::vector<ColumnSpec> &columns, const Registry &registry, QWidget *parent = nullptr);

    const std::vector<ColumnSpec> &columns() const { return m_columns; }

private:
    void fill(int current);
    void use(std::vector<ColumnSpec> columns);
    void add();
    void edit(int row);
    void remove(int row);
    void move(int from, int to);

    const Registry &m_registry;
    std::vector<ColumnSpec> m_columns;
    QListWidget *m_list;
};

} // namespace vethscope
