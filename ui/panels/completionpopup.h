#pragma once

#include <QListView>
#include <QStandardItemModel>

namespace vethscope {

class Registry;

/// Field names that begin like the word being typed, each with what it stands for. Lies inside the
/// window above its panels and never takes the focus: the line edit keeps the keyboard.
class CompletionPopup : public QListView
{
    Q_OBJECT

public:
    CompletionPopup(const Registry &registry, QWidget &edit);

    /// Shows the names that `word` may become, below the edit at `x`; hides when there are none.
    void suggest(const QString &word, int x);
    void move(int rows);
    /// The name under the cursor of the list, or, when nothing was chosen, empty.
    QString chosen() const;
    QString first() const;

signals:
    void accepted(const QString &name);

private:
    void add(const QString &name, const QString &meaning);
    void place(int x);

    const Registry &m_registry;
    QWidget &m_edit;
    QStandardItemModel m_names;
};

} // namespace vethscope
