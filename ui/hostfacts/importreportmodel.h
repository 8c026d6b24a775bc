#pragma once

#include "core/facts/evidence.h"

#include <QAbstractItemModel>

#include <deque>
#include <vector>

namespace vethscope {

class Snapshots;
struct ImportReport;
struct Snapshot;

/// What was read from where, by which command; which lines nobody understood; what could not be read; and what contradicts
/// itself, with both lines. A tree: snapshots, their files, their commands, single lines.
class ImportReportModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { What, Host, Line, Facts, columns };
    enum Role { RemarkableRole = Qt::UserRole + 1 }; // whether somebody should look at it: bool

    /// Where the row stands in host output; without a source where it stands nowhere.
    Evidence evidenceOf(const QModelIndex &index) const { return index.isValid() ? at(index).evidence : Evidence(); }

    explicit ImportReportModel(const Snapshots &snapshots, QObject *parent = nullptr);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex & = {}) const override { return columns; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Reads everything again: other snapshots, or another language.
    void refresh();

private:
    struct Node {
        QString text, host, line, facts;
        bool remarkable = false; // itself, or something below it
        bool isLine = false;     // of a host's output: shown as it stands there
        Evidence evidence{};
        int parent = -1;
        int row = 0;
        std::vector<int> children;
    };

    int add(int parent, const QString &text);
    void addLine(int parent, const Evidence &line);
    void addProblems();
    void addSnapshot(const Snapshot &snapshot);
    void addLost(int parent, const ImportReport &report);
    void addSkipped(int parent, const ImportReport &report);
    void mark(int node);
    const Node &at(const QModelIndex &index) const { return m_nodes[std::size_t(index.internalId())]; }
    const std::vector<int> &childrenOf(const QModelIndex &parent) const { return parent.isValid() ? at(parent).children : m_top; }

    const Snapshots &m_snapshots;
    std::deque<Node> m_nodes;
    std::vector<int> m_top;
};

} // namespace vethscope
