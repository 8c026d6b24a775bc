#pragma once

#include "core/explain/explanation.h"
#include "ui/theme/palette.h"

#include <QColor>
#include <QString>

namespace vethscope {

/// Whether an address is the one that host facts alone foretell.
enum class Foretold : std::uint8_t { As, Otherwise, Not };

Foretold foretoldOf(const explain::FieldExplanation &field);
/// "✓", "≠", "?": never the colour alone.
QString signOf(Foretold foretold);
/// "as foretold", "not as foretold", "not foretold", in the user's language.
QString wordsOf(Foretold foretold);
QColor inkOf(Foretold foretold);
QColor softOf(Foretold foretold);

/// "Source MAC", "Destination IP", "Target MAC", in the user's language, by the field's name.
QString addressTitle(std::string_view field);
/// The network that the address is of.
Scope scopeOf(const explain::FieldExplanation &field);

} // namespace vethscope
