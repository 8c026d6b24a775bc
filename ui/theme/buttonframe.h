#pragma once

class QAbstractButton;
class QPainter;

namespace vethscope {

/// What tells that a flat button has the focus, or that the pointer is on it.
void paintButtonFrame(QPainter &painter, const QAbstractButton &button);

} // namespace vethscope
