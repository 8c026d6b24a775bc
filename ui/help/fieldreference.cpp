#include "ui/help/fieldreference.h"

#include "ui/help/fieldtable.h"
#include "ui/shared/groupeddigits.h"
#include "ui/shared/screenroom.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTableView>

#include <algorithm>

namespace vethscope {
namespace {

/// Rows in which every word of the search is found, in whatever order.
class WordFilter : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setWords(const QStringList &words)
    {
        m_words = words;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        if (m_words.isEmpty())
            return true;
        const QString all = sourceModel()->index(row, 0, parent).data(FieldTable::SearchRole).toString();
        return std::ranges::all_of(m_words, [&](const QString &word) { return all.contains(word); });
    }

private:
    QStringList m_words;
};

} // namespace

FieldReference::FieldReference(const Registry &registry, QWidget *parent)
    : QDialog(parent), m_fields(new FieldTable(registry, this)), m_found(new WordFilter(this)), m_search(new QLineEdit(this)), m_view(new QTableView(this)), m_count(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_found->setSourceModel(m_fields);
    m_view->setModel(m_found);
    m_view->setObjectName(QStringLiteral("framed"));
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(qRound(fontMetrics().height() * 1.6));
    m_view->setSelectionBehavior(QTableView::SelectRows);
    m_view->setSelectionMode(QTableView::SingleSelection);
    m_view->setEditTriggers(QTableView::NoEditTriggers);
    m_view->setTabKeyNavigation(false);
    m_view->setShowGrid(false);
    m_view->setSortingEnabled(false);
    m_view->setWordWrap(false);
    m_count->setObjectName(QStringLiteral("muted"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 14);
    column->setSpacing(10);
    column->addWidget(m_search);
    column->addWidget(m_view, 1);
    column->addWidget(m_count);
    const int unit = fontMetrics().averageCharWidth();
    resize(QSize(unit * 150, unit * 100).boundedTo(screenRoom(*this).size()));
    m_view->setColumnWidth(FieldTable::Name, unit * 32);
    m_view->setColumnWidth(FieldTable::Label, unit * 34);
    m_view->setColumnWidth(FieldTable::Type, unit * 18);
    m_view->setColumnWidth(FieldTable::ProtocolTitle, unit * 31);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::textChanged, this, &FieldReference::search);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        m_view->setFocus();
        m_view->selectRow(0);
    });
    connect(m_view, &QTableView::activated, this, [this](const QModelIndex &index) { emit filterRequested(index.siblingAtColumn(FieldTable::Name).data().toString()); });
    retranslate();
    search({});
}

void FieldReference::search(const QString &words)
{
    static_cast<WordFilter *>(m_found)->setWords(words.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts));
    m_count->setText(tr("%1 of %2 names. Enter or a double click begins a filter with one.").arg(grouped(std::uint64_t(m_found->rowCount())), grouped(std::uint64_t(m_fields->rowCount()))));
    m_count->setAccessibleName(m_count->text().remove(digitBlank));
}

void FieldReference::retranslate()
{
    setWindowTitle(tr("Field Reference"));
    m_search->setPlaceholderText(tr("Find a field by its name, its meaning, its protocol or a value"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_view->setAccessibleName(tr("Fields"));
}

void FieldReference::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        search(m_search->text());
        m_view->viewport()->update();
    }
    QDialog::changeEvent(event);
}

} // namespace vethscope
