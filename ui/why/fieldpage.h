#pragma once

#include "core/explain/explanation.h"

#include <QWidget>

class QVBoxLayout;

namespace vethscope {

class RungWidget;

/// Why one address is there: its value, whether it is as foretold, and the ladder that leads to it.
class FieldPage : public QWidget
{
    Q_OBJECT

public:
    FieldPage(const explain::FieldExplanation &field, const QString &name, QWidget *parent = nullptr);

    /// Which field it is about: eth.src, and how many tunnels are around it.
    std::string_view field() const { return m_field; }
    std::size_t depth() const { return m_depth; }
    const std::vector<RungWidget *> &rungs() const { return m_rungs; }

signals:
    void listRequested();
    void evidenceRequested(const Evidence &evidence);
    /// A rung was chosen: what of the topology it is about.
    void deviceChosen(const std::string &node, const std::string &pod, const std::string &interface);

private:
    void addHead(QVBoxLayout &column, const explain::FieldExplanation &field, const QString &name);
    void addVerdict(QVBoxLayout &column, const explain::FieldExplanation &field);
    void addLadder(QVBoxLayout &column, const explain::FieldExplanation &field);
    void addMissing(QVBoxLayout &column, const explain::FieldExplanation &field);
    void choose(RungWidget *rung);

    std::string_view m_field; // a constant of core's
    std::size_t m_depth;
    std::vector<RungWidget *> m_rungs;
};

} // namespace vethscope
