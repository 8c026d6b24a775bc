#pragma once

#include "ui/filters/proposals.h"

#include <QListView>
#include <QStandardItemModel>

namespace vethscope {

/// What may become of the word being typed, each with what it stands for. Lies inside the window above its panels and never
/// takes the focus: the line edit keeps the keyboard.
class CompletionPopup : public QListView
{
    Q_OBJECT

public:
    explicit CompletionPopup(QWidget &edit);

    /// Shows them below the edit at `x`; hides when there are none.
    void suggest(const std::vector<Proposal> &proposals, int x);
    void move(int rows);
    /// What is under the cursor of the list, or, when nothing was chosen, empty.
    QString chosen() const { return currentIndex().data().toString(); }
    QString first() const { return m_names.index(0, 0).data().toString(); }
    /// The chosen one, or the first.
    Proposal best() const;

signals:
    void accepted(const Proposal &proposal);

private:
    Proposal proposalAt(const QModelIndex &index) const;
    void place(int x);

    QWidget &m_edit;
    QStandardItemModel m_names;
};

} // namespace vethscope
