#pragma once

#include <QWidget>

#include <memory>
#include <optional>

class QCheckBox;
class QTableView;

namespace vethscope {

class JourneyModel;
struct FollowedJourneys;

/// All journeys, one a row with its hops as small marks; a row that is selected selects the packet where it was first seen.
class JourneyList : public QWidget
{
    Q_OBJECT

public:
    explicit JourneyList(QWidget *parent = nullptr);

    void setJourneys(std::shared_ptr<const FollowedJourneys> all);
    /// Selects its row without telling anybody; none where it is not listed.
    void setCurrent(std::optional<std::size_t> journey);

    JourneyModel &rows() const { return *m_model; }
    QTableView &view() const { return *m_view; }
    QCheckBox &onlyUndelivered() const { return *m_only; }

signals:
    void rowChosen(int row);
    /// The selected packet is to be seen: Return, or a double click.
    void opened();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void updateColumns();
    void retranslate();

    JourneyModel *m_model;
    QTableView *m_view;
    QCheckBox *m_only;
    bool m_isFollowing = false; // what is selected is not the user's doing
};

} // namespace vethscope
