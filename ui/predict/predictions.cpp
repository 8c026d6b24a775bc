#include "ui/predict/predictions.h"

#include "ui/shared/language.h"
#include "ui/shared/snapshots.h"

namespace vethscope {

struct Predictions::Answer {
    std::shared_ptr<const Cluster> cluster{};
    std::shared_ptr<const path::Predictor> predictor{};
    std::shared_ptr<const Foretold> foretold{}; // null: refused
    Sentence why{};
};

namespace {

Result<path::Question> questionOf(const path::Places &places, const PathQuestion &asked)
{
    auto from = path::whoSends(places, asked.from.trimmed().toStdString());
    if (!from)
        return std::unexpected(from.error());
    auto to = path::whoIs(places, asked.to.trimmed().toStdString());
    if (!to)
        return std::unexpected(to.error());
    return path::Question{std::move(*from), std::move(*to), asked.protocol, asked.port, asked.size, asked.dontFragment, 0};
}

} // namespace

Predictions::Predictions(const Snapshots &snapshots, QObject *parent) : QObject(parent), m_snapshots(snapshots)
{
    connect(&snapshots, &Snapshots::changed, this, &Predictions::follow);
}

Predictions::~Predictions()
{
    m_worker.wait(); // before what it reports to is gone
}

bool Predictions::isBusy() const
{
    return m_working || (m_waiting && m_snapshots.cluster());
}

void Predictions::ask(const PathQuestion &question)
{
    m_asked = question;
    m_waiting = true;
    begin();
}

void Predictions::clear()
{
    m_asked.reset();
    m_waiting = false;
    if (!m_foretold)
        return;
    m_foretold.reset();
    emit changed();
}

void Predictions::follow()
{
    if (m_snapshots.cluster()) {
        m_waiting = m_asked.has_value();
        return begin();
    }
    clear();
    m_predictor.reset();
    m_cluster.reset();
}

void Predictions::begin()
{
    const std::shared_ptr<const Cluster> cluster = m_snapshots.cluster();
    if (m_working || !m_waiting || !cluster)
        return;
    m_waiting = false;
    m_working = true;
    m_worker.run([this, cluster, predictor = cluster == m_cluster ? m_predictor : nullptr, asked = *m_asked] {
        Answer answer{cluster, predictor ? predictor : std::make_shared<const path::Predictor>(*cluster)};
        if (auto question = questionOf(answer.predictor->places(), asked)) {
            path::Prediction prediction = answer.predictor->predict(*question);
            answer.foretold = std::make_shared<const Foretold>(Foretold{asked, cluster, answer.predictor, std::move(*question), std::move(prediction)});
        } else {
            answer.why = question.error().message;
        }
        QMetaObject::invokeMethod(this, [this, answer = std::move(answer)] { take(answer); }, Qt::QueuedConnection);
    });
}

void Predictions::take(const Answer &answer)
{
    m_working = false;
    m_cluster = answer.cluster;
    m_predictor = answer.predictor;
    const bool isWanted = m_asked && !m_waiting && answer.cluster == m_snapshots.cluster();
    if (isWanted && answer.foretold) {
        m_foretold = answer.foretold;
        emit changed();
    } else if (isWanted) {
        if (m_foretold && m_foretold->cluster == answer.cluster)
            m_asked = m_foretold->asked; // which goes on
        else
            clear();
        emit refused(translated(answer.why));
    }
    begin();
}

} // namespace vethscope
