#pragma once

#include "core/columns/columnspec.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace vethscope {

class DialogButtons;
class FilterEdit;
class Registry;

/// Asks how a column of the packet list is set up. What cannot be understood is said under the expression, and cannot be kept.
class ColumnDialog : public QDialog
{
    Q_OBJECT

public:
    ColumnDialog(const ColumnSpec &column, const Registry &registry, QWidget *parent = nullptr);

    ColumnSpec column() const;

private:
    void build();
    void check();

    ColumnSpec m_first;
    const Registry &m_registry;
    QLineEdit *m_title;
    QComboBox *m_kind;
    FilterEdit *m_expression;
    QSpinBox *m_occurrence;
    QComboBox *m_side;
    QLabel *m_problem;
    DialogButtons *m_buttons;
};

} // namespace vethscope
