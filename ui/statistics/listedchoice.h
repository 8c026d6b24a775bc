#pragma once

#include <QToolButton>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace vethscope {

/// A button for which of a table's rows are listed: those of one value, or all. It says what is chosen, and offers the others.
class ListedChoice : public QToolButton
{
    Q_OBJECT

public:
    /// `text` is asked again in another language; without a value, for all of them.
    ListedChoice(const std::vector<int> &values, std::function<QString(std::optional<int> value)> text, QWidget *parent);

    std::optional<int> value() const { return m_value; }
    void setValue(std::optional<int> value);
    void retranslate();

signals:
    void valueChanged(std::optional<int> value);

private:
    const std::function<QString(std::optional<int>)> m_text;
    std::vector<std::pair<std::optional<int>, QAction *>> m_choices;
    std::optional<int> m_value;
};

} // namespace vethscope
