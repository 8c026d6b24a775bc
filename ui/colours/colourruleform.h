#pragma once

#include "core/colours/colourrule.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace vethscope {

class FilterEdit;
class Registry;

/// One colour rule, to be edited: its name, its filter with what is wrong with it, its two colours.
class ColourRuleForm : public QWidget
{
    Q_OBJECT

public:
    explicit ColourRuleForm(const Registry &registry, QWidget *parent = nullptr);

    void setRule(const ColourRule &rule);
    const ColourRule &rule() const { return m_rule; }
    void focusFilter();

signals:
    /// The user has changed it.
    void edited();

private:
    void chooseColour(Rgb ColourRule::*colour, const QString &title);
    void judge();

    const Registry &m_registry;
    ColourRule m_rule;
    QLineEdit *m_name;
    FilterEdit *m_filter;
    QLabel *m_problem;
    QPushButton *m_foreground;
    QPushButton *m_background;
    QLabel *m_sample;
};

} // namespace vethscope
