#pragma once

#include "ui/filters/proposals.h"

#include <QLineEdit>

namespace vethscope {

class CompletionPopup;
class Registry;
struct FilterError;

/// The line in which a display filter is typed: proposes how it may go on, and underlines what is wrong.
class FilterEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterEdit(const Registry &registry, QWidget *parent = nullptr);

    /// What an error is about in the text from that character on, which was compiled; the core counts its bytes.
    struct Characters {
        int start;
        int length;
    };
    Characters charactersOf(const FilterError &error, int from = 0) const;
    /// Underlines them, in place of those before. What is doubtful only has another colour.
    void mark(const FilterError &error, int from = 0, bool isDoubt = false);
    void unmark();
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
    void underline(int start, int length, const QColor &colour);
    void propose();
    void accept(const Proposal &proposal);
    bool completeKey(const QKeyEvent &event);

    Proposals m_proposals;
    CompletionPopup *m_popup;
    bool m_completes = true;
};

} // namespace vethscope
