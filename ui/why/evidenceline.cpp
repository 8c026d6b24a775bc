#include "ui/why/evidenceline.h"

#include "ui/shared/utf8text.h"
#include "ui/why/whylabels.h"

#include <QLabel>

#include <algorithm>

namespace vethscope {
namespace {

constexpr qsizetype most = 150; // characters

QString placeOf(const Evidence &line)
{
    return QStringLiteral("%1:%2").arg(QString::fromStdString(line.source->name())).arg(line.line);
}

} // namespace

QString EvidenceLine::excerpt(const Evidence &line)
{
    const std::string_view utf8 = line.text();
    const QString whole = vethscope::text(utf8);
    if (whole.size() <= most)
        return whole.simplified();
    const std::string_view before = utf8.substr(0, line.column > 0 ? std::min<std::size_t>(line.column - 1, utf8.size()) : 0);
    const qsizetype value = vethscope::text(before).size();
    const qsizetype first = std::clamp<qsizetype>(value - most / 3, 0, whole.size() - most);
    return (first > 0 ? QStringLiteral("…") : QString()) + whole.mid(first, most).simplified() + (first + most < whole.size() ? QStringLiteral("…") : QString());
}

EvidenceLine::EvidenceLine(Evidence line, const QString &remark, QWidget *parent) : Citation(excerpt(line), placeOf(line), remark, parent), m_line(std::move(line))
{
    words().setFont(smallMono());
    setToolTip(tr("Open the host output at this line"));
    setAccessibleName(tr("%1, line %2: %3").arg(QString::fromStdString(m_line.source->name())).arg(m_line.line).arg(excerpt(m_line)) + (remark.isEmpty() ? QString() : QStringLiteral(", ") + remark));
}

} // namespace vethscope
