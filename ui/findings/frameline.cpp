#include "ui/findings/frameline.h"

#include "ui/journey/followedjourneys.h"
#include "ui/journey/journeytext.h"

#include <QFileInfo>

namespace vethscope {
namespace {

// Without a summary the number alone tells it.
QString infoText(const Diagnosed &found, std::uint32_t row)
{
    return QString::fromStdString(found.frames.at(row).reported.summary);
}

// The number is the list's; that of the file beside it, where the list has more than one.
QString whereText(const Diagnosed &found, std::uint32_t row)
{
    const Diagnosed::CitedFrame &cited = found.frames.at(row);
    const journey::Followed &followed = *found.journeys->followed;
    const QString point = pointTitle(followed.points()[cited.point]), file = QFileInfo(QString::fromStdString(cited.reported.capture)).fileName();
    const QString packet = FrameLine::tr("packet %1 · %2", "number, capture point").arg(row + 1).arg(point);
    return followed.store().paths().size() < 2 ? packet : FrameLine::tr("%1 · frame %2 of %3", "packet, number, file").arg(packet).arg(cited.reported.number).arg(file);
}

} // namespace

FrameLine::FrameLine(const Diagnosed &found, std::uint32_t row, QWidget *parent) : Citation(infoText(found, row), whereText(found, row), {}, parent), m_row(int(row))
{
    setToolTip(tr("Select the packet in the list"));
    setAccessibleName(whereText(found, row) + QStringLiteral(": ") + infoText(found, row));
}

} // namespace vethscope
