#pragma once

#include "core/export/dissectionexport.h"

#include <QWidget>

class QCheckBox;

namespace vethscope {

/// What of a packet is written as text or printed. One of them at least.
class PartsChoice : public QWidget
{
    Q_OBJECT

public:
    explicit PartsChoice(QWidget *parent = nullptr);

    DissectionParts parts() const;
    void setParts(const DissectionParts &parts);

private:
    QCheckBox *m_summary, *m_details, *m_bytes, *m_pages;
};

} // namespace vethscope
