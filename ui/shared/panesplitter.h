#pragma once

#include <QSplitter>

namespace vethscope {

/// Two panes with a handle between them. A double click on the handle folds the second one away, another one brings it back as large as it was; dragging
/// leaves both in sight.
class PaneSplitter : public QSplitter
{
    Q_OBJECT

public:
    PaneSplitter(Qt::Orientation orientation, QWidget *parent = nullptr);

    void fold();
    bool isFolded() const;

protected:
    QSplitterHandle *createHandle() override;

private:
    QList<int> m_before; // sizes, while one is folded
};

} // namespace vethscope
