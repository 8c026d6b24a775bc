#pragma once

#include "ui/matrix/matrixresult.h"

#include <QAbstractTableModel>

namespace vethscope {

/// How a cell looks: as the verdict, and whether something was assumed.
enum class CellLook { Arrives, Assumed, Dropped, Unknown };

/// Who sends in rows, to whom in columns, in the matrix' order; only those that are looked for, and that fail, where somebody wants it so.
class MatrixModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { Look = Qt::UserRole, Changed, GroupFirst, GroupNode, GroupName };

    explicit MatrixModel(QObject *parent = nullptr);

    /// Null: nothing is shown. The side is kept as long as the result has both.
    void setResult(std::shared_ptr<const MatrixResult> result);
    const MatrixResult *result() const { return m_result.get(); }
    std::shared_ptr<const MatrixResult> sharedResult() const { return m_result; }
    void setAfter(bool isAfter);
    bool isAfter() const { return m_isAfter; }
    const MatrixTable &table() const { return m_result->table(m_isAfter); }

    /// Only rows whose names have it; where none has, columns.
    void setSearch(const QString &text);
    /// Only rows and columns with a cell that does not arrive, or is not known; of compared ones, that changed.
    void setOnlyFailing(bool only);
    void setOnlyChanged(bool only);

    /// Of the matrix.
    std::size_t cell(const QModelIndex &index) const;
    QModelIndex indexOf(std::size_t cell) const;
    CellLook lookOf(std::size_t cell) const;
    bool isChanged(std::size_t cell) const { return table().changes.contains(cell); }
    const path::Who &who(int section, Qt::Orientation orientation) const;
    /// "node master and its pods", or what else stands there together.
    QString groupName(int section, Qt::Orientation orientation) const;
    bool beginsGroup(int section, Qt::Orientation orientation) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Section {
        std::size_t place = 0; // of the matrix' rows or columns
        std::size_t group = 0; // of the order's
    };
    void showSections();
    std::vector<Section> sections(const std::vector<std::size_t> &places, const std::vector<path::MatrixGroup> &groups, const std::vector<char> &isWanted) const;
    bool isWanted(std::size_t cell) const;

    std::shared_ptr<const MatrixResult> m_result;
    bool m_isAfter = false, m_onlyFailing = false, m_onlyChanged = false;
    QString m_search;
    std::vector<Section> m_rows, m_columns;
};

/// The verdict in a word: "arrives".
QString lookText(CellLook look);
/// "pod default/web", "node master".
QString whoText(const path::Who &who);

} // namespace vethscope
