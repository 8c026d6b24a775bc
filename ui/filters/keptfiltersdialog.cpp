#include "ui/filters/keptfiltersdialog.h"

#include "ui/filters/keptfilterdialog.h"
#include "ui/shared/dialogbuttons.h"
#include "ui/shared/language.h"
#include "ui/shared/listbuttons.h"
#include "ui/theme/palette.h"

#include <QBoxLayout>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QSignalBlocker>
#include <QTreeWidget>

#include <algorithm>

namespace vethscope {
namespace {

constexpr qint64 largestFile = 4 * 1024 * 1024; // no list of filters is longer

} // namespace

KeptFiltersDialog::KeptFiltersDialog(KeptFilters::Kind kind, const std::vector<KeptFilter> &filters, const Registry &registry, QWidget *parent)
    : QDialog(parent), m_kind(kind), m_registry(registry), m_filters(filters), m_list(new QTreeWidget(this)), m_sentence(new QLabel(this))
{
    const bool isButton = kind == KeptFilters::Kind::Button;
    setWindowTitle(isButton ? tr("Filter Buttons") : tr("Display Filters"));
    m_list->setAccessibleName(isButton ? tr("Filter buttons; checked ones are shown") : tr("Saved display filters"));
    m_list->setHeaderLabels(isButton ? QStringList{tr("Label"), tr("Filter"), tr("Comment")} : QStringList{tr("Name"), tr("Filter")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_sentence->setWordWrap(true);
    auto *buttons = new ListButtons(*m_list);
    buttons->add(tr("&Add…"), [this] { add(); });
    buttons->addForRow(tr("&Edit…"), [this](int row) { edit(row); });
    buttons->addOrdering([this](int row) { remove(row); }, [this](int from, int to) { move(from, to); });
    buttons->add(tr("&Import from Wireshark…"), [this] { import(); });
    buttons->addStretch();
    auto *row = new QHBoxLayout;
    row->addWidget(m_list, 1);
    row->addLayout(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 14);
    column->setSpacing(12);
    column->addLayout(row, 1);
    column->addWidget(m_sentence);
    column->addWidget(new DialogButtons(tr("Keep"), this));
    connect(m_list, &QTreeWidget::currentItemChanged, this, &KeptFiltersDialog::showCurrent);
    connect(m_list, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem *item) { edit(m_list->indexOfTopLevelItem(item)); });
    connect(m_list, &QTreeWidget::itemChanged, this, &KeptFiltersDialog::takeCheck);
    fill(0);
    const int unit = fontMetrics().averageCharWidth();
    resize(unit * 110, unit * 56);
    m_list->setColumnWidth(0, unit * 26);
    m_list->setColumnWidth(1, unit * 34);
}

void KeptFiltersDialog::takeCheck(QTreeWidgetItem *item)
{
    if (m_kind == KeptFilters::Kind::Button)
        m_filters[std::size_t(m_list->indexOfTopLevelItem(item))].isShown = item->checkState(0) == Qt::Checked;
}

void KeptFiltersDialog::fill(int current)
{
    const QSignalBlocker quiet(m_list);
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
    m_list->setCurrentItem(m_list->topLevelItem(std::min(current, m_list->topLevelItemCount() - 1)));
    showCurrent();
}

void KeptFiltersDialog::showCurrent()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    const QString problem = row < 0 ? QString() : m_list->topLevelItem(row)->toolTip(1);
    m_sentence->setText(problem.isEmpty() ? QString() : tr("“%1” is no filter any more: %2").arg(QString::fromStdString(m_filters[std::size_t(row)].name), problem));
}

void KeptFiltersDialog::move(int from, int to)
{
    std::swap(m_filters[std::size_t(from)], m_filters[std::size_t(to)]);
    fill(to);
}

void KeptFiltersDialog::add()
{
    KeptFilterDialog dialog(m_kind, {}, m_registry, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_filters.push_back(dialog.filter());
    fill(int(m_filters.size()) - 1);
}

void KeptFiltersDialog::edit(int row)
{
    KeptFilterDialog dialog(m_kind, m_filters[std::size_t(row)], m_registry, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_filters[std::size_t(row)] = dialog.filter();
    fill(row);
}

void KeptFiltersDialog::remove(int row)
{
    m_filters.erase(m_filters.begin() + row);
    fill(row);
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
    int added = 0;
    for (const KeptFilter &filter : list.filters)
        if (std::ranges::none_of(m_filters, [&](const KeptFilter &one) { return one.name == filter.name && one.expression == filter.expression; })) {
            m_filters.push_back(filter);
            ++added;
        }
    fill(int(m_filters.size()) - 1);
    QStringList sentences{tr("%1 filters were added, %2 were there already.").arg(added).arg(int(list.filters.size()) - added)};
    for (const Sentence &problem : list.problems)
        sentences << translated(problem);
    m_sentence->setText(sentences.mid(0, 6).join(QLatin1Char('\n')));
}

} // namespace vethscope
