#pragma once

#include "ui/matrix/matrixmodel.h"

class QPainter;
class QRectF;

namespace vethscope {

/// A cell as the table and its legend show it: a colour and, as large as it may be, a sign.
void paintCell(QPainter &painter, const QRectF &rect, CellLook look, bool isChanged);

} // namespace vethscope
