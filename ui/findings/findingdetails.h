#pragma once

#include "ui/findings/diagnosed.h"

#include <QWidget>

class QVBoxLayout;

namespace vethscope {

/// What is told of a finding below its head: why, what to do, the command that would prove it, what shows it, and what it is not.
class FindingDetails : public QWidget
{
    Q_OBJECT

public:
    FindingDetails(const Diagnosed &found, const diagnose::Finding &finding, QWidget *parent);

signals:
    void evidenceRequested(const Evidence &line);
    void frameRequested(int row);
    /// The devices that it is about are to be seen.
    void placesRequested();

private:
    void addText(const QString &title, const QString &words);
    void addHeading(const QString &title);
    void addProof(const diagnose::Proof &proof);
    void addTopology();

    const Diagnosed &m_found; // while it is made
    QVBoxLayout *m_column;
};

} // namespace vethscope
