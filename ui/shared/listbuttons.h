#pragma once

#include <QVBoxLayout>

#include <functional>
#include <utility>
#include <vector>

class QAbstractItemView;
class QPushButton;

namespace vethscope {

/// The buttons beside a list: what a dialog does with it, and with the current row, for which they are enabled while there is one.
class ListButtons : public QVBoxLayout
{
    Q_OBJECT

public:
    explicit ListButtons(QAbstractItemView &list);

    QPushButton *add(const QString &text, std::function<void()> act);
    void addForRow(const QString &text, std::function<void(int row)> act);
    /// Remove, while more rows than `fewest` are there, and Move Up and Move Down, while there is a row to change places with.
    void addOrdering(std::function<void(int row)> remove, std::function<void(int from, int to)> move, int fewest = 0);

private:
    void addWhile(const QString &text, std::function<bool(int row, int count)> isEnabled, std::function<void(int row)> act);
    void enable();

    QAbstractItemView &m_list;
    std::vector<std::pair<QPushButton *, std::function<bool(int row, int count)>>> m_conditions;
};

} // namespace vethscope
