#pragma once

#include <QString>

#include <utility>
#include <vector>

namespace vethscope {

/// The keys and clicks that belong to a part of the window, which no menu has.
struct WidgetKeys {
    QString title{};
    std::vector<std::pair<QString, QString>> keys{}; // and what they do
};

/// All of them, for the shortcut sheet, in the user's language.
std::vector<WidgetKeys> widgetKeys();

} // namespace vethscope
