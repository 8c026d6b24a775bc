#pragma once

#include "ui/iograph/iodrawn.h"

#include <qcustomplot.h>

namespace vethscope {

/// Where marks are, with labels that people read: 12 500, 3 M.
template <typename Ticker>
class IoTicker : public Ticker
{
protected:
    QString getTickLabel(double tick, const QLocale &, QChar, int) override { return ioTickText(tick); }
};

} // namespace vethscope
