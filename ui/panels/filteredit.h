#pragma once

#include "ui/filters/proposals.h"

#include <QLineEdit>

namespace vethscope {

class CompletionPopup;
class Registry;

/// The line in which a display filter is typed: proposes how it may go on, and underlines what is wrong.
class FilterEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterEdit(const Registry &registry, QWidget *parent = nullptr);

    /// Underlines some characters; none when `length` is 0. What is doubtful only has another colour.
    void markError(int start, int length, bool isDoubt = false);
    bool isCompleting() const;
    /// Whether names are proposed: not of what is no filter.
    void setCompleting(bool completing) { m_completes = completing; }
    /// What is proposed, and where it comes from.
    Proposals &proposals() { return m_proposals; }

signals:
    void applied();
    void dismissed();
    void recentWanted();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void propose();
    void accept(const Proposal &proposal);
    bool completeKey(const QKeyEvent &event);

    Proposals m_proposals;
    CompletionPopup *m_popup;
    bool m_completes = true;
};

} // namespace vethscope
