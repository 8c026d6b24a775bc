#pragma once

class QWidget;

namespace vethscope {

/// Fills `page` with `content`: a little above the middle, no wider than `content` may be, scrolled where there is no room.
void centreOnPage(QWidget &page, QWidget &content);

} // namespace vethscope
