#pragma once

#include "ui/evidence/linesearch.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace vethscope {

class SourceView;

/// A small line that finds words in the text of a view: Enter goes on, Shift+Enter goes back, Escape ends it.
class FindLine : public QWidget
{
    Q_OBJECT

public:
    explicit FindLine(SourceView &view, QWidget *parent = nullptr);

    QLineEdit &edit() { return *m_edit; }
    /// Shows it with the words that are selected, and puts the focus there.
    void begin();
    void end();
    void find(bool backwards);
    bool isSearching() const { return m_timer.isActive(); }

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look(TextPlace from, bool backwards);
    void goOn();
    void retranslate();

    SourceView &m_view;
    QLineEdit *m_edit;
    QLabel *m_state;
    QToolButton *m_back, *m_on, *m_close;
    std::optional<LineSearch> m_search;
    QTimer m_timer;
};

} // namespace vethscope
