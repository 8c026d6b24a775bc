#pragma once

#include "core/summary/pathboxes.h"

#include <QTreeWidget>

namespace vethscope {

/// All fields that are foretold of a packet at a hop, with what became of each since the hop before and where its value comes from.
class HopHeaders : public QTreeWidget
{
    Q_OBJECT

public:
    explicit HopHeaders(QWidget *parent = nullptr);

    void setHop(const path::Hop *before, const path::Hop &now);
    void clear();

signals:
    /// The line that a value comes from was asked for.
    void evidenceRequested(const Evidence &line);

protected:
    void changeEvent(QEvent *event) override;

private:
    void add(const FieldFate &fate, const path::Hop &hop);
    void retranslate();

    std::vector<FieldFate> m_fates; // one for each row
};

} // namespace vethscope
