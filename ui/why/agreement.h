#pragma once

#include "core/explain/explanation.h"
#include "ui/theme/palette.h"

#include <QColor>
#include <QString>

namespace vethscope {

/// Whether an address is the one that host facts alone foretell.
enum class Agreement : std::uint8_t { As, Otherwise, Not };

Agreement agreementOf(const explain::FieldExplanation &field);
/// "✓", "≠", "?": never the colour alone.
QString signOf(Agreement agreement);
/// "as foretold", "not as foretold", "not foretold", in the user's language.
QString wordsOf(Agreement agreement);
QColor inkOf(Agreement agreement);
QColor softOf(Agreement agreement);

/// "Source MAC", "Destination IP", "Target MAC", in the user's language, by the field's name.
QString addressTitle(std::string_view field);
/// The network that the address is of.
Scope scopeOf(const explain::FieldExplanation &field);

} // namespace vethscope
