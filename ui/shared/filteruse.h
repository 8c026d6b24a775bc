#pragma once

#include <QString>

#include <functional>
#include <utility>
#include <vector>

class QMenu;

namespace vethscope {

/// How a new display filter goes together with the one that is written already, as in Wireshark.
enum class FilterUse : std::uint8_t { Selected, NotSelected, AndSelected, OrSelected, AndNotSelected, OrNotSelected };

/// Whether it is applied at once, or only written into the filter bar.
enum class FilterStep : std::uint8_t { Apply, Prepare };

/// All of them in Wireshark's order, each with its title.
std::vector<std::pair<FilterUse, QString>> filterUses();

/// Without a `current` filter, what is added to it stands alone.
QString combined(const QString &current, const QString &selected, FilterUse use);

/// Adds the menu of one of both: "Apply as Filter" or "Prepare as Filter".
QMenu &addFilterMenu(QMenu &menu, FilterStep step);
/// Adds "Apply as Filter" and "Prepare as Filter" with an entry for each use; `fill` makes of an entry what it does, or a menu below it.
void addFilterMenus(QMenu &menu, const std::function<void(QMenu &uses, const QString &title, FilterStep step, FilterUse use)> &fill);

} // namespace vethscope
