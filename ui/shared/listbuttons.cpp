#include "ui/shared/listbuttons.h"

#include <QAbstractItemView>
#include <QPushButton>

namespace vethscope {
namespace {

constexpr int groupSpacing = 12;

} // namespace

ListButtons::ListButtons(QAbstractItemView &list) : m_list(list)
{
    connect(list.selectionModel(), &QItemSelectionModel::currentChanged, this, &ListButtons::enable);
    for (const auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(list.model(), changed, this, &ListButtons::enable);
    connect(list.model(), &QAbstractItemModel::modelReset, this, &ListButtons::enable);
}

QPushButton *ListButtons::add(const QString &text, std::function<void()> act)
{
    auto *button = new QPushButton(text, m_list.parentWidget());
    button->setAutoDefault(false);
    addWidget(button);
    if (act)
        connect(button, &QPushButton::clicked, this, act);
    return button;
}

void ListButtons::addWhile(const QString &text, std::function<bool(int row, int count)> isEnabled, std::function<void(int row)> act)
{
    QPushButton *const button = add(text, [this, act = std::move(act)] { act(m_list.currentIndex().row()); });
    m_conditions.emplace_back(button, std::move(isEnabled));
    enable();
}

void ListButtons::addForRow(const QString &text, std::function<void(int row)> act)
{
    addWhile(text, [](int row, int) { return row >= 0; }, std::move(act));
}

void ListButtons::addOrdering(std::function<void(int row)> remove, std::function<void(int from, int to)> move, int fewest)
{
    addWhile(tr("&Remove"), [fewest](int row, int count) { return row >= 0 && count > fewest; }, std::move(remove));
    addSpacing(groupSpacing);
    addWhile(tr("Move &Up"), [](int row, int) { return row > 0; }, [move](int row) { move(row, row - 1); });
    addWhile(tr("Move &Down"), [](int row, int count) { return row >= 0 && row + 1 < count; }, [move](int row) { move(row, row + 1); });
    addSpacing(groupSpacing);
}

void ListButtons::enable()
{
    for (const auto &[button, isEnabled] : m_conditions)
        button->setEnabled(isEnabled(m_list.currentIndex().row(), m_list.model()->rowCount()));
}

} // namespace vethscope
