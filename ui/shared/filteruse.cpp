#include "ui/shared/filteruse.h"

#include <QCoreApplication>
#include <QMenu>

#include <array>

namespace vethscope {
namespace {

struct UseTitle {
    FilterUse use;
    const char *title;
};

const auto uses = std::to_array<UseTitle>({
    {FilterUse::Selected, QT_TRANSLATE_NOOP("FilterUse", "&Selected")},
    {FilterUse::NotSelected, QT_TRANSLATE_NOOP("FilterUse", "&Not Selected")},
    {FilterUse::AndSelected, QT_TRANSLATE_NOOP("FilterUse", "…&and Selected")},
    {FilterUse::OrSelected, QT_TRANSLATE_NOOP("FilterUse", "…&or Selected")},
    {FilterUse::AndNotSelected, QT_TRANSLATE_NOOP("FilterUse", "…a&nd not Selected")},
    {FilterUse::OrNotSelected, QT_TRANSLATE_NOOP("FilterUse", "…o&r not Selected")},
});

QString negated(const QString &filter)
{
    return QStringLiteral("!(%1)").arg(filter);
}

} // namespace

std::vector<std::pair<FilterUse, QString>> filterUses()
{
    std::vector<std::pair<FilterUse, QString>> all;
    for (const UseTitle &use : uses)
        all.emplace_back(use.use, QCoreApplication::translate("FilterUse", use.title));
    return all;
}

QString combined(const QString &current, const QString &selected, FilterUse use)
{
    const bool negates = use == FilterUse::NotSelected || use == FilterUse::AndNotSelected || use == FilterUse::OrNotSelected;
    const QString added = negates ? negated(selected) : selected;
    if (use == FilterUse::Selected || use == FilterUse::NotSelected || current.trimmed().isEmpty())
        return added;
    const bool both = use == FilterUse::AndSelected || use == FilterUse::AndNotSelected;
    return QLatin1Char('(') + current.trimmed() + (both ? QLatin1String(") && ") : QLatin1String(") || "))
        + (negates ? added : QLatin1Char('(') + added + QLatin1Char(')'));
}

QMenu &addFilterMenu(QMenu &menu, FilterStep step)
{
    return *menu.addMenu(step == FilterStep::Apply ? QCoreApplication::translate("FilterUse", "&Apply as Filter") : QCoreApplication::translate("FilterUse", "&Prepare as Filter"));
}

void addFilterMenus(QMenu &menu, const std::function<void(QMenu &uses, const QString &title, FilterStep step, FilterUse use)> &fill)
{
    for (const FilterStep step : {FilterStep::Apply, FilterStep::Prepare}) {
        QMenu &steps = addFilterMenu(menu, step);
        for (const auto &[use, title] : filterUses())
            fill(steps, title, step, use);
    }
}

} // namespace vethscope
