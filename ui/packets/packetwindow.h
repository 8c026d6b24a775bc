#pragma once

#include "ui/shared/selection.h"

#include <QDialog>

namespace vethscope {

class OpenCapture;

/// One packet in a window of its own: its tree, its bytes, its boxes, and a selection that nobody else follows. Esc closes it.
class PacketWindow : public QDialog
{
    Q_OBJECT

public:
    PacketWindow(const OpenCapture &capture, int storeRow);

    Selection &selection() { return m_selection; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    const OpenCapture &m_capture;
    int m_row;
    Selection m_selection;
};

} // namespace vethscope
