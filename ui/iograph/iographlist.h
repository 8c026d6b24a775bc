#pragma once

#include <QWidget>

class QTableView;
class QToolButton;

namespace vethscope {

class IoGraphModel;
class OpenCapture;

/// The list of graphs, with the buttons that add, copy, move and remove rows.
class IoGraphList : public QWidget
{
    Q_OBJECT

public:
    IoGraphList(IoGraphModel &model, const OpenCapture &capture, QWidget *parent = nullptr);

    QTableView &view() const { return *m_view; }
    /// The row that is current; -1 where none is.
    int current() const;

signals:
    void currentChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Button {
        QToolButton *button;
        const char *sign;
        const char *text;
    };

    void addButton(class QBoxLayout &row, const char *sign, const char *text, void (IoGraphList::*act)());
    void add();
    void copy();
    void remove();
    void moveUp() { move(-1); }
    void moveDown() { move(1); }
    void move(int by);
    void useDefaults();
    void fitColumns();
    void retranslate();
    void showButtons();

    IoGraphModel &m_model;
    QTableView *m_view;
    std::vector<Button> m_buttons;
};

} // namespace vethscope
