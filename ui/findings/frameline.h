#pragma once

#include "ui/findings/diagnosed.h"
#include "ui/why/citation.h"

namespace vethscope {

/// A captured frame that shows something, and where it was captured: chosen, it is selected in the list.
class FrameLine : public Citation
{
    Q_OBJECT

public:
    FrameLine(const Diagnosed &found, std::uint32_t row, QWidget *parent);

    int row() const { return m_row; }

private:
    int m_row;
};

} // namespace vethscope
