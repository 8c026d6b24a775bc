#pragma once

#include "core/colours/colourrule.h"

#include <QDialog>

class QListWidget;
class QLabel;

namespace vethscope {

class ColourRuleForm;
class Registry;

/// The colour rules in their order, the first one that matches wins: switched on and off, moved, edited, from files and into them. One whose filter cannot be
/// understood stays, and says why.
class ColourRulesDialog : public QDialog
{
    Q_OBJECT

public:
    ColourRulesDialog(std::vector<ColourRule> rules, const Registry &registry, QWidget *parent = nullptr);

    const std::vector<ColourRule> &rules() const { return m_rules; }
    /// A rule above all others, to be named and coloured.
    void addRule(const QString &filter);
    /// In place of all rules; what in the file was none is told.
    void importFile(const QString &path);
    void exportFile(const QString &path);

private:
    void fill(int current);
    void showRow(int row);
    void showCurrent();
    void takeForm();
    void remove(int row);
    void move(int from, int to);
    void use(std::vector<ColourRule> rules);
    void importRules();
    void exportRules();

    std::vector<ColourRule> m_rules;
    const Registry &m_registry;
    QListWidget *m_list;
    ColourRuleForm *m_form;
    QLabel *m_told;
};

} // namespace vethscope
