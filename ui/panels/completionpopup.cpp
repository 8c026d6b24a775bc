#include "ui/panels/completionpopup.h"

#include "core/dissect/registry.h"
#include "ui/theme/palette.h"
#include "ui/utf8text.h"

#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

constexpr int mostNames = 60;
constexpr int visibleRows = 9;
constexpr int meaningRole = Qt::UserRole;
constexpr std::array scopePrefixes{"overlay.", "underlay."};

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

QString meaningOf(const Registry &registry, std::string_view name)
{
    const auto fields = registry.find(name);
    if (fields.empty())
        return {};
    const FieldRef &found = fields.front();
    if (!found.field || found.field->label.empty() || name == found.protocol->name)
        return text(found.protocol->title);
    return text(found.field->label) + QStringLiteral(" · ") + text(found.protocol->title);
}

} // namespace

CompletionPopup::CompletionPopup(const Registry &registry, QWidget &edit)
    : QListView(&edit), m_registry(registry), m_edit(edit)
{
    setObjectName(QStringLiteral("completion"));
    setModel(&m_names);
    setItemDelegate(new NameDelegate(this));
    setFocusPolicy(Qt::NoFocus);
    setEditTriggers(NoEditTriggers);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) { emit accepted(index.data().toString()); });
    hide();
}

void CompletionPopup::suggest(const QString &word, int x)
{
    m_names.clear();
    setAccessibleName(tr("Field names"));
    QString scope;
    for (const char *prefix : scopePrefixes) {
        const QString candidate = QString::fromLatin1(prefix);
        if (word.startsWith(candidate))
            scope = candidate;
        else if (candidate.startsWith(word))
            add(candidate, candidate.startsWith(QLatin1Char('o')) ? tr("only what the pods see") : tr("only what the nodes see"));
    }
    const std::string beginning = word.mid(scope.size()).toLower().toStdString();
    const auto names = m_registry.names();
    for (auto name = std::lower_bound(names.begin(), names.end(), std::string_view(beginning));
         name != names.end() && name->starts_with(beginning) && m_names.rowCount() < mostNames; ++name)
        add(scope + QString::fromUtf8(name->data(), static_cast<qsizetype>(name->size())), meaningOf(m_registry, *name));
    if (m_names.rowCount() == 0 || (m_names.rowCount() == 1 && first() == word)) {
        hide();
        return;
    }
    setCurrentIndex({});
    place(x);
}

void CompletionPopup::add(const QString &name, const QString &meaning)
{
    auto *item = new QStandardItem(name);
    item->setData(meaning, meaningRole);
    m_names.appendRow(item);
}

void CompletionPopup::place(int x)
{
    QWidget *window = m_edit.window();
    if (parentWidget() != window)
        setParent(window);
    const int rowHeight = std::max(sizeHintForRow(0), 1);
    const int height = std::min(m_names.rowCount(), visibleRows) * rowHeight + 10;
    const int width = std::min(fontMetrics().averageCharWidth() * 92, window->width() - 24);
    const QPoint below = m_edit.mapTo(window, QPoint(x, m_edit.height() + 4));
    setGeometry(std::clamp(below.x(), 8, std::max(8, window->width() - width - 8)), below.y(), width, height);
    raise();
    show();
}

void CompletionPopup::move(int rows)
{
    const int current = currentIndex().isValid() ? currentIndex().row() + rows : (rows > 0 ? 0 : m_names.rowCount() - 1);
    setCurrentIndex(m_names.index(std::clamp(current, 0, m_names.rowCount() - 1), 0));
}

QString CompletionPopup::chosen() const
{
    return currentIndex().data().toString();
}

QString CompletionPopup::first() const
{
    return m_names.index(0, 0).data().toString();
}

} // namespace vethscope
