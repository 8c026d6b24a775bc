#pragma once

#include "ui/filters/keptfilters.h"

#include <QDialog>

class QLabel;
class QLineEdit;

namespace vethscope {

class DialogButtons;
class FilterEdit;

/// One kept display filter: its name, or the label of its button, its expression and, of a button, a comment. What is no filter is not kept.
class KeptFilterDialog : public QDialog
{
    Q_OBJECT

public:
    KeptFilterDialog(KeptFilters::Kind kind, const KeptFilter &filter, const Registry &registry, QWidget *parent = nullptr);

    KeptFilter filter() const;

private:
    void check();

    const Registry &m_registry;
    KeptFilter m_first;
    QLineEdit *m_name;
    FilterEdit *m_expression;
    QLineEdit *m_comment;
    QLabel *m_problem;
    DialogButtons *m_buttons;
};

} // namespace vethscope
