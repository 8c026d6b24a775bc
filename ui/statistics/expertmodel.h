#pragma once

#include "core/statistics/expertcounts.h"
#include "ui/statistics/statisticmodel.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace vethscope {

class OpenCapture;

/// What experts say, grouped; below each group its packets, each with its own words, which are read when they are shown.
class ExpertModel : public StatisticModel
{
    Q_OBJECT

public:
    enum Column { Message, Scopes, Protocol, Count, Packet, columns };

    explicit ExpertModel(const OpenCapture &capture, QObject *parent = nullptr);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// Other counts; null for none.
    void setCounts(std::shared_ptr<const ExpertCounts> counts);
    /// Only groups of one severity, or all; only what has these words.
    void setSeverity(std::optional<ExpertSeverity> severity);
    void setSearch(const QString &words);

private:
    using Group = ExpertCounts::Group;

    void choose();
    const Group *group(const QModelIndex &index) const;
    QVariant groupData(const Group &group, int column, int role) const;
    QVariant packetData(const Group &group, int row, int column, int role) const;
    QString words(const Group &group) const;
    QString wordsOf(const Group &group, std::uint32_t row) const;

    const OpenCapture &m_capture;
    std::shared_ptr<const ExpertCounts> m_counts;
    std::vector<const Group *> m_groups; // those that are shown
    std::optional<ExpertSeverity> m_severity;
    QString m_search;
    mutable Details m_scratch;
    mutable std::vector<ExpertItem> m_found;
};

} // namespace vethscope
