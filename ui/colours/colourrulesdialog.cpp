#include "ui/colours/colourrulesdialog.h"

#include "core/colours/colouring.h"
#include "core/colours/colourrulesfile.h"
#include "core/colours/rowcolours.h"
#include "ui/colours/colourruleform.h"
#include "ui/shared/dialogbuttons.h"
#include "ui/shared/language.h"
#include "ui/shared/listbuttons.h"
#include "ui/theme/palette.h"

#include <QBoxLayout>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QSaveFile>
#include <QSignalBlocker>

namespace vethscope {

ColourRulesDialog::ColourRulesDialog(std::vector<ColourRule> rules, const Registry &registry, QWidget *parent)
    : QDialog(parent), m_rules(std::move(rules)), m_registry(registry), m_list(new QListWidget(this)), m_form(new ColourRuleForm(registry, this)), m_told(new QLabel(this))
{
    setWindowTitle(tr("Colouring Rules"));
    m_list->setAccessibleName(tr("Colour rules; the first that matches wins, checked ones are in use"));
    auto *buttons = new ListButtons(*m_list);
    buttons->add(tr("&Add"), [this] { addRule({}); });
    buttons->addOrdering([this](int row) { remove(row); }, [this](int from, int to) { move(from, to); });
    buttons->add(tr("&Import…"), [this] { importRules(); });
    buttons->add(tr("E&xport…"), [this] { exportRules(); });
    buttons->add(tr("Defau&lts"), [this] { use(usualColourRules()); });
    buttons->addStretch();
    auto *row = new QHBoxLayout;
    row->addWidget(m_list, 1);
    row->addLayout(buttons);
    m_told->setTextFormat(Qt::PlainText);
    m_told->setWordWrap(true);
    m_told->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 14);
    column->setSpacing(12);
    column->addLayout(row, 1);
    column->addWidget(m_form);
    column->addWidget(m_told);
    column->addWidget(new DialogButtons(tr("Keep"), this));
    connect(m_list, &QListWidget::currentRowChanged, this, &ColourRulesDialog::showCurrent);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) { m_rules[std::size_t(m_list->row(item))].isEnabled = item->checkState() == Qt::Checked; });
    connect(m_form, &ColourRuleForm::edited, this, &ColourRulesDialog::takeForm);
    fill(0);
    const int unit = fontMetrics().averageCharWidth();
    resize(unit * 110, unit * 84);
}

void ColourRulesDialog::fill(int current)
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (int i = 0; i < int(m_rules.size()); ++i) {
        m_list->addItem(QString());
        showRow(i);
    }
    m_list->setCurrentRow(std::min(current, int(m_rules.size()) - 1));
    showCurrent();
}

// As the list of packets will have it; what cannot be understood is said.
void ColourRulesDialog::showRow(int row)
{
    const QSignalBlocker quiet(m_list);
    const ColourRule &rule = m_rules[std::size_t(row)];
    const Colouring judged({rule}, m_registry);
    QString text = QStringLiteral("%1 — %2").arg(QString::fromStdString(rule.name), QString::fromStdString(rule.filter));
    if (const FilterError *problem = judged.problem(0))
        text += QStringLiteral("  ") + tr("(skipped: %1)").arg(translated(problem->message));
    QListWidgetItem &item = *m_list->item(row);
    item.setText(text);
    item.setToolTip(text);
    item.setCheckState(rule.isEnabled ? Qt::Checked : Qt::Unchecked);
    const RowColours colours = rowColours(rule, Palette::isDark());
    item.setForeground(QColor::fromRgb(colours.text));
    item.setBackground(QColor::fromRgb(colours.background));
}

void ColourRulesDialog::showCurrent()
{
    const int row = m_list->currentRow();
    m_form->setEnabled(row >= 0);
    m_form->setRule(row < 0 ? ColourRule() : m_rules[std::size_t(row)]);
}

void ColourRulesDialog::takeForm()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    const bool isEnabled = m_rules[std::size_t(row)].isEnabled;
    m_rules[std::size_t(row)] = m_form->rule();
    m_rules[std::size_t(row)].isEnabled = isEnabled;
    showRow(row);
}

void ColourRulesDialog::addRule(const QString &filter)
{
    m_rules.insert(m_rules.begin(), {tr("New rule").toStdString(), filter.toStdString(), 0x12272E, 0xFFF3B8});
    fill(0);
    m_form->focusFilter();
}

void ColourRulesDialog::remove(int row)
{
    m_rules.erase(m_rules.begin() + row);
    fill(row);
}

void ColourRulesDialog::move(int from, int to)
{
    std::swap(m_rules[std::size_t(from)], m_rules[std::size_t(to)]);
    fill(to);
}

void ColourRulesDialog::use(std::vector<ColourRule> rules)
{
    m_rules = std::move(rules);
    fill(0);
}

void ColourRulesDialog::importFile(const QString &path)
{
    QFile file(path);
    m_told->show();
    if (!file.open(QIODevice::ReadOnly))
        return m_told->setText(tr("%1 cannot be read: %2").arg(QFileInfo(path).fileName(), file.errorString()));
    ColourRulesRead read = readColourRules(file.readAll().toStdString());
    QStringList told;
    if (read.rules.empty()) {
        told << tr("There are no colour rules in %1; nothing was changed.").arg(QFileInfo(path).fileName());
    } else {
        told << tr("Colour rules read from %1: %2.").arg(QFileInfo(path).fileName()).arg(read.rules.size());
        use(std::move(read.rules));
    }
    for (const Sentence &problem : read.problems)
        told << translated(problem);
    m_told->setText(told.join(QLatin1Char('\n')));
}

void ColourRulesDialog::exportFile(const QString &path)
{
    const bool isJson = path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive) || path.endsWith(QLatin1String(".jsonc"), Qt::CaseInsensitive);
    QSaveFile file(path);
    const std::string text = isJson ? colourRulesJson(m_rules) : colourRulesText(m_rules);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(QByteArray::fromStdString(text)) == qint64(text.size()) && file.commit();
    m_told->show();
    m_told->setText(isWritten ? tr("Colour rules written to %1: %2.").arg(QFileInfo(path).fileName()).arg(m_rules.size())
                              : tr("%1 cannot be written: %2").arg(QFileInfo(path).fileName(), file.errorString()));
}

void ColourRulesDialog::importRules()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Import Colour Rules"), {}, tr("Wireshark's rules (colorfilters *.jsonc *.json *.txt);;All files (*)"));
    if (!path.isEmpty())
        importFile(path);
}

void ColourRulesDialog::exportRules()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Export Colour Rules"), QStringLiteral("colorfilters"), tr("Wireshark's rules (colorfilters *.jsonc *.json *.txt);;All files (*)"));
    if (!path.isEmpty())
        exportFile(path);
}

} // namespace vethscope
