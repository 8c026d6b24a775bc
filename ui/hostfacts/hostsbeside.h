#pragma once

#include <QString>
#include <QStringList>

namespace vethscope {

/// Host output that stands beside captures of one folder: a folder `snapshots` or `hosts` in it, or beside it where it is called `captures`. Empty
/// where there is none, or the captures are of several folders.
QString hostsBeside(const QStringList &captures);

} // namespace vethscope
