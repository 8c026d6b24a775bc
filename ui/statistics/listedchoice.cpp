#include "ui/statistics/listedchoice.h"

#include <QActionGroup>
#include <QMenu>

namespace vethscope {

ListedChoice::ListedChoice(const std::vector<int> &values, std::function<QString(std::optional<int>)> text, QWidget *parent) : QToolButton(parent), m_text(std::move(text))
{
    auto *menu = new QMenu(this);
    auto *group = new QActionGroup(menu);
    const auto add = [&](std::optional<int> value) {
        QAction *action = group->addAction(menu->addAction(QString()));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, value] { setValue(value); });
        m_choices.emplace_back(value, action);
    };
    add(std::nullopt);
    for (const int value : values)
        add(value);
    setMenu(menu);
}

void ListedChoice::setValue(std::optional<int> value)
{
    m_value = value;
    retranslate();
    emit valueChanged(value);
}

void ListedChoice::retranslate()
{
    for (const auto &[value, action] : m_choices) {
        action->setText(m_text(value));
        action->setChecked(value == m_value);
        if (action->isChecked())
            setText(action->text() + QStringLiteral(" ▾"));
    }
}

} // namespace vethscope
