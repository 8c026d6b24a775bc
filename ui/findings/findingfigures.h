#pragma once

#include "ui/findings/diagnosed.h"

#include <QByteArray>
#include <QString>

namespace vethscope {

/// A drawing for a report, in the user's language.
struct FindingFigure {
    Sentence title{};
    QString name{}; // "topology", "ladder"
    QByteArray svg{};
};

/// What can be drawn of a finding: the topology with its devices lit, and the packets that it cites on their ways. `caption` stands below the
/// topology's title.
std::vector<FindingFigure> figuresOf(const Diagnosed &found, std::size_t place, const QString &caption);

} // namespace vethscope
