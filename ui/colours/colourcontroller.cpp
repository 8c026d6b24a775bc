#include "ui/colours/colourcontroller.h"

#include "core/filter/conversationfilter.h"
#include "ui/colours/colourrules.h"
#include "ui/colours/colourrulesdialog.h"
#include "ui/shared/commands.h"
#include "ui/shared/selection.h"

#include <QMenu>
#include <QPainter>
#include <QPixmap>

namespace vethscope {
namespace {

QIcon iconOf(const ColourRule &rule)
{
    QPixmap pixmap(16, 16);
    pixmap.fill(QColor::fromRgb(rule.background));
    QPainter painter(&pixmap);
    painter.setPen(QColor::fromRgb(rule.foreground));
    painter.drawRect(0, 0, 15, 15);
    return pixmap;
}

} // namespace

ColourController::ColourController(ColourRules &rules, const Selection &selection, const Registry &registry, Commands &commands, QWidget &window)
    : QObject(&window), m_rules(rules), m_selection(selection), m_registry(registry), m_commands(commands), m_window(window)
{
    QAction &shown = commands[Command::ColourisePackets];
    shown.setChecked(rules.areShown());
    connect(&shown, &QAction::toggled, &rules, &ColourRules::setShown);
    connect(&commands[Command::EditColourRules], &QAction::triggered, this, [this] { editRules(); });
    connect(&commands[Command::ResetColours], &QAction::triggered, &rules, &ColourRules::resetConversations);
    for (int number = 0; number < ColourRules::conversations; ++number) {
        QAction &action = commands[Command(int(Command::Colourise1) + number)];
        action.setIcon(iconOf(ColourRules::conversationRule(number)));
        connect(&action, &QAction::triggered, this, [this, number] { colourise(number); });
    }
}

// The innermost of those with ports or IP addresses; between MAC addresses where there is nothing else.
QString ColourController::conversation() const
{
    if (m_selection.isEmpty())
        return {};
    const auto filters = conversationFilters(m_selection.packet().frame, m_selection.packet().packet);
    return filters.empty() ? QString() : QString::fromStdString(filters.back().filter);
}

void ColourController::colourise(int number)
{
    if (const QString filter = conversation(); !filter.isEmpty())
        m_rules.colourConversation(number, filter.toStdString());
}

void ColourController::fillConversation(QMenu &menu)
{
    QMenu *colours = menu.addMenu(tr("Colourise Conversat&ion"));
    colours->setEnabled(!conversation().isEmpty());
    colours->addActions(m_commands.in(CommandGroup::ConversationColours));
    colours->addSeparator();
    colours->addAction(tr("New Colouring &Rule…"), this, [this] { editRules(conversation()); });
}

void ColourController::fillFilter(QMenu &menu, const QString &filter)
{
    QMenu *colours = menu.addMenu(tr("Colourise with Fil&ter"));
    colours->setEnabled(!filter.isEmpty());
    addColours(*colours, filter);
}

void ColourController::addColours(QMenu &menu, const QString &filter)
{
    for (int number = 0; number < ColourRules::conversations; ++number)
        menu.addAction(iconOf(ColourRules::conversationRule(number)), tr("Colour %1").arg(number + 1), this,
                       [this, number, filter] { m_rules.colourConversation(number, filter.toStdString()); });
    menu.addAction(&m_commands[Command::ResetColours]);
    menu.addSeparator();
    menu.addAction(tr("New Colouring &Rule…"), this, [this, filter] { editRules(filter); });
}

void ColourController::editRules(const QString &filter)
{
    ColourRulesDialog dialog(m_rules.rules(), m_registry, &m_window);
    if (!filter.isEmpty())
        dialog.addRule(filter);
    if (dialog.exec() == QDialog::Accepted)
        m_rules.setRules(dialog.rules());
}

} // namespace vethscope
