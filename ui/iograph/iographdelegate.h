#pragma once

#include <QStyledItemDelegate>

namespace vethscope {

class OpenCapture;

/// What a cell of the list of graphs is edited with: display filters with their proposals, the rest by choice.
class IoGraphDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit IoGraphDelegate(const OpenCapture &capture, QObject *parent = nullptr);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void finish(QWidget *editor, bool keep) const;
    QWidget *filterEditor(QWidget *parent) const;
    QWidget *choice(QWidget *parent, int column) const;
    static void chooseColour(QWidget *editor);

    const OpenCapture &m_capture;
};

} // namespace vethscope
