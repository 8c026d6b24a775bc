#pragma once

#include "core/columns/columnspec.h"

#include <QDialog>

namespace vethscope {

class ColumnsEditor;
class Registry;

/// Asks for the columns of the packet list.
class ColumnsDialog : public QDialog
{
    Q_OBJECT

public:
    ColumnsDialog(const std::vector<ColumnSpec> &columns, const Registry &registry, QWidget *parent = nullptr);

    std::vector<ColumnSpec> columns() const;

private:
    ColumnsEditor *m_editor;
};

} // namespace vethscope
