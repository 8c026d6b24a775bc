#include "ui/columns/timecontroller.h"

#include "core/columns/timetext.h"
#include "ui/models/packetlistmodel.h"
#include "ui/packets/markcommands.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/shared/commands.h"
#include "ui/shared/marks.h"
#include "ui/shared/preferences.h"
#include "ui/shared/selection.h"

#include <array>
#include <utility>

namespace vethscope {
namespace {

constexpr auto formats = std::to_array<std::pair<Command, TimeFormat>>({
    {Command::TimeDateAndTime, TimeFormat::DateAndTime}, {Command::TimeOfDay, TimeFormat::TimeOfDay}, {Command::TimeEpoch, TimeFormat::Epoch},
    {Command::TimeSinceFirst, TimeFormat::SinceFirst}, {Command::TimeSincePrevious, TimeFormat::SincePrevious}, {Command::TimeSinceDisplayed, TimeFormat::SincePreviousDisplayed},
    {Command::TimeUtcDateAndTime, TimeFormat::UtcDateAndTime}, {Command::TimeUtcOfDay, TimeFormat::UtcTimeOfDay},
});
constexpr auto precisions = std::to_array<std::pair<Command, int>>({
    {Command::DigitsAsTheFile, TimeStyle::asTheFile}, {Command::DigitsSeconds, 0}, {Command::DigitsMilliseconds, 3}, {Command::DigitsMicroseconds, 6}, {Command::DigitsNanoseconds, 9},
});

} // namespace

TimeController::TimeController(Commands &commands, Marks &references, PacketListModel &model, PacketListPanel &list, const Selection &selection, Preferences &preferences, QObject *parent)
    : QObject(parent), m_model(model), m_list(list), m_preferences(preferences)
{
    model.setReferences(references);
    restore(commands);
    connect(&preferences, &Preferences::profileChanged, this, [this, &commands] { restore(commands); });
    for (const auto &[command, format] : formats)
        connect(&commands[command], &QAction::triggered, this, [this, format = format] {
            m_model.setTimeStyle({format, m_model.timeStyle().digits});
            keep();
        });
    for (const auto &[command, digits] : precisions)
        connect(&commands[command], &QAction::triggered, this, [this, digits = digits] {
            m_model.setTimeStyle({m_model.timeStyle().format, digits});
            keep();
        });
    connectMarkCommands(commands, {Command::ToggleReference, Command::UnsetReferences, {}, Command::NextReference, Command::PreviousReference}, references, model, list, selection);
}

void TimeController::restore(Commands &commands)
{
    TimeStyle style;
    style.format = timeFormatOf(m_preferences.value(preference::timeFormat).toString().toStdString()).value_or(style.format);
    style.digits = m_preferences.value(preference::timeDigits, style.digits).toInt();
    m_model.setTimeStyle(style);
    for (const auto &[command, format] : formats)
        if (format == style.format)
            commands[command].setChecked(true);
    for (const auto &[command, digits] : precisions)
        if (digits == style.digits)
            commands[command].setChecked(true);
}

void TimeController::keep()
{
    m_list.adjustColumns();
    const std::string_view name = nameOf(m_model.timeStyle().format);
    m_preferences.setValue(preference::timeFormat, QString::fromUtf8(name.data(), qsizetype(name.size())));
    m_preferences.setValue(preference::timeDigits, m_model.timeStyle().digits);
}

} // namespace vethscope
