#pragma once

#include <QString>

#include <map>
#include <memory>

class QModelIndex;
class QTreeView;

namespace vethscope {

/// Which rows of a tree are open and selected, and which of them are seen, by their KeyRole: for when the model is reset to other counts.
class KeptRows
{
public:
    KeptRows() = default;
    /// As they are.
    explicit KeptRows(const QTreeView &view);

    /// Makes them so again, as far as they are there.
    void restore(QTreeView &view) const;

private:
    struct Row {
        bool isOpen = false, isSelected = false, isCurrent = false;
        std::map<QString, std::unique_ptr<Row>> below{}; // by key; only those of which there is something to keep
    };

    Row &kept(const QModelIndex &index);
    void keepOpen(const QTreeView &view, const QModelIndex &parent);
    static void restore(QTreeView &view, const QModelIndex &parent, const Row &kept);

    Row m_top;
    int m_scrolled = 0;
};

} // namespace vethscope
