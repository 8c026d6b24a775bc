#pragma once

#include <QTableWidget>

#include <optional>
#include <vector>

namespace vethscope {

class SelectedJourney;
struct HopColumn;

/// The hops of a journey from left to right: when each point saw the packet, how long it took since the point before, its frame there, what
/// was changed on the way, and whether its headers are the foretold ones. Points of its way that did not see it stand there greyed, with the reason.
class HopTable : public QTableWidget
{
    Q_OBJECT

public:
    enum Row { TimeRow, DeltaRow, FrameRow, ForetoldRow, ChangesRow, RowCount };

    explicit HopTable(QWidget *parent = nullptr);
    ~HopTable() override;

    /// Null: there is no journey.
    void setJourney(const SelectedJourney *journey);
    /// Marks the column of a hop without telling anybody.
    void setHop(std::size_t hop);
    const std::vector<HopColumn> &columns() const { return m_columns; }

signals:
    /// The user has chosen a hop of the journey.
    void hopChosen(std::size_t hop);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void fillColumn(int column);
    void put(Row row, int column, const QString &text, const QColor &ink, const QString &toolTip = {});
    void retranslate();

    const SelectedJourney *m_journey = nullptr;
    std::vector<HopColumn> m_columns;
};

} // namespace vethscope
