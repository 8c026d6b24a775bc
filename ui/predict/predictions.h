#pragma once

#include <QObject> // first: moc does not understand <compare> on its own

#include "core/path/prediction.h"
#include "ui/shared/worker.h"

#include <QString>

#include <memory>
#include <optional>

namespace vethscope {

class Snapshots;

/// What somebody asks: who sends to whom, by the words of `predict --from … --to …`, and what kind of packet.
struct PathQuestion {
    QString from, to;
    std::uint8_t protocol = 6; // 1: ICMP
    std::optional<std::uint16_t> port{};
    std::optional<std::uint32_t> size{};
    bool dontFragment = false;
};

/// A prediction, with all that its paths refer to.
struct Foretold {
    PathQuestion asked{};
    std::shared_ptr<const Cluster> cluster{};
    std::shared_ptr<const path::Predictor> predictor{}; // of that cluster
    path::Question question{};
    path::Prediction prediction{};
};

/// Foretells packets' ways by what the chosen snapshots tell, on a worker; the last question counts. Where other snapshots are chosen it is
/// asked again.
class Predictions : public QObject
{
    Q_OBJECT

public:
    explicit Predictions(const Snapshots &snapshots, QObject *parent = nullptr);
    ~Predictions() override;

    /// Null while nothing was asked, or there is no cluster.
    std::shared_ptr<const Foretold> foretold() const { return m_foretold; }
    bool isBusy() const;

    void ask(const PathQuestion &question);
    void clear();

signals:
    /// foretold() is another.
    void changed();
    /// The question has no answer: nobody is called so, or several are.
    void refused(const QString &why);

private:
    struct Answer;

    void follow();
    void begin();
    void take(const Answer &answer);

    const Snapshots &m_snapshots;
    std::shared_ptr<const Cluster> m_cluster;             // that m_predictor is of
    std::shared_ptr<const path::Predictor> m_predictor;
    std::optional<PathQuestion> m_asked;
    std::shared_ptr<const Foretold> m_foretold;
    bool m_working = false;
    bool m_waiting = false; // m_asked is another than what is being foretold
    Worker m_worker;
};

} // namespace vethscope
