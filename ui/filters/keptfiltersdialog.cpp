#include "ui/filters/keptfiltersdialog.h"

#include "ui/dialogbuttons.h"
#include "ui/filters/keptfilterdialog.h"
#include "ui/language.h"
#include "ui/theme/palette.h"

#include <QBoxLayout>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>

#include <algorithm>

namespace vethscope {
namespace {

constexpr qint64 largestFile = 4 * 1024 * 1024; // no list of filters is longer

} // namespace

KeptFiltersDialog::KeptFiltersDialog(KeptFilters::Kind kind, const std::vector<KeptFilter> &filters, const Registry &registry, QWidget *parent)
    : QDialog(parent), m_kind(kind), m_registry(registry), m_list(new QTreeWidget(this)), m_sentence(new QLabel(this))
{
    const bool isButton = kind == KeptFilters::Kind::Button;
    setWindowTitle(isButton ? tr("Filter Buttons") : tr("Display Filters"));
    m_list->setAccessibleName(isButton ? tr("Filter buttons; checked ones are shown") : tr("Saved display filters"));
    m_list->setHeaderLabels(isButton ? QStringList{tr("Label"), tr("Filter"), tr("Comment")} : QStringList{tr("Name"), tr("Filter")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_sentence->setWordWrap(true);
    auto *side = new QVBoxLayout;
    addButton(*side, tr("&Add…"), &KeptFiltersDialog::add);
    m_edit = addButton(*side, tr("&Edit…"), &KeptFiltersDialog::edit);
    m_remove = addButton(*side, tr("&Remove"), &KeptFiltersDialog::remove);
    side->addSpacing(12);
    m_up = addButton(*side, tr("Move &Up"), nullptr);
    m_down = addButton(*side, tr("Move &Down"), nullptr);
    connect(m_up, &QPushButton::clicked, this, [this] { moveBy(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { moveBy(1); });
    side->addSpacing(12);
    addButton(*side, tr("&Import from Wireshark…"), &KeptFiltersDialog::import);
    side->addStretch();
    auto *row = new QHBoxLayout;
    row->addWidget(m_list, 1);
    row->addLayout(side);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 14);
    column->setSpacing(12);
    column->addLayout(row, 1);
    column->addWidget(m_sentence);
    column->addWidget(new DialogButtons(tr("Keep"), this));
    connect(m_list, &QTreeWidget::currentItemChanged, this, &KeptFiltersDialog::showCurrent);
    connect(m_list, &QTreeWidget::itemActivated, this, &KeptFiltersDialog::edit);
    fill(filters, 0);
    const int unit = fontMetrics().averageCharWidth();
    resize(unit * 110, unit * 56);
    m_list->setColumnWidth(0, unit * 26);
    m_list->setColumnWidth(1, unit * 34);
}

QPushButton *KeptFiltersDialog::addButton(QBoxLayout &column, const QString &text, void (KeptFiltersDialog::*act)())
{
    auto *button = new QPushButton(text, this);
    button->setAutoDefault(false);
    column.addWidget(button);
    if (act)
        connect(button, &QPushButton::clicked, this, act);
    return button;
}

std::vector<KeptFilter> KeptFiltersDialog::filters() const
{
    std::vector<KeptFilter> filters = m_filters;
    if (m_kind == KeptFilters::Kind::Button)
        for (int row = 0; row < m_list->topLevelItemCount(); ++row)
            filters[std::size_t(row)].isShown = m_list->topLevelItem(row)->checkState(0) == Qt::Checked;
    return filters;
}

void KeptFiltersDialog::fill(std::vector<KeptFilter> filters, int current)
{
    m_filters = std::move(filters);
    m_list->clear();
    for (const KeptFilter &filter : m_filters) {
        auto *item = new QTreeWidgetItem(m_list, {QString::fromStdString(filter.name), QString::fromStdString(filter.expression), QString::fromStdString(filter.comment)});
        if (m_kind == KeptFilters::Kind::Button)
            item->setCheckState(0, filter.isShown ? Qt::Checked : Qt::Unchecked);
        item->setFont(1, monospaceFont());
        if (const QString problem = KeptFilters::problemOf(filter, m_registry); !problem.isEmpty()) {
            item->setText(0, QStringLiteral("⚠ ") + item->text(0));
            item->setForeground(1, Palette::current().bad);
            item->setToolTip(1, problem);
            item->setData(1, Qt::AccessibleDescriptionRole, problem);
        }
    }
    m_list->setCurrentItem(m_list->topLevelItem(std::clamp(current, 0, std::max(0, m_list->topLevelItemCount() - 1))));
    showCurrent();
}

void KeptFiltersDialog::showCurrent()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    m_edit->setEnabled(row >= 0);
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_list->topLevelItemCount());
    const QString problem = row < 0 ? QString() : m_list->topLevelItem(row)->toolTip(1);
    m_sentence->setText(problem.isEmpty() ? QString() : tr("“%1” is no filter any more: %2").arg(QString::fromStdString(m_filters[std::size_t(row)].name), problem));
}

void KeptFiltersDialog::moveBy(int step)
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    std::vector<KeptFilter> moved = filters();
    std::swap(moved[std::size_t(row)], moved[std::size_t(row + step)]);
    fill(std::move(moved), row + step);
}

void KeptFiltersDialog::add()
{
    KeptFilterDialog dialog(m_kind, {}, m_registry, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    std::vector<KeptFilter> more = filters();
    more.push_back(dialog.filter());
    const int last = int(more.size()) - 1;
    fill(std::move(more), last);
}

void KeptFiltersDialog::edit()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (row < 0)
        return;
    std::vector<KeptFilter> edited = filters();
    KeptFilterDialog dialog(m_kind, edited[std::size_t(row)], m_registry, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    edited[std::size_t(row)] = dialog.filter();
    fill(std::move(edited), row);
}

void KeptFiltersDialog::remove()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    std::vector<KeptFilter> fewer = filters();
    fewer.erase(fewer.begin() + row);
    fill(std::move(fewer), row);
}

void KeptFiltersDialog::import()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Import Filters"), {}, tr("Wireshark's filters (dfilters dfilter_buttons);;All files (*)"));
    if (!path.isEmpty())
        importFile(path);
}

void KeptFiltersDialog::importFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly) || file.size() > largestFile) {
        m_sentence->setText(file.isOpen() ? tr("%1 is too large to be a list of filters.").arg(path) : tr("%1 cannot be read: %2").arg(path, file.errorString()));
        return;
    }
    const std::string text = file.readAll().toStdString();
    const FilterList list = looksLikeFilterButtons(text) ? readFilterButtons(text) : readSavedFilters(text);
    std::vector<KeptFilter> all = filters();
    int added = 0;
    for (const KeptFilter &filter : list.filters)
        if (std::ranges::find_if(all, [&](const KeptFilter &one) { return one.name == filter.name && one.expression == filter.expression; }) == all.end()) {
            all.push_back(filter);
            ++added;
        }
    const int last = int(all.size()) - 1;
    fill(std::move(all), last);
    QStringList sentences{tr("%1 filters were added, %2 were there already.").arg(added).arg(int(list.filters.size()) - added)};
    for (const Sentence &problem : list.problems)
        sentences << translated(problem);
    m_sentence->setText(sentences.mid(0, 6).join(QLatin1Char('\n')));
}

} // namespace vethscope
