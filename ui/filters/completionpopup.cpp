#include "ui/filters/completionpopup.h"

#include "ui/theme/palette.h"

#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace vethscope {
namespace {

constexpr int visibleRows = 9;
constexpr int gap = 4; // to what is edited
constexpr int meaningRole = Qt::UserRole, startRole = Qt::UserRole + 1;

/// A name in the fixed font, its meaning beside it.
class NameDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Palette &palette = Palette::current();
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, palette.accentSoft);
        const QRect row = option.rect.adjusted(8, 0, -8, 0);
        painter->setFont(monospaceFont());
        painter->setPen(palette.text);
        const QString name = index.data().toString();
        painter->drawText(row, Qt::AlignLeft | Qt::AlignVCenter, name);
        const int used = std::max(painter->fontMetrics().horizontalAdvance(name) + 16, row.width() * 45 / 100);
        painter->setFont(option.font);
        painter->setPen(palette.muted);
        const QString meaning = index.data(meaningRole).toString();
        painter->drawText(row.adjusted(used, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(meaning, Qt::ElideRight, row.width() - used));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {0, qRound(QFontMetricsF(option.font).height() * 1.6)};
    }
};

} // namespace

CompletionPopup::CompletionPopup(QWidget &edit) : QListView(&edit), m_edit(edit)
{
    setObjectName(QStringLiteral("completion"));
    setModel(&m_names);
    setItemDelegate(new NameDelegate(this));
    setFocusPolicy(Qt::NoFocus);
    setEditTriggers(NoEditTriggers);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) { emit accepted(proposalAt(index)); });
    hide();
}

void CompletionPopup::suggest(const std::vector<Proposal> &proposals, int x)
{
    m_names.clear();
    setAccessibleName(tr("Proposals"));
    for (const Proposal &proposal : proposals) {
        auto *item = new QStandardItem(proposal.text);
        item->setData(proposal.meaning, meaningRole);
        item->setData(proposal.start, startRole);
        item->setData(proposal.meaning, Qt::AccessibleDescriptionRole);
        m_names.appendRow(item);
    }
    if (proposals.empty()) {
        hide();
        return;
    }
    setCurrentIndex({});
    place(x);
}

void CompletionPopup::place(int x)
{
    QWidget *window = m_edit.window();
    if (parentWidget() != window)
        setParent(window);
    const int rowHeight = std::max(sizeHintForRow(0), 1);
    const int height = std::min(m_names.rowCount(), visibleRows) * rowHeight + 10;
    const int width = std::min(fontMetrics().averageCharWidth() * 92, window->width() - 24);
    const QPoint edit = m_edit.mapTo(window, QPoint(x, 0));
    const int below = edit.y() + m_edit.height() + gap, above = edit.y() - gap;
    const bool fitsBelow = below + height <= window->height() || above < window->height() - below; // else above, where there is more room
    const int top = fitsBelow ? below : std::max(0, above - height);
    setGeometry(std::clamp(edit.x(), 8, std::max(8, window->width() - width - 8)), top, width, fitsBelow ? std::min(height, window->height() - below) : above - top);
    raise();
    show();
}

void CompletionPopup::move(int rows)
{
    const int current = currentIndex().isValid() ? currentIndex().row() + rows : (rows > 0 ? 0 : m_names.rowCount() - 1);
    setCurrentIndex(m_names.index(std::clamp(current, 0, m_names.rowCount() - 1), 0));
}

Proposal CompletionPopup::best() const
{
    return proposalAt(currentIndex().isValid() ? currentIndex() : m_names.index(0, 0));
}

Proposal CompletionPopup::proposalAt(const QModelIndex &index) const
{
    return {index.data().toString(), index.data(meaningRole).toString(), index.data(startRole).toInt()};
}

} // namespace vethscope
